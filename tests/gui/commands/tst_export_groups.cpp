// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"
#include "gui/commands/export_groups.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

using Format = ExportGroups::Format;

class TestExportGroups : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init() { m_noWarnings = std::make_unique<tests::NoWarnings>(); }
    void cleanup() { QCOMPARE(tests::NoWarnings::count(), 0); }
    void writesWhatIsScraped_data();
    void writesWhatIsScraped();
    void writesATable();
    void leavesTheFileWhenNothingCanBeRead();
    void saysWhyItCannotWrite_data();
    void saysWhyItCannotWrite();
    void leavesTheFileWhenCancelled();

private:
    static constexpr int kGroups = 3;
    static void fill(const ChildGateway& child);
    static std::vector<core::GroupingKey> keys();
    static QByteArray contentOf(const QString& path);
    QString exported(Gateway& gateway, Format format, const QString& path);
    std::unique_ptr<Gateway> gatewayAt(const QUrl& url);
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    GroupCells m_words;
    NetworkThread m_network;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
};

void TestExportGroups::fill(const ChildGateway& child)
{
    const QByteArray counter
        = "# HELP rows_total Rows \\\\ written.\n# TYPE rows_total counter\n"_ba;
    QCOMPARE(child.put("/job/a/instance/i"_ba,
                 counter + "rows_total{t=\"x\\ny\"} 1.5e+06\nrows_total 2\nplain NaN\n"),
        200);
    QCOMPARE(child.put("/job/a/shard/1"_ba,
                 counter
                     + "rows_total{t=\"z\"} 3\n# TYPE s summary\ns{quantile=\"0.5\"} 1\n"
                       "s_sum 3\ns_count 4\n"),
        200);
    QCOMPARE(child.put("/job@base64/PTErMQ"_ba,
                 "# TYPE h histogram\nh_bucket{le=\"0.5\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_sum 1.5\n"
                 "h_count 2\n"_ba),
        200);
}

std::vector<core::GroupingKey> TestExportGroups::keys()
{
    const auto key = [](std::vector<core::Label> labels) {
        return *core::GroupingKey::from(*core::Labels::from(std::move(labels)));
    };
    return {key({{"job", "a"}, {"instance", "i"}}), key({{"job", "a"}, {"shard", "1"}}),
        key({{"job", "=1+1"}})};
}

QByteArray TestExportGroups::contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Gateway> TestExportGroups::gatewayAt(const QUrl& url)
{
    auto gateway = std::make_unique<Gateway>(
        *gui::connectionTo(url.toString()), Gateway::Place::Remote, m_network, m_words, m_clock);
    [&] { QTRY_VERIFY(gateway->status().link != GatewayStatus::Link::Connecting); }();
    return gateway;
}

QString TestExportGroups::exported(Gateway& gateway, Format format, const QString& path)
{
    ExportGroups command(gateway, {keys(), format, path});
    const QSignalSpy finished(&command, &ExportGroups::finished);
    command.start();
    [&] { QTRY_COMPARE(finished.size(), 1); }();
    return finished.isEmpty() ? QString() : finished.front().front().toString();
}

void TestExportGroups::writesWhatIsScraped_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("pushgated") << ChildGateway::ours();
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference();
}

void TestExportGroups::writesWhatIsScraped()
{
    QFETCH(const QString, program);
    const ChildGateway child(program);
    fill(child);
    const auto gateway = gatewayAt(child.url());
    const QString file = path(u"groups.prom"_s);
    QCOMPARE(exported(*gateway, Format::Text, file), u"Exported 3 groups to %1."_s.arg(file));

    const auto relevant = [](const QByteArray& exposition) {
        QByteArrayList lines;
        for (const QByteArray& line : exposition.split('\n')) {
            const bool isOfGroups = line.contains("job=\"") || line.contains(" rows_total")
                || line.contains(" plain ") || line.contains(" s ") || line.contains(" h ")
                || line.contains(" push_");
            const bool isEmptyHelp = line.startsWith("# HELP plain") || line.startsWith("# HELP s ")
                || line.startsWith("# HELP h ");
            if (isOfGroups && !isEmptyHelp)
                lines.push_back(line);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    const QByteArrayList lines = relevant(contentOf(file));
    QVERIFY(lines.size() > 15);
    QCOMPARE(lines, relevant(child.scrape()));
}

void TestExportGroups::writesATable()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    const auto gateway = gatewayAt(child.url());
    QTRY_COMPARE(gateway->groups().rowCount(), kGroups);
    const QString file = path(u"groups.csv"_s);
    QCOMPARE(exported(*gateway, Format::Csv, file), u"Exported 3 groups to %1."_s.arg(file));
    const QByteArrayList lines = contentOf(file).split('\n');
    QCOMPARE(lines.size(), kGroups + 2); // names, and nothing after the last line
    QVERIFY(lines[0].startsWith("label_instance,label_job,label_shard,state,"));
    QVERIFY(lines[1].startsWith("i,a,,fresh,20"));
    QVERIFY(lines[2].startsWith(",a,1,fresh,20"));
    QVERIFY(lines[3].startsWith(",'=1+1,,fresh,20")); // no formula
}

void TestExportGroups::leavesTheFileWhenNothingCanBeRead()
{
    const QString file = path(u"kept.prom"_s);
    QFile before(file);
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    const auto gateway = gatewayAt(QUrl(u"http://127.0.0.1:1"_s));
    const QString text = exported(*gateway, Format::Text, file);
    QVERIFY2(
        text.startsWith(u"Could not read {job=\"a\",instance=\"i\"}: nobody"_s), qPrintable(text));
    QCOMPARE(contentOf(file), "before"_ba);
}

void TestExportGroups::saysWhyItCannotWrite_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("text") << Format::Text;
    QTest::newRow("table") << Format::Csv;
}

void TestExportGroups::saysWhyItCannotWrite()
{
    QFETCH(const Format, format);
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    const auto gateway = gatewayAt(child.url());
    const QString file = path(u"no such folder/groups"_s);
    const QString text = exported(*gateway, format, file);
    QVERIFY2(text.startsWith(u"Could not write %1: "_s.arg(file)), qPrintable(text));
    QVERIFY(text.size() > file.size() + 20); // with the reason
}

void TestExportGroups::leavesTheFileWhenCancelled()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    const auto gateway = gatewayAt(child.url());
    std::vector<core::GroupingKey> many;
    for (int number = 0; number < 400; ++number)
        many.push_back(*core::GroupingKey::from(
            *core::Labels::from({{"job", "job" + QByteArray::number(number)}})));
    const QString file = path(u"cancelled.prom"_s);
    ExportGroups command(*gateway, {many, Format::Text, file});
    const QSignalSpy finished(&command, &ExportGroups::finished);
    connect(&command, &ExportGroups::progressed, &command, [&](JobId job, qsizetype, qsizetype of) {
        QCOMPARE(of, 400);
        gateway->cancelJob(job);
    });
    command.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.front().front().toString().startsWith(u"Cancelled."_s));
    QVERIFY(!QFile::exists(file));
}

QTEST_MAIN(TestExportGroups)
#include "tst_export_groups.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/contents_job.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

using Source = ContentsJob::Source;

class TestContentsJob : public QObject {
    Q_OBJECT

private slots:
    void init() { m_noWarnings = std::make_unique<tests::NoWarnings>(); }
    void cleanup() { QCOMPARE(tests::NoWarnings::count(), 0); }
    void readsWhatGroupsHold_data() { sources(); }
    void readsWhatGroupsHold();
    void countsGroupsThatAreGone_data() { sources(); }
    void countsGroupsThatAreGone();
    void failsForEachWithoutAGateway_data();
    void failsForEachWithoutAGateway();
    void stopsWhenCancelled_data();
    void stopsWhenCancelled();

private:
    static void sources();
    static ContentsReport reportOf(ContentsJob& job);

    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    QNetworkAccessManager m_network;
};

namespace {

core::GroupingKey key(const QByteArray& job)
{
    return *core::GroupingKey::from(*core::Labels::from({{"job", job}}));
}

std::vector<core::GroupingKey> manyKeys()
{
    std::vector<core::GroupingKey> keys;
    for (int number = 0; number < 50; ++number)
        keys.push_back(key("job" + QByteArray::number(number)));
    return keys;
}

} // namespace

void TestContentsJob::sources()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<Source>("source");
    QTest::newRow("pushgated, each group") << ChildGateway::ours() << Source::EachGroup;
    QTest::newRow("pushgated, listing") << ChildGateway::ours() << Source::Listing;
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference() << Source::Listing;
}

ContentsReport TestContentsJob::reportOf(ContentsJob& job)
{
    const QSignalSpy finished(&job, &ContentsJob::finished);
    [&] { QTRY_COMPARE(finished.size(), 1); }();
    return finished.isEmpty() ? ContentsReport() : finished.front().front().value<ContentsReport>();
}

void TestContentsJob::readsWhatGroupsHold()
{
    QFETCH(const QString, program);
    QFETCH(const Source, source);
    const ChildGateway child(program);
    for (const char* const job : {"a", "b", "c"})
        QCOMPARE(child.put("/job/"_ba + job, "# TYPE m gauge\nm 7\n"_ba), 200);
    ContentsJob job(m_network, *gui::connectionTo(child.url().toString()), 5);
    const QSignalSpy progressed(&job, &ContentsJob::progressed);
    job.read({key("c"), key("a")}, source);
    const ContentsReport report = reportOf(job);
    QCOMPARE(report.job, JobId(5));
    QCOMPARE(report.groups.size(), size_t(2));
    QCOMPARE(report.groups[0]->key, key("c")); // as asked for
    QCOMPARE(report.groups[1]->key, key("a"));
    QCOMPARE(report.groups[0]->families.front().name, "m"_ba);
    QVERIFY(report.groups[0]->families.front().pushedAt.has_value());
    QVERIFY(report.failed.empty());
    QCOMPARE(report.gone + report.notTried, 0);
    QVERIFY(!progressed.isEmpty());
}

void TestContentsJob::countsGroupsThatAreGone()
{
    QFETCH(const QString, program);
    QFETCH(const Source, source);
    const ChildGateway child(program);
    QCOMPARE(child.put("/job/a"_ba, ""_ba), 200);
    ContentsJob job(m_network, *gui::connectionTo(child.url().toString()), 1);
    job.read({key("a"), key("gone")}, source);
    const ContentsReport report = reportOf(job);
    QCOMPARE(report.groups.size(), size_t(1));
    QCOMPARE(report.gone, 1);
    QVERIFY(report.failed.empty());
}

void TestContentsJob::failsForEachWithoutAGateway_data()
{
    QTest::addColumn<Source>("source");
    QTest::newRow("each group") << Source::EachGroup;
    QTest::newRow("listing") << Source::Listing;
}

void TestContentsJob::failsForEachWithoutAGateway()
{
    QFETCH(const Source, source);
    ContentsJob job(m_network, *gui::connectionTo(u"http://127.0.0.1:1"_s), 1);
    job.read({key("a"), key("b")}, source);
    const ContentsReport report = reportOf(job);
    QVERIFY(report.groups.empty());
    QCOMPARE(report.failed.size(), size_t(2));
    QCOMPARE(report.failed[1].key, key("b"));
    QCOMPARE(report.failed[0].error.kind, ClientError::Kind::Unreachable);
}

void TestContentsJob::stopsWhenCancelled_data()
{
    failsForEachWithoutAGateway_data();
}

void TestContentsJob::stopsWhenCancelled()
{
    QFETCH(const Source, source);
    const ChildGateway child(ChildGateway::ours());
    for (const core::GroupingKey& group : manyKeys())
        QCOMPARE(child.put("/job/" + group.labels().value("job")->toByteArray(), ""_ba), 200);
    ContentsJob job(m_network, *gui::connectionTo(child.url().toString()), 1);
    const QSignalSpy finished(&job, &ContentsJob::finished);
    job.read(manyKeys(), source);
    job.cancel();
    QTRY_COMPARE(finished.size(), 1);
    const auto report = finished.front().front().value<ContentsReport>();
    QVERIFY(report.notTried > 0);
    QCOMPARE(report.notTried + qsizetype(report.groups.size()), 50);
    QVERIFY(report.failed.empty());
}

QTEST_MAIN(TestContentsJob)
#include "tst_contents_job.moc"

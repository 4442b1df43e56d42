// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"
#include "gui/commands/copy_groups.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

class TestCopyGroups : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void copiesWhatGroupsHold_data();
    void copiesWhatGroupsHold();
    void curlBringsGroupsBack_data();
    void curlBringsGroupsBack();
    void selectorsNeedNoGateway();
    void saysWhatCouldNotBeRead();

private:
    QString copied(const QUrl& url, std::vector<core::GroupingKey> keys, CopyForm form);

    core::SystemClock m_clock;
    GroupCells m_words;
    NetworkThread m_network;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
};

namespace {

const QByteArray kBody = "# HELP m It's $HOME, \\\\ and \"so on\".\n# TYPE m gauge\n"
                         "m{x=\"a'b\\\"c\\\\d\\ne `$(id)`\"} 7\n"_ba;

core::GroupingKey key(const QByteArray& job)
{
    return *core::GroupingKey::from(*core::Labels::from({{"job", job}}));
}

QByteArrayList linesOf(const QByteArray& exposition, const QByteArray& name)
{
    QByteArrayList lines;
    for (const QByteArray& line : exposition.split('\n')) {
        if (line.startsWith(name))
            lines.push_back(line);
    }
    return lines;
}

} // namespace

void TestCopyGroups::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void TestCopyGroups::cleanup()
{
    QCOMPARE(tests::NoWarnings::count(), 0);
}

/// What is said once it is done.
QString TestCopyGroups::copied(const QUrl& url, std::vector<core::GroupingKey> keys, CopyForm form)
{
    Gateway gateway(
        *gui::connectionTo(url.toString()), Gateway::Place::Remote, m_network, m_words, m_clock);
    [&] { QTRY_VERIFY(gateway.status().link != GatewayStatus::Link::Connecting); }();
    CopyGroups command(gateway, std::move(keys), form);
    const QSignalSpy finished(&command, &CopyGroups::finished);
    command.start();
    [&] { QTRY_COMPARE(finished.size(), 1); }();
    return finished.isEmpty() ? QString() : finished.front().front().toString();
}

void TestCopyGroups::copiesWhatGroupsHold_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QString>("part");
    QTest::newRow("text") << CopyForm::Text << u"# TYPE m gauge\nm{x=\"a'b"_s;
    QTest::newRow("JSON") << CopyForm::Json << u"\"labels\": {\n        \"job\": \"a\"\n"_s;
    QTest::newRow("curl") << CopyForm::Curl << u"/metrics/job/a' <<'METRICS'\n"_s;
    QTest::newRow("selector") << CopyForm::Selector << u"{job=\"a\"}"_s;
}

void TestCopyGroups::copiesWhatGroupsHold()
{
    QFETCH(const CopyForm, form);
    QFETCH(const QString, part);
    const ChildGateway child(ChildGateway::ours());
    QCOMPARE(child.put("/job/a"_ba, kBody), 200);
    QCOMPARE(copied(child.url(), {key("a")}, form), u"Copied."_s);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(part), qPrintable(text));
}

void TestCopyGroups::curlBringsGroupsBack_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("pushgated") << ChildGateway::ours();
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference();
}

void TestCopyGroups::curlBringsGroupsBack()
{
    QFETCH(const QString, program);
    const ChildGateway child(program);
    QCOMPARE(child.put("/job/a"_ba, kBody), 200);
    QCOMPARE(child.put("/job/b/x/%24y"_ba, "n 1\n"_ba), 200);
    const QByteArrayList before = linesOf(child.scrape(), "m{");
    QCOMPARE(before.size(), 1);
    const core::GroupingKey other
        = *core::GroupingKey::from(*core::Labels::from({{"job", "b"}, {"x", "$y"}}));
    QCOMPARE(copied(child.url(), {key("a"), other}, CopyForm::Curl), u"Copied."_s);
    QCOMPARE(child.put("/job/a"_ba, "other 1\n"_ba), 200); // what is replaced again
    QCOMPARE(child.put("/job/b/x/%24y"_ba, ""_ba), 200);

    QProcess shell;
    shell.start(u"sh"_s, {u"-e"_s});
    shell.write(QGuiApplication::clipboard()->text().toUtf8());
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    const QByteArray after = child.scrape();
    QCOMPARE(linesOf(after, "m{"), before);
    QVERIFY(linesOf(after, "other").isEmpty());
    QCOMPARE(linesOf(after, "n{").size(), 1);
}

void TestCopyGroups::selectorsNeedNoGateway()
{
    QCOMPARE(copied(QUrl(u"http://127.0.0.1:1"_s), {key("a"), key("b")}, CopyForm::Selector),
        u"Copied."_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"{job=\"a\"}\n{job=\"b\"}"_s);
}

void TestCopyGroups::saysWhatCouldNotBeRead()
{
    const QString text
        = copied(QUrl(u"http://127.0.0.1:1"_s), {key("a"), key("b")}, CopyForm::Text);
    QVERIFY2(text.startsWith(u"Could not read {job=\"a\"}: nobody answers"_s), qPrintable(text));
    QVERIFY(text.endsWith(u"1 other group failed, too."_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);

    const ChildGateway child(ChildGateway::ours());
    QCOMPARE(child.put("/job/a"_ba, kBody), 200);
    QCOMPARE(copied(child.url(), {key("a"), key("b")}, CopyForm::Text),
        u"Copied. 1 group had been deleted meanwhile."_s);
}

QTEST_MAIN(TestCopyGroups)
#include "tst_copy_groups.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/routes/page_html.h"
#include "daemon/routes/page_rows.h"
#include "tests/support/push_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

const core::StalenessRules kNoRules;
constexpr core::TimePoint kNow(std::chrono::seconds(1'700'000'100));

} // namespace

class TestPageHtml : public QObject {
    Q_OBJECT

    static PageFacts facts();
    static QByteArray pageOf(const core::MetricStore& store)
    {
        return pageHtml(facts(), {*store.snapshot(), kNoRules, {}, kNow});
    }
    core::NoChangeSink m_sink;

private slots:
    void showsGroups();
    void showsStates();
    void countsWhatItDoesNotShow();
    void saysWhatIsInSight();
    void showsTheRulesInForce();
    void saysThatNothingCanBeKept();
    void showsBuildAndFlags();
    void linksUnderAnyPrefix_data();
    void linksUnderAnyPrefix();
    void escapesWhateverClientsChose();
    void needsNothingThatThePolicyForbids();
};

PageFacts TestPageHtml::facts()
{
    return {{"1.2"_ba, "main"_ba, "abc"_ba, "cc"_ba, "6.4"_ba, "linux/x"_ba},
        {{"log.level"_ba, "info"_ba}, {"web.external-url"_ba, "http://h/?a&b"_ba}},
        core::TimePoint(std::chrono::seconds(1'700'000'000)), ""_ba, "/metrics"_ba,
        Options::Api::Off, "/var/lib/a&b"_ba};
}

void TestPageHtml::showsGroups()
{
    core::MetricStore store({}, m_sink);
    QVERIFY(tests::pushText(store, "/job/b", "m 1\n"));
    QVERIFY(tests::pushText(store, "/job/a/instance/i<b>/app/x", "m 1\nn{l=\"1\"} 1\nn 2\n"));
    const QByteArray page = pageOf(store);
    QVERIFY(page.contains("2 groups, 8 series"));
    const qsizetype first = page.indexOf(
        "<tr title=\"{job=&#34;a&#34;,app=&#34;x&#34;,instance=&#34;i&lt;b&gt;&#34;}\">"
        "<td class=\"state\"><span class=\"badge fresh\">Fresh</span></td>"
        "<td class=\"job\">a</td><td class=\"instance\">i&lt;b&gt;</td><td class=\"labels\">"
        "<span class=\"label\"><span class=\"name\">app=</span>&#34;x&#34;</span> </td>"
        "<td class=\"push\"><time "
        "datetime=\"2023-11-14T22:13:20Z\">2023-11-14T22:13:20Z</time></td>"
        "<td class=\"rhythm\">not learnt yet</td><td class=\"number\">5</td></tr>");
    const qsizetype second = page.indexOf("<td class=\"job\">b</td>");
    QVERIFY(first > 0 && second > first);
}

void TestPageHtml::showsStates()
{
    core::MetricStore store({}, m_sink);
    QVERIFY(!tests::pushText(store, "/job/a", "m 1\nm 1\n"));
    for (const int minute : {0, 10, 20, 30, 40})
        QVERIFY(tests::pushText(store, "/job/b", "m 1\n", 1'700'000'000 + minute * 60));
    const core::TimePoint now(std::chrono::seconds(1'700'090'000));
    const QByteArray page = pageHtml(facts(), {*store.snapshot(), kNoRules, {}, now});
    QVERIFY(
        page.contains("<span class=\"badge failed\">Failed</span></td><td class=\"job\">a</td>"));
    QVERIFY(page.contains("<td class=\"push\">never</td>"));
    QVERIFY(
        page.contains("<span class=\"badge overdue\">Overdue</span></td><td class=\"job\">b</td>"));
    QVERIFY(page.contains("<td class=\"rhythm\">every 10 min</td>"));
}

void TestPageHtml::countsWhatItDoesNotShow()
{
    core::MetricStore store({}, m_sink);
    for (size_t i = 0; i <= kMostGroupsOnPage; ++i)
        QVERIFY(tests::pushText(store, "/job/j" + QByteArray::number(qulonglong{i}), "m 1\n"));
    const QByteArray page = pageOf(store);
    QCOMPARE(page.count("<td class=\"job\">"), static_cast<qsizetype>(kMostGroupsOnPage));
    QVERIFY(page.contains("101 groups, 303 series"));
    QVERIFY(page.contains("the first 100 of 101;"));
}

void TestPageHtml::saysWhatIsInSight()
{
    const core::TimePoint now{};
    PageFacts admin = facts();
    admin.admin = Options::Api::On;
    QVERIFY(pageHtml(facts(), {{}, kNoRules, {}, now, PageView::Groups})
                .contains("data-base=\".\" data-admin=\"off\" data-view=\"groups\""));
    QVERIFY(pageHtml(admin, {{}, kNoRules, {}, now, PageView::Status})
                .contains("data-admin=\"on\" data-view=\"status\""));
}

void TestPageHtml::showsTheRulesInForce()
{
    using std::chrono::hours;
    core::MetricStore store({}, m_sink);
    QVERIFY(tests::pushText(store, "/job/a", "m 1\n"));
    QVERIFY(pageOf(store).contains(
        "<td><span data-t=\"rule_none\">none: only the learnt rhythm counts</span></td>"));
    const core::StalenessRules rules{
        {{*core::Selector::parse(R"({job="a"})"), {hours(2), hours(168)}}}, {hours(26), {}}};
    const core::TimePoint now = kNow + hours(3);
    const QByteArray page = pageHtml(facts(), {*store.snapshot(), rules, {}, now});
    QVERIFY(page.contains(
        "<th scope=\"row\">{job=&#34;a&#34;}</th>"
        "<td><span data-t=\"rule_stale\" data-seconds=\"7200\">stale after 2 h</span><br>"
        "<span data-t=\"rule_delete\" data-seconds=\"604800\">deleted after 7 d</span></td>"));
    QVERIFY(page.contains(
        "<th scope=\"row\"><span data-t=\"any_other\">any other</span></th>"
        "<td><span data-t=\"rule_stale\" data-seconds=\"93600\">stale after 26 h</span></td>"));
    QVERIFY(page.contains("<span class=\"badge stale\">Stale</span>"));
}

void TestPageHtml::saysThatNothingCanBeKept()
{
    const QByteArray page = pageHtml(facts(),
        {{}, kNoRules, core::Error{core::Error::Kind::Unavailable, "the disk is full"}, kNow,
            PageView::Status});
    QVERIFY(page.contains("<td>the disk is full</td>"));
}

void TestPageHtml::showsBuildAndFlags()
{
    const core::MetricStore store({}, m_sink);
    const QByteArray page = pageOf(store);
    QVERIFY(page.contains("<title>Pushgate</title>"));
    QVERIFY(page.contains(
        "<tr><th scope=\"row\"><span data-t=\"version\">Version</span></th><td>1.2</td></tr>"));
    QVERIFY(
        page.contains("<tr><th scope=\"row\"><span data-t=\"started\">Started</span></th><td><time "
                      "datetime=\"2023-11-14T22:13:20Z\">"));
    QVERIFY(page.contains("<tr><th scope=\"row\"><span data-t=\"kept_in\">Kept "
                          "in</span></th><td>/var/lib/a&amp;b</td></tr>"));
    QVERIFY(page.contains("<tr><th scope=\"row\">log.level</th><td>info</td></tr>"));
    QVERIFY(page.contains(
        "<tr><th scope=\"row\">web.external-url</th><td>http://h/?a&amp;b</td></tr>"));
    QVERIFY(page.contains("0 groups, 0 series"));
    QVERIFY(page.contains("Nothing has been pushed yet."));
}

void TestPageHtml::linksUnderAnyPrefix_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("none") << ""_ba
                          << R"(<a href="./metrics" data-t="metrics">)"_ba;
    QTest::newRow("plain") << "/ext"_ba
                           << R"(<a href="/ext/metrics" data-t="metrics">)"_ba;
    QTest::newRow("hostile") << R"(/"><b>)"_ba
                             << R"(<a href="/%22%3E%3Cb%3E/metrics" data-t="metrics">)"_ba;
}

void TestPageHtml::linksUnderAnyPrefix()
{
    QFETCH(const QByteArray, prefix);
    QFETCH(const QByteArray, link);
    PageFacts prefixed = facts();
    prefixed.externalPrefix = prefix;
    QVERIFY(pageHtml(prefixed, {{}, kNoRules, {}, kNow}).contains(link));
}

void TestPageHtml::escapesWhateverClientsChose()
{
    const QByteArray hostile = R"("><script>'&)"_ba;
    core::MetricStore store({}, m_sink);
    const auto labels = core::Labels::from({{"job"_ba, hostile}, {"<img src=x>"_ba, hostile}});
    const auto key = core::GroupingKey::from(*labels);
    const auto push = core::prepare({*key, core::PushMode::Replace, {}}, core::TimePoint{});
    QVERIFY(store.push(*push, core::Consistency::Unchecked));
    PageFacts facts = TestPageHtml::facts();
    facts.flags.push_back({"web.telemetry-path"_ba, hostile});
    const QByteArray page = pageHtml(facts, {*store.snapshot(), kNoRules, {}, kNow});
    QVERIFY(!page.contains("<script>"));
    QVERIFY(!page.contains("<img src=x"));
    QCOMPARE(page.count("&#34;&gt;&lt;script&gt;&#39;&amp;"), 5);
}

void TestPageHtml::needsNothingThatThePolicyForbids()
{
    const QByteArray page = pageHtml(facts(), {{}, kNoRules, {}, kNow});
    QVERIFY(
        pageSecurityPolicy().startsWith("default-src 'none'; style-src 'self'; script-src 'self'"));
    QVERIFY(!page.contains("<style") && !page.contains("style=") && !page.contains("<script>"));
    QCOMPARE(page.count("<script"), 1);
}

QTEST_APPLESS_MAIN(TestPageHtml)
#include "tst_page_html.moc"

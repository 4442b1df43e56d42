// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/routes/page_html.h"
#include "tests/support/push_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestPageHtml : public QObject {
    Q_OBJECT

    static PageFacts facts();
    static QByteArray pageOf(const core::MetricStore& store)
    {
        return pageHtml(facts(), *store.snapshot());
    }
    core::NoChangeSink m_sink;

private slots:
    void showsGroups();
    void showsFailures();
    void countsWhatItDoesNotShow();
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
        core::TimePoint(std::chrono::seconds(1'700'000'000)), ""_ba, "/metrics"_ba};
}

void TestPageHtml::showsGroups()
{
    core::MetricStore store({}, m_sink);
    QVERIFY(tests::pushText(store, "/job/b", "m 1\n"));
    QVERIFY(tests::pushText(store, "/job/a/instance/i<b>/app/x", "m 1\nn{l=\"1\"} 1\nn 2\n"));
    const QByteArray page = pageOf(store);
    QVERIFY(page.contains("2 groups, 8 series."));
    const qsizetype first = page.indexOf("<span class=\"label\">job=&#34;a&#34;</span>"
                                         "<span class=\"label\">app=&#34;x&#34;</span>"
                                         "<span class=\"label\">instance=&#34;i&lt;b&gt;&#34;");
    const qsizetype second = page.indexOf("<span class=\"label\">job=&#34;b&#34;</span></td>");
    QVERIFY(first > 0 && second > first);
    QVERIFY(page.contains("<td class=\"time\"><time datetime=\"2023-11-14T22:13:20Z\">"
                          "2023-11-14T22:13:20Z</time></td><td class=\"number\">4</td>"
                          "<td class=\"number\">5</td>"));
    QVERIFY(!page.contains("failed,"));
}

void TestPageHtml::showsFailures()
{
    core::MetricStore store({}, m_sink);
    QVERIFY(!tests::pushText(store, "/job/a", "m 1\nm 1\n"));
    const QByteArray page = pageOf(store);
    QVERIFY(page.contains("Last push failed, <time datetime=\"2023-11-14T22:13:20Z\">"));
    QVERIFY(page.contains("<td class=\"time\">never</td>"));
}

void TestPageHtml::countsWhatItDoesNotShow()
{
    core::MetricStore store({}, m_sink);
    for (size_t i = 0; i <= kMostGroupsOnPage; ++i)
        QVERIFY(tests::pushText(store, "/job/j" + QByteArray::number(qulonglong{i}), "m 1\n"));
    const QByteArray page = pageOf(store);
    QCOMPARE(page.count("<span class=\"label\">"), static_cast<qsizetype>(kMostGroupsOnPage));
    QVERIFY(page.contains("1001 groups, 3003 series."));
    QVERIFY(page.contains("the first 1000;"));
}

void TestPageHtml::showsBuildAndFlags()
{
    const core::MetricStore store({}, m_sink);
    const QByteArray page = pageOf(store);
    QVERIFY(page.contains("<title>Pushgate</title>"));
    QVERIFY(page.contains("<tr><th>Version</th><td>1.2</td></tr>"));
    QVERIFY(page.contains("<tr><th>Started</th><td>2023-11-14T22:13:20Z</td></tr>"));
    QVERIFY(page.contains("<tr><th>log.level</th><td>info</td></tr>"));
    QVERIFY(page.contains("<tr><th>web.external-url</th><td>http://h/?a&amp;b</td></tr>"));
    QVERIFY(page.contains("0 groups, 0 series."));
}

void TestPageHtml::linksUnderAnyPrefix_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("none") << ""_ba
                          << R"(<a href="./metrics">)"_ba;
    QTest::newRow("plain") << "/ext"_ba
                           << R"(<a href="/ext/metrics">)"_ba;
    QTest::newRow("hostile") << R"(/"><b>)"_ba
                             << R"(<a href="/%22%3E%3Cb%3E/metrics">)"_ba;
}

void TestPageHtml::linksUnderAnyPrefix()
{
    QFETCH(const QByteArray, prefix);
    QFETCH(const QByteArray, link);
    PageFacts prefixed = facts();
    prefixed.externalPrefix = prefix;
    QVERIFY(pageHtml(prefixed, {}).contains(link));
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
    const QByteArray page = pageHtml(facts, *store.snapshot());
    QVERIFY(!page.contains("<script>"));
    QVERIFY(!page.contains("<img"));
    QCOMPARE(page.count("&#34;&gt;&lt;script&gt;&#39;&amp;"), 3);
}

void TestPageHtml::needsNothingThatThePolicyForbids()
{
    const QByteArray page = pageHtml(facts(), {});
    QVERIFY(
        pageSecurityPolicy().startsWith("default-src 'none'; style-src 'self'; script-src 'self'"));
    QVERIFY(!page.contains("<style") && !page.contains("style=") && !page.contains("<script>"));
    QCOMPARE(page.count("<script"), 1);
}

QTEST_APPLESS_MAIN(TestPageHtml)
#include "tst_page_html.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request.h"
#include "daemon/log/logger.h"
#include "daemon/telemetry/group_metrics.h"
#include "daemon/telemetry/own_families.h"
#include "daemon/telemetry/self_metrics.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/push_text.h"

#include <QtTest>

#include <algorithm>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestSelfMetrics : public QObject {
    Q_OBJECT

    static const core::MetricFamily* find(
        const std::vector<core::MetricFamily>& families, QByteArrayView name);
    static QByteArray labelsOf(const core::Metric& metric);
    std::vector<core::MetricFamily> families(RequestMetrics& requests) const;
    static void finish(ReplyObserver& observer, int status)
    {
        Request request;
        request.startedAt = SharedSummary::Instant(1h);
        observer.replyFinished({request, status, 0, 1s, Exchange::Outcome::Sent});
    }
    const SharedSummary::Instant m_start{1h};
    const core::SnapshotPtr m_empty = std::make_shared<const core::Snapshot>();

private slots:
    void declaresWhatItShows();
    void isSortedByName();
    void showsNoRequestsBeforeTheFirst();
    void sortsRequestsByLabels();
    void showsSummariesOfPushes();
    void countsSeries();
    void tellsOfPersistenceIfThereIsAny();
    void identifiesTheBuild();
    void onlyWhatIsObservedLaterMustMatchInHelp();
};

const core::MetricFamily* TestSelfMetrics::find(
    const std::vector<core::MetricFamily>& families, QByteArrayView name)
{
    const auto found = std::find_if(families.begin(), families.end(),
        [&](const core::MetricFamily& family) { return family.name() == name; });
    return found == families.end() ? nullptr : &*found;
}

QByteArray TestSelfMetrics::labelsOf(const core::Metric& metric)
{
    QByteArray text;
    for (const core::LabelView& label : metric.labels())
        text.append(label.name).append('=').append(label.value).append(' ');
    return text;
}

/// Of a gateway that has something to say in every family.
std::vector<core::MetricFamily> TestSelfMetrics::families(RequestMetrics& requests) const
{
    CommitMetrics commits(m_start);
    core::NoChangeSink sink;
    core::MetricStore store({}, sink);
    for (int hour = 1; hour <= 5; ++hour)
        (void)tests::pushText(store, "/job/a", "m 1\n", hour * 3'600);
    const tests::FixedClock clock(5 * 3'600);
    Logger logger({}, clock, [](const QByteArray&) {});
    core::GroupCatalog catalog;
    RulesInForce rules;
    RenderPool pool(1);
    const GroupExpiry expiry({store, catalog, rules, clock, logger, pool});
    const GroupMetrics groups(catalog, rules, expiry, clock, GroupMetrics::PerGroup::On);
    return SelfMetrics(BuildInfo::ofThisProgram(), requests, &commits, "file"_ba, &groups)
        .families(store.snapshot(), m_start);
}

void TestSelfMetrics::declaresWhatItShows()
{
    RequestMetrics requests(m_start);
    finish(requests.push("put"_ba), 200);
    const auto shown = families(requests);
    QCOMPARE(shown.size(), ownFamilies().size());
    for (const core::OwnFamily& own : ownFamilies()) {
        const core::MetricFamily* const family = find(shown, own.name);
        QVERIFY2(family, own.name.constData());
        QCOMPARE(family->type(), own.type);
        QCOMPARE(family->help(), std::optional(own.help));
        QVERIFY(family->metricCount() > 0);
        QVERIFY(family->metric(0).has(core::payloadOf(own.type)));
    }
}

void TestSelfMetrics::isSortedByName()
{
    RequestMetrics requests(m_start);
    finish(requests.push("put"_ba), 200);
    const auto before = [](const auto& left, const auto& right) { return left.name < right.name; };
    QVERIFY(std::is_sorted(ownFamilies().begin(), ownFamilies().end(), before));
    const auto shown = families(requests);
    QVERIFY(std::is_sorted(shown.begin(), shown.end(),
        [](const auto& left, const auto& right) { return left.name() < right.name(); }));
}

void TestSelfMetrics::showsNoRequestsBeforeTheFirst()
{
    RequestMetrics requests(m_start);
    requests.push("put"_ba);
    requests.route("ready"_ba, "get"_ba);
    for (const core::MetricFamily& family : families(requests))
        QVERIFY2(!family.name().startsWith("pushgateway_http"), family.name().constData());
}

void TestSelfMetrics::sortsRequestsByLabels()
{
    RequestMetrics requests(m_start);
    RouteCounter& put = requests.push("put"_ba);
    RouteCounter& post = requests.push("post"_ba);
    RouteCounter& ready = requests.route("ready"_ba, "get"_ba);
    finish(put, 400);
    finish(ready, 200);
    finish(put, 200);
    finish(post, 200);
    finish(post, 200);

    const auto shown = families(requests);
    const core::MetricFamily* const family = find(shown, "pushgateway_http_requests_total");
    QVERIFY(family);
    QCOMPARE(family->metricCount(), size_t{4});
    QCOMPARE(labelsOf(family->metric(0)), "code=200 handler=push method=post "_ba);
    QCOMPARE(family->metric(0).plain(core::Payload::Counter), std::optional(2.0));
    QCOMPARE(labelsOf(family->metric(1)), "code=200 handler=push method=put "_ba);
    QCOMPARE(labelsOf(family->metric(2)), "code=200 handler=ready method=get "_ba);
    QCOMPARE(labelsOf(family->metric(3)), "code=400 handler=push method=put "_ba);
}

void TestSelfMetrics::showsSummariesOfPushes()
{
    RequestMetrics requests(m_start);
    finish(requests.push("put"_ba), 200);
    requests.push("post"_ba);
    const auto shown = families(requests);
    const core::MetricFamily* const family = find(shown, "pushgateway_http_push_duration_seconds");
    QVERIFY(family);
    QCOMPARE(family->metricCount(), size_t{1});
    QCOMPARE(labelsOf(family->metric(0)), "method=put "_ba);
    const core::Summary* const summary = family->metric(0).summary();
    QVERIFY(summary);
    QCOMPARE(summary->sampleCount, std::optional(quint64{1}));
    QCOMPARE(summary->sampleSum, std::optional(1.0));
    QCOMPARE(summary->quantiles.size(), size_t{3});
    QCOMPARE(summary->quantiles[2].quantile, std::optional(0.9));
    QCOMPARE(summary->quantiles[2].value, std::optional(1.0));
}

void TestSelfMetrics::countsSeries()
{
    RequestMetrics requests(m_start);
    const auto snapshot = std::make_shared<core::Snapshot>();
    snapshot->seriesCount = 42;
    const auto shown
        = SelfMetrics(BuildInfo::ofThisProgram(), requests).families(snapshot, m_start);
    const core::MetricFamily* const family = find(shown, "pushgate_series");
    QVERIFY(family);
    QCOMPARE(family->metric(0).plain(core::Payload::Gauge), std::optional(42.0));
}

void TestSelfMetrics::tellsOfPersistenceIfThereIsAny()
{
    RequestMetrics requests(m_start);
    CommitMetrics commits(m_start);
    commits.commits = 4;
    commits.errors = 2;
    commits.recorded = 9;
    commits.durable = 6;
    commits.durations.observe(0.5, m_start);
    const BuildInfo build = BuildInfo::ofThisProgram();
    const auto shown
        = SelfMetrics(build, requests, &commits, "no such file"_ba).families(m_empty, m_start);
    const auto value = [&shown](QByteArrayView name, core::Payload kind) {
        return find(shown, name)->metric(0).plain(kind);
    };
    QCOMPARE(value("pushgate_persistence_commits_total", core::Payload::Counter), 4.0);
    QCOMPARE(value("pushgate_persistence_errors_total", core::Payload::Counter), 2.0);
    QCOMPARE(value("pushgate_persistence_pending_changes", core::Payload::Gauge), 3.0);
    QCOMPARE(value("pushgate_persistence_bytes", core::Payload::Gauge), 0.0);
    QCOMPARE(find(shown, "pushgate_persistence_commit_duration_seconds")
                 ->metric(0)
                 .summary()
                 ->sampleCount,
        quint64(1));
    for (const core::MetricFamily& family : SelfMetrics(build, requests).families(m_empty, m_start))
        QVERIFY(!family.name().startsWith("pushgate_persistence_"));
}

void TestSelfMetrics::identifiesTheBuild()
{
    RequestMetrics requests(m_start);
    const BuildInfo build{"1.2"_ba, "main"_ba, "abc"_ba, "cc"_ba, "6.4"_ba, "linux/x"_ba};
    const auto shown = SelfMetrics(build, requests).families(m_empty, m_start);
    const core::MetricFamily* const family = find(shown, "pushgateway_build_info");
    QVERIFY(family);
    QCOMPARE(labelsOf(family->metric(0)),
        "branch=main compiler=cc qtversion=6.4 revision=abc version=1.2 "_ba);
    QCOMPARE(family->metric(0).plain(core::Payload::Gauge), std::optional(1.0));
}

void TestSelfMetrics::onlyWhatIsObservedLaterMustMatchInHelp()
{
    for (const core::OwnFamily& own : ownFamilies()) {
        QCOMPARE(own.helpRule == core::OwnFamily::HelpRule::HelpMustMatch,
            own.name.startsWith("pushgateway_http_"));
    }
}

QTEST_APPLESS_MAIN(TestSelfMetrics)
#include "tst_self_metrics.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request.h"
#include "daemon/telemetry/request_metrics.h"

#include <QtTest>

#include <thread>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestRequestMetrics : public QObject {
    Q_OBJECT

    static void finish(ReplyObserver& observer, int status, const Request& request = {})
    {
        observer.replyFinished({request, status, 0, 250ms, Exchange::Outcome::Sent});
    }
    const SharedSummary::Instant m_start{1h};

private slots:
    void countsByStatus();
    void countsEveryRouteByItself();
    void pushesHaveSizeAndDuration();
    void pushesAreNotedByTheMinute();
    void countsFromManyThreads();
};

void TestRequestMetrics::countsByStatus()
{
    RequestMetrics metrics(m_start);
    RouteCounter& counter = metrics.route("ready"_ba, "get"_ba);
    QVERIFY(counter.counts().empty());
    finish(counter, 500);
    finish(counter, 200);
    finish(counter, 200);
    const auto counts = counter.counts();
    QCOMPARE(counts.size(), size_t{2});
    QCOMPARE(counts[0].status, 200);
    QCOMPARE(counts[0].count, quint64{2});
    QCOMPARE(counts[1].status, 500);
    QCOMPARE(counts[1].count, quint64{1});
}

void TestRequestMetrics::countsEveryRouteByItself()
{
    RequestMetrics metrics(m_start);
    RouteCounter& first = metrics.route("status"_ba, "get"_ba);
    RouteCounter& second = metrics.push("put"_ba);
    finish(first, 200);
    QCOMPARE(metrics.routes().size(), size_t{2});
    QCOMPARE(metrics.pushes().size(), size_t{1});
    QCOMPARE(first.counts().size(), size_t{1});
    QVERIFY(second.counts().empty());
    QCOMPARE(second.handler(), "push"_ba);
    QCOMPARE(second.method(), "put"_ba);
}

void TestRequestMetrics::pushesAreNotedByTheMinute()
{
    RequestMetrics metrics(m_start);
    Request request;
    request.startedAt = m_start;
    finish(metrics.push("put"_ba), 200, request);
    finish(metrics.push("post"_ba), 202, request);
    finish(metrics.bulkPush("api/v1/push"_ba, "put"_ba), 400, request);
    finish(metrics.push("put"_ba), 503, request);
    finish(metrics.route("status"_ba, "get"_ba), 200, request); // no push
    const auto history = metrics.activity().history(m_start + 1s);
    QCOMPARE(history.pushes.back(), quint64{2});
    QCOMPARE(history.failures.back(), quint64{2});
}

void TestRequestMetrics::pushesHaveSizeAndDuration()
{
    RequestMetrics metrics(m_start);
    PushCounter& counter = metrics.push("put"_ba);
    Request request;
    request.method = "PUT"_ba;
    request.target = "/metrics/job/a"_ba;
    request.contentLength = 1000;
    request.startedAt = m_start;
    finish(counter, 400, request);

    const auto sizes = counter.sizes().read(m_start);
    QCOMPARE(sizes.count, quint64{1});
    QCOMPARE(sizes.sum, 1000.0 + 14 + 3 + 8);
    const auto durations = counter.durations().read(m_start);
    QCOMPARE(durations.count, quint64{1});
    QCOMPARE(durations.sum, 0.25);
    QCOMPARE(durations.quantiles, std::vector<double>(3, 0.25));
    QCOMPARE(counter.counts().at(0).status, 400);
}

void TestRequestMetrics::countsFromManyThreads()
{
    RequestMetrics metrics(m_start);
    PushCounter& counter = metrics.push("post"_ba);
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&] {
                for (int i = 0; i < 2'000; ++i)
                    finish(counter, 200);
            });
        }
    }
    QCOMPARE(counter.counts().at(0).count, quint64{8'000});
    QCOMPARE(counter.sizes().read(m_start).count, quint64{8'000});
}

QTEST_APPLESS_MAIN(TestRequestMetrics)
#include "tst_request_metrics.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/exposition_cache.h"
#include "core/store/metric_store.h"
#include "daemon/log/logger.h"
#include "daemon/routes/scrape_route.h"
#include "daemon/telemetry/own_families.h"
#include "daemon/telemetry/self_metrics.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/push_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestScrapeRoute : public QObject {
    Q_OBJECT

    std::optional<Reply> scrape(const Request& request = {}) const
    {
        return ScrapeRoute(*m_store, *m_cache, *m_self, *m_pool, *m_logger)
            .handle(request, {ReplyTo(m_replies, 1, 1), nullptr});
    }
    static QByteArray field(const Reply& reply, const char* name);

    core::NoChangeSink m_sink;
    core::SystemClock m_clock;
    QByteArray m_log;
    std::shared_ptr<tests::CollectingSink> m_replies;
    std::unique_ptr<core::MetricStore> m_store;
    std::unique_ptr<core::ExpositionCache> m_cache;
    std::unique_ptr<RequestMetrics> m_requests;
    std::unique_ptr<SelfMetrics> m_self;
    std::unique_ptr<Logger> m_logger;
    std::unique_ptr<RenderPool> m_pool;

private slots:
    void init();
    void showsStoredAndOwnMetrics();
    void negotiatesFormatAndCoding();
    void takesOnlyTheFirstAccept();
    void explainsErrorsInsteadOfServing();
    void largeStoresAreAnsweredLater();
};

void TestScrapeRoute::init()
{
    m_log.clear();
    m_replies = std::make_shared<tests::CollectingSink>();
    m_store = std::make_unique<core::MetricStore>(ownFamilies(), m_sink);
    m_cache = std::make_unique<core::ExpositionCache>();
    m_requests = std::make_unique<RequestMetrics>(std::chrono::steady_clock::now());
    m_self = std::make_unique<SelfMetrics>(BuildInfo::ofThisProgram(), *m_requests);
    m_logger = std::make_unique<Logger>(
        Logger::Settings{}, m_clock, [this](const QByteArray& line) { m_log.append(line); });
    m_pool = std::make_unique<RenderPool>(1);
}

QByteArray TestScrapeRoute::field(const Reply& reply, const char* name)
{
    for (const Reply::Field& each : reply.fields) {
        if (each.name == name)
            return each.value;
    }
    return "(none)"_ba;
}

void TestScrapeRoute::showsStoredAndOwnMetrics()
{
    QVERIFY(tests::pushText(*m_store, "/job/j", "m{a=\"b\"} 7\n"));
    const auto reply = scrape();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->framing, Reply::Framing::Chunked);
    QCOMPARE(field(*reply, "Content-Type"),
        "text/plain; version=0.0.4; charset=utf-8; escaping=underscores"_ba);
    QCOMPARE(field(*reply, "Content-Encoding"), "(none)"_ba);
    const QByteArray body = reply->segments.join();
    QVERIFY(body.contains("\nm{a=\"b\",instance=\"\",job=\"j\"} 7\n"));
    QVERIFY(body.contains("\npushgate_series 3\n"));
    QVERIFY(body.contains("\n# TYPE process_open_fds gauge\n"));
}

void TestScrapeRoute::negotiatesFormatAndCoding()
{
    Request request;
    request.fields.append("Accept",
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
        "encoding=delimited;escaping=dots");
    request.fields.append("Accept-Encoding", "br");
    request.fields.append("Accept-Encoding", "gzip");
    const auto reply = scrape(request);
    QVERIFY(reply);
    QCOMPARE(field(*reply, "Content-Type"),
        "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; "
        "encoding=delimited; escaping=dots"_ba);
    QCOMPARE(field(*reply, "Content-Encoding"), "gzip"_ba);
    QVERIFY(reply->segments.join().startsWith("\x1f\x8b\x08"));
}

void TestScrapeRoute::takesOnlyTheFirstAccept()
{
    Request request;
    request.fields.append("Accept", "text/plain;escaping=values");
    request.fields.append("Accept", "text/plain;escaping=dots");
    const auto reply = scrape(request);
    QVERIFY(reply);
    QCOMPARE(field(*reply, "Content-Type"),
        "text/plain; version=0.0.4; charset=utf-8; escaping=values"_ba);
}

void TestScrapeRoute::explainsErrorsInsteadOfServing()
{
    QVERIFY(tests::pushText(
        *m_store, "/job/j", "m 1\nm 1\n", 1'700'000'000, core::Consistency::Unchecked));
    QVERIFY(!scrape());
    QTRY_COMPARE(m_replies->sent().size(), size_t{1});
    const Reply reply = m_replies->sent()[0].reply;
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.framing, Reply::Framing::Length);
    QCOMPARE(field(reply, "Content-Type"), "text/plain; charset=utf-8"_ba);
    const QByteArray body = reply.segments.join();
    QVERIFY(body.startsWith("An error has occurred while serving metrics:\n\ncollected metric"));
    m_pool.reset(); // the line is written before the reply is sent, but by another thread
    QVERIFY(m_log.contains(" level=error ")
        && m_log.contains(" msg=\"error gathering metrics: collected metric"));
}

void TestScrapeRoute::largeStoresAreAnsweredLater()
{
    QByteArray text;
    for (quint64 i = 0; i <= RenderPool::kSeriesInPlace; ++i)
        text.append("m{i=\"" + QByteArray::number(i) + "\"} 1\n");
    QVERIFY(tests::pushText(*m_store, "/job/j", text));
    QVERIFY(!scrape());
    QTRY_COMPARE(m_replies->sent().size(), size_t{1});
    const Reply reply = m_replies->sent()[0].reply;
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.segments.join().contains("\nm{i=\"2000\",instance=\"\",job=\"j\"} 1\n"));
}

QTEST_GUILESS_MAIN(TestScrapeRoute)
#include "tst_scrape_route.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/logger.h"
#include "daemon/routes/push_route.h"
#include "tests/support/compression.h"
#include "tests/support/fixed_clock.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestPushRoute : public QObject {
    Q_OBJECT

    static Request request(const char* method, const QByteArray& body);
    Reply push(const Request& request, QByteArrayView labels = {});
    QByteArrayList storedNames() const;

    core::NoChangeSink m_sink;
    tests::FixedClock m_clock{1'700'000'000};
    QByteArray m_log;
    std::unique_ptr<core::MetricStore> m_store;
    std::unique_ptr<Logger> m_logger;
    PushRoute::Settings m_settings;

private slots:
    void init();
    void storesWhatIsPushed();
    void putReplacesAndPostMerges();
    void takesTheServersTime();
    void refusalsLeaveNoTrace_data();
    void refusalsLeaveNoTrace();
    void inconsistentPushesAreMarkedAndLogged();
    void uncheckedPushesAreAlwaysAccepted_data();
    void uncheckedPushesAreAlwaysAccepted();
    void whatCannotBeReadIsRefusedUnchecked();
    void decodesBodies_data();
    void decodesBodies();
    void boundsWhatBodiesBecome();
    void mistakesComeBeforeACutBody_data();
    void mistakesComeBeforeACutBody();
};

void TestPushRoute::init()
{
    m_log.clear();
    m_store = std::make_unique<core::MetricStore>(std::vector<core::OwnFamily>{}, m_sink);
    m_logger = std::make_unique<Logger>(Logger::Settings{LogLevel::Debug, LogFormat::Logfmt},
        m_clock, [this](const QByteArray& line) { m_log.append(line); });
    m_settings = {core::NameScheme::Legacy, core::Consistency::Checked, 1'024'000};
}

Request TestPushRoute::request(const char* method, const QByteArray& body)
{
    Request request;
    request.method = method;
    request.body = body;
    request.peerAddress = "192.0.2.1"_ba;
    return request;
}

Reply TestPushRoute::push(const Request& request, QByteArrayView labels)
{
    return PushRoute(*m_store, m_clock, *m_logger, m_settings)
        .handle(request, {"j", core::JobEncoding::Plain, labels});
}

/// The families of the only group, without those that every group has.
QByteArrayList TestPushRoute::storedNames() const
{
    QByteArrayList names;
    m_store->snapshot()->groups.forEach([&](const QByteArray&, const core::GroupPtr& group) {
        for (const core::StoredFamily& stored : group->families) {
            if (!stored.family().name().startsWith("push_"))
                names.append(stored.family().name());
        }
    });
    return names;
}

void TestPushRoute::storesWhatIsPushed()
{
    QCOMPARE(push(request("PUT", "b 1\na{x=\"1\"} 2\n"_ba), "/l/v"), Reply::empty(200));
    QCOMPARE(storedNames(), (QByteArrayList{"a", "b"}));
    QCOMPARE(m_store->snapshot()->groups.chunks()[0]->entries[0].key, "job\xffj\xffl\xffv"_ba);
    QVERIFY(m_log.isEmpty());
}

void TestPushRoute::putReplacesAndPostMerges()
{
    QCOMPARE(push(request("POST", "a 1\nb 1\n"_ba)).status, 200);
    QCOMPARE(push(request("POST", "c 1\n"_ba)).status, 200);
    QCOMPARE(storedNames(), (QByteArrayList{"a", "b", "c"}));
    QCOMPARE(push(request("PUT", "d 1\n"_ba)).status, 200);
    QCOMPARE(storedNames(), QByteArrayList{"d"});
    QCOMPARE(push(request("PUT", {})).status, 200);
    QVERIFY(storedNames().isEmpty());
    QCOMPARE(m_store->snapshot()->groups.size(), size_t{1});
}

void TestPushRoute::takesTheServersTime()
{
    QCOMPARE(push(request("PUT", "a 1\n"_ba)).status, 200);
    const core::GroupPtr group = m_store->snapshot()->groups.chunks()[0]->entries[0].value;
    QCOMPARE(group->pushTime, std::optional(m_clock.now()));
}

void TestPushRoute::refusalsLeaveNoTrace_data()
{
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("path before body") << "/x"_ba
                                      << "bad bad\n"_ba
                                      << R"(odd number of components in label string "/x")"_ba;
    QTest::newRow("label name") << "/a.b/x"_ba
                                << "m 1\n"_ba
                                << R"(improper label name "a.b")"_ba;
    QTest::newRow("text") << ""_ba
                          << "m zzz\n"_ba
                          << "text format parsing error in line 1: expected float as value, got "
                             "\"zzz\""_ba;
}

void TestPushRoute::refusalsLeaveNoTrace()
{
    QFETCH(const QByteArray, labels);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, error);
    QCOMPARE(push(request("PUT", body), labels), Reply::error(400, error));
    QVERIFY(m_store->snapshot()->groups.empty());
    QVERIFY(m_log.contains(" level=debug ") && m_log.contains(" source=192.0.2.1 "));
}

void TestPushRoute::inconsistentPushesAreMarkedAndLogged()
{
    const Reply reply = push(request("PUT", "m 1\nm 1\n"_ba));
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.segments.value(0).startsWith(
        "pushed metrics are invalid or inconsistent with existing metrics: collected metric"));
    QCOMPARE(m_store->snapshot()->groups.size(), size_t{1});
    QVERIFY2(m_log.contains(" level=error "), m_log.constData());
    QVERIFY(m_log.contains(" msg=\"pushed metrics are invalid or inconsistent with existing "
                           "metrics\" method=PUT source=192.0.2.1 err=\"collected metric"));
}

void TestPushRoute::uncheckedPushesAreAlwaysAccepted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("good") << "m 1\n"_ba;
    QTest::newRow("inconsistent") << "m 1\nm 1\n"_ba;
    QTest::newRow("timestamp") << "m 1 1000\n"_ba;
}

void TestPushRoute::uncheckedPushesAreAlwaysAccepted()
{
    QFETCH(const QByteArray, body);
    m_settings.check = core::Consistency::Unchecked;
    QCOMPARE(push(request("PUT", body)), Reply::empty(202));
}

void TestPushRoute::whatCannotBeReadIsRefusedUnchecked()
{
    m_settings.check = core::Consistency::Unchecked;
    QCOMPARE(push(request("PUT", "m\n"_ba)).status, 400);
}

void TestPushRoute::decodesBodies_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    const QByteArray protobuf = "application/vnd.google.protobuf; encoding=delimited; "
                                "proto=io.prometheus.client.MetricFamily"_ba;
    // A family named m of untyped metrics with one, whose value is 1.
    const QByteArray family = QByteArray::fromHex("120a016d1803220b2a0909000000000000f03f");
    QTest::newRow("gzip") << ""_ba
                          << "gzip"_ba << tests::gzipped("m 1\n");
    QTest::newRow("snappy") << "text/plain"_ba
                            << "snappy"_ba << tests::snappyFramed("m 1\n");
    QTest::newRow("protobuf") << protobuf << ""_ba << family;
    QTest::newRow("protobuf, gzip") << protobuf << "gzip"_ba << tests::gzipped(family);
}

void TestPushRoute::decodesBodies()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    Request encoded = request("PUT", body);
    encoded.fields.append("content-type", type);
    encoded.fields.append("content-encoding", coding);
    QCOMPARE(push(encoded), Reply::empty(200));
    QCOMPARE(storedNames(), QByteArrayList{"m"});
}

void TestPushRoute::boundsWhatBodiesBecome()
{
    m_settings.maxDecompressedBytes = 1000;
    Request encoded = request("PUT", tests::gzipped(QByteArray(1001, '\n')));
    encoded.fields.append("Content-Encoding", "gzip");
    QCOMPARE(push(encoded).status, 413);
    encoded.body = tests::gzipped(QByteArray(1000, '\n'));
    QCOMPARE(push(encoded).status, 200);
}

void TestPushRoute::mistakesComeBeforeACutBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("cut between lines") << "m 1\n"_ba
                                       << "unexpected EOF"_ba;
    QTest::newRow("cut inside a line") << "m 1\nn"_ba
                                       << "unexpected EOF"_ba;
    QTest::newRow("mistake before") << "m z\nn 1"_ba
                                    << "text format parsing error in line 1: expected float as "
                                       "value, got \"z\""_ba;
}

void TestPushRoute::mistakesComeBeforeACutBody()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, error);
    Request cut = request("PUT", body);
    cut.bodyFailure = core::badRequest("unexpected EOF");
    QCOMPARE(push(cut), Reply::error(400, error));
    QVERIFY(m_store->snapshot()->groups.empty());
}

QTEST_APPLESS_MAIN(TestPushRoute)
#include "tst_push_route.moc"

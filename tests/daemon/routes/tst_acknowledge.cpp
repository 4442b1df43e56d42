// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/acknowledge.h"
#include "tests/support/collecting_sink.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::daemon;

namespace {

/// Knows nothing until it is told.
class SlowDurability final : public Durability {
public:
    std::optional<core::Status> settled(quint64) const override { return known; }
    void await(quint64 revision, Settled settled) override
    {
        awaited = revision;
        tell = std::move(settled);
    }
    std::optional<core::Error> obstacle() const override { return std::nullopt; }

    std::optional<core::Status> known;
    quint64 awaited = 0;
    Settled tell;
};

const core::Status kFull
    = core::Error{core::Error::Kind::Unavailable, QByteArrayLiteral("disk full")};

} // namespace

class TestAcknowledge : public QObject {
    Q_OBJECT

private slots:
    void answersAtOnceWhatIsKnown_data();
    void answersAtOnceWhatIsKnown();
    void answersLaterWhatIsNot_data();
    void answersLaterWhatIsNot();
};

void TestAcknowledge::answersAtOnceWhatIsKnown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isWell");
    QTest::addColumn<int>("answer");
    QTest::newRow("pushed") << 200 << true << 200;
    QTest::newRow("deleted") << 202 << true << 202;
    QTest::newRow("refused") << 400 << true << 400;
    QTest::newRow("pushed, not written") << 200 << false << 503;
    QTest::newRow("deleted, not written") << 202 << false << 503;
    QTest::newRow("refused, mark not written") << 400 << false << 400;
}

void TestAcknowledge::answersAtOnceWhatIsKnown()
{
    QFETCH(const int, status);
    QFETCH(const bool, isWell);
    QFETCH(const int, answer);
    SlowDurability durability;
    durability.known = isWell ? core::ok() : kFull;
    const auto reply = acknowledge(durability, 7, Reply::empty(status), LateReply({}, nullptr));
    QVERIFY(reply);
    QCOMPARE(reply->status, answer);
    QCOMPARE(durability.awaited, quint64(0));
    if (answer == 503)
        QCOMPARE(*reply, Reply::error(503, "disk full"));
}

void TestAcknowledge::answersLaterWhatIsNot_data()
{
    answersAtOnceWhatIsKnown_data();
}

void TestAcknowledge::answersLaterWhatIsNot()
{
    QFETCH(const int, status);
    QFETCH(const bool, isWell);
    QFETCH(const int, answer);
    SlowDurability durability;
    const auto sink = std::make_shared<tests::CollectingSink>();
    QVERIFY(
        !acknowledge(durability, 7, Reply::empty(status), LateReply(ReplyTo(sink, 1, 2), nullptr)));
    QCOMPARE(durability.awaited, quint64(7));
    QVERIFY(sink->sent().empty());
    durability.tell(isWell ? core::ok() : kFull);
    QCOMPARE(sink->sent().size(), size_t(1));
    QCOMPARE(sink->sent()[0].request, quint64(2));
    QCOMPARE(sink->sent()[0].reply.status, answer);
}

QTEST_APPLESS_MAIN(TestAcknowledge)
#include "tst_acknowledge.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_time.h"

#include <QTest>

#include <limits>

using namespace pushgate::core;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kExample[] = "01 0000000ee294bca7 3506bf13 0000";

TimePoint atNanoseconds(qint64 sinceEpoch)
{
    return TimePoint(std::chrono::nanoseconds(sinceEpoch));
}

} // namespace

class TestGobTime : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void rejects_data();
    void rejects();
    void roundTrips_data();
    void roundTrips();
};

void TestGobTime::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("nanoseconds");
    const qint64 example = (0x0ee294bca7 - 62'135'596'800) * 1'000'000'000 + 0x3506bf13;
    QTest::newRow("at UTC+0") << QByteArray::fromHex(kExample) << example;
    QTest::newRow("UTC") << QByteArray::fromHex("010000000ee294bca73506bf13ffff") << example;
    QTest::newRow("another zone is the same instant")
        << QByteArray::fromHex("010000000ee294bca73506bf13003c") << example;
    QTest::newRow("a zone with seconds")
        << QByteArray::fromHex("020000000ee294bca73506bf13003c07") << example;
    QTest::newRow("Go's zero time") << QByteArray::fromHex("0100000000000000000000000000ff")
                                    << qint64{TimePoint::min().time_since_epoch().count()};
    QTest::newRow("the last second of all") << QByteArray::fromHex("017fffffffffffffff00000000ffff")
                                            << qint64{TimePoint::max().time_since_epoch().count()};
    QTest::newRow("the first second of all") << QByteArray::fromHex(
        "018000000000000000ffffffffffff") << qint64{TimePoint::min().time_since_epoch().count()};
}

void TestGobTime::reads()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const qint64, nanoseconds);
    const auto time = timeFromGo(bytes);
    QVERIFY(bool(time));
    QCOMPARE(qint64{time->time_since_epoch().count()}, nanoseconds);
}

void TestGobTime::rejects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");
    const QByteArray example = QByteArray::fromHex(kExample);
    QTest::newRow("nothing") << ""_ba
                             << "a time of an unknown version"_ba;
    QTest::newRow("version 3") << '\3' + example.sliced(1) << "a time of an unknown version"_ba;
    QTest::newRow("too short") << example.chopped(1) << "a time of a wrong length"_ba;
    QTest::newRow("too long") << example + '\0' << "a time of a wrong length"_ba;
    QTest::newRow("version 2 as long as version 1")
        << '\2' + example.sliced(1) << "a time of a wrong length"_ba;
}

void TestGobTime::rejects()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, message);
    const auto time = timeFromGo(bytes);
    QVERIFY(!time);
    QCOMPARE(time.error(), badRequest(message));
}

void TestGobTime::roundTrips_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::newRow("epoch") << qint64{0};
    QTest::newRow("now") << qint64{1'795'343'319'900'593'512};
    QTest::newRow("before the epoch") << qint64{-1};
    QTest::newRow("first") << qint64{std::numeric_limits<qint64>::min()};
    QTest::newRow("last") << qint64{std::numeric_limits<qint64>::max()};
}

void TestGobTime::roundTrips()
{
    QFETCH(const qint64, nanoseconds);
    const QByteArray bytes = timeToGo(atNanoseconds(nanoseconds));
    const auto time = timeFromGo(bytes);
    QVERIFY(bool(time));
    QCOMPARE(qint64{time->time_since_epoch().count()}, nanoseconds);
}

QTEST_APPLESS_MAIN(TestGobTime)
#include "tst_gob_time.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/prometheus_duration.h"

#include <QTest>

using namespace pushgate::core;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestPrometheusDuration : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestPrometheusDuration::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds");
    constexpr qint64 kDay = 86'400'000;
    QTest::newRow("zero") << "0"_ba << qint64{0};
    QTest::newRow("zero with a unit") << "0s"_ba << qint64{0};
    QTest::newRow("milliseconds") << "324ms"_ba << qint64{324};
    QTest::newRow("seconds") << "90s"_ba << qint64{90'000};
    QTest::newRow("minutes") << "5m"_ba << qint64{300'000};
    QTest::newRow("hours and minutes") << "1h30m"_ba << qint64{5'400'000};
    QTest::newRow("days") << "7d"_ba << 7 * kDay;
    QTest::newRow("weeks") << "3w"_ba << 21 * kDay;
    QTest::newRow("years") << "10y"_ba << 3650 * kDay;
    QTest::newRow("all units") << "1y2w3d4h5m6s7ms"_ba
                               << 365 * kDay + 14 * kDay + 3 * kDay + qint64{14'706'007};
    QTest::newRow("leading zeros") << "007s"_ba << qint64{7'000};
    QTest::newRow("longest") << "9223372036854ms"_ba << qint64{9'223'372'036'854};
}

void TestPrometheusDuration::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, milliseconds);
    const auto duration = parsePrometheusDuration(text);
    QVERIFY2(duration, duration ? "" : duration.error().message.constData());
    QCOMPARE(duration->count(), milliseconds * 1'000'000);
}

void TestPrometheusDuration::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("empty") << ""_ba
                           << "position 1: it is empty"_ba;
    QTest::newRow("number alone") << "1"_ba
                                  << "position 2: a unit is missing"_ba;
    QTest::newRow("unit alone") << "s"_ba
                                << "position 1: expected a digit"_ba;
    QTest::newRow("fraction") << "1.5h"_ba
                              << "position 2: unknown unit \".\""_ba;
    QTest::newRow("negative") << "-1s"_ba
                              << "position 1: expected a digit"_ba;
    QTest::newRow("blank") << "1 s"_ba
                           << "position 2: unknown unit \" s\""_ba;
    QTest::newRow("unknown unit") << "5m10x"_ba
                                  << "position 5: unknown unit \"x\""_ba;
    QTest::newRow("Go's unit") << "5us"_ba
                               << "position 2: unknown unit \"us\""_ba;
    QTest::newRow("unit twice") << "1h1h"_ba
                                << "position 4: unit \"h\" must come before smaller ones, once"_ba;
    QTest::newRow("wrong order") << "1s2m"_ba
                                 << "position 4: unit \"m\" must come before smaller ones, once"_ba;
    QTest::newRow("second unit missing") << "1h30"_ba
                                         << "position 5: a unit is missing"_ba;
    QTest::newRow("too long") << "293y"_ba
                              << "position 4: it is longer than 292 years"_ba;
    QTest::newRow("too long together") << "292y1000d"_ba
                                       << "position 9: it is longer than 292 years"_ba;
    QTest::newRow("too many digits") << "1h99999999999999999999s"_ba
                                     << "position 3: the number is too large"_ba;
}

void TestPrometheusDuration::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, why);
    const auto duration = parsePrometheusDuration(text);
    QVERIFY(!duration);
    QCOMPARE(duration.error().kind, Error::Kind::BadRequest);
    QCOMPARE(duration.error().message, "invalid duration \"" + text + "\" at " + why);
}

QTEST_APPLESS_MAIN(TestPrometheusDuration)
#include "tst_prometheus_duration.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/time_text.h"

#include <QTest>

#include <ctime>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

class TestTimeText : public QObject {
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void cleanup();
};

void TestTimeText::writes_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* zone, qint64 nanoseconds, const char* text) {
        QTest::newRow(name) << QByteArray(zone) << nanoseconds << QByteArray(text);
    };
    constexpr qint64 kSecond = 1'000'000'000;
    constexpr qint64 kNow = 1'795'361'737 * kSecond; // 2026-11-22 15:35:37 at UTC
    row("epoch", "UTC0", 0, "1970-01-01T00:00:00Z");
    row("whole second", "UTC0", kNow, "2026-11-22T15:35:37Z");
    row("nine digits", "UTC0", kNow + 533'867'517, "2026-11-22T15:35:37.533867517Z");
    row("trailing zeros", "UTC0", kNow + 500'000'000, "2026-11-22T15:35:37.5Z");
    row("leading zeros", "UTC0", kNow + 10, "2026-11-22T15:35:37.00000001Z");
    row("before the epoch", "UTC0", -1, "1969-12-31T23:59:59.999999999Z");
    row("east", "XXX-1", kNow, "2026-11-22T16:35:37+01:00");
    row("west by half an hour", "XXX3:30", kNow, "2026-11-22T12:05:37-03:30");
    row("next day", "XXX-14", kNow, "2026-11-23T05:35:37+14:00");
    row("summer", "CET-1CEST,M3.5.0,M10.5.0/3", 1'782'000'000 * kSecond,
        "2026-06-21T02:00:00+02:00");
    row("winter", "CET-1CEST,M3.5.0,M10.5.0/3", kNow, "2026-11-22T16:35:37+01:00");
}

void TestTimeText::writes()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, nanoseconds);
    QFETCH(const QByteArray, text);

    qputenv("TZ", zone);
    tzset();
    QCOMPARE(localTimeText(TimePoint(std::chrono::nanoseconds(nanoseconds))), text);
}

void TestTimeText::cleanup()
{
    qunsetenv("TZ");
    tzset();
}

QTEST_APPLESS_MAIN(TestTimeText)
#include "tst_time_text.moc"

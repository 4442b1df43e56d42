// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/duration_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestDurationText : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsWhatItWrites();
};

void TestDurationText::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* text, qint64 nanoseconds, const char* shown) {
        QTest::newRow(text) << QByteArray(text) << nanoseconds << QByteArray(shown);
    };
    row("0", 0, "0s");
    row("+0", 0, "0s");
    row("-0s", 0, "0s");
    row("1ns", 1, "1ns");
    row("1100ns", 1'100, "1.1\xc2\xb5s");
    row("1us", 1'000, "1\xc2\xb5s");
    row("1\xc2\xb5s", 1'000, "1\xc2\xb5s");
    row("1\xce\xbcs", 1'000, "1\xc2\xb5s");
    row("2ms", 2'000'000, "2ms");
    row("1.5s", 1'500'000'000, "1.5s");
    row(".5s", 500'000'000, "500ms");
    row("1.s", 1'000'000'000, "1s");
    row("0.1s", 100'000'000, "100ms");
    row("1.0000000001s", 1'000'000'000, "1s");
    row("5m", 300'000'000'000, "5m0s");
    row("1h30m5s", 5'405'000'000'000, "1h30m5s");
    row("-1.5h", -5'400'000'000'000, "-1h30m0s");
    row("1m0.25s", 60'250'000'000, "1m0.25s");
    row("2562047h47m16.854775807s", 0x7fffffffffffffff, "2562047h47m16.854775807s");
    row("-2562047h47m16.854775808s", std::numeric_limits<qint64>::min(),
        "-2562047h47m16.854775808s");
}

void TestDurationText::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, nanoseconds);
    QFETCH(const QByteArray, shown);
    const auto duration = parseDuration(text);
    QVERIFY(duration);
    QCOMPARE(qint64{duration->count()}, nanoseconds);
    QCOMPARE(durationText(*duration), shown);
}

void TestDurationText::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* text, const char* message) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(message);
    };
    row("", "time: invalid duration \"\"");
    row("-", "time: invalid duration \"-\"");
    row("xyz", "time: invalid duration \"xyz\"");
    row(".", "time: invalid duration \".\"");
    row(".s", "time: invalid duration \".s\"");
    row("5", "time: missing unit in duration \"5\"");
    row("1h30", "time: missing unit in duration \"1h30\"");
    row("1d", R"(time: unknown unit "d" in duration "1d")");
    row("-1x", R"(time: unknown unit "x" in duration "-1x")");
    row("1h 2m", R"(time: unknown unit "h " in duration "1h 2m")");
    row("1\"h", R"(time: unknown unit "\"h" in duration "1\"h")");
    row("1\xc3\xa9", R"(time: unknown unit "\xc3\xa9" in duration "1\xc3\xa9")");
    row("9999999h", "time: invalid duration \"9999999h\"");
    row("99999999999999999999s", "time: invalid duration \"99999999999999999999s\"");
    row("9223372036854775808ns", "time: invalid duration \"9223372036854775808ns\"");
    row("2562047h47m17s", "time: invalid duration \"2562047h47m17s\"");
}

void TestDurationText::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto duration = parseDuration(text);
    QVERIFY(!duration);
    QCOMPARE(duration.error(), core::badRequest(message));
}

void TestDurationText::readsWhatItWrites()
{
    for (qint64 count = 1; count > 0 && count < std::numeric_limits<qint64>::max() / 7;
         count = count * 7 + 3) {
        const std::chrono::nanoseconds duration(count);
        const auto read = parseDuration(durationText(duration));
        QVERIFY(read);
        QVERIFY(*read == duration);
    }
}

QTEST_APPLESS_MAIN(TestDurationText)
#include "tst_duration_text.moc"

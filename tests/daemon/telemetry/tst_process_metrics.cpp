// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/process_metrics.h"

#include <QFile>
#include <QtTest>

#include <sys/resource.h>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestProcessMetrics : public QObject {
    Q_OBJECT
private slots:
    void readsStat();
    void ignoresBrokenStat_data();
    void ignoresBrokenStat();
    void readsNetstat();
    void findsTheBootTime();
    void knowsThisProcess();
    void countsDescriptors();
    void showsNoLimitAsTheLargestNumber();
};

void TestProcessMetrics::readsStat()
{
    // A name as nasty as it may be.
    const QByteArray stat = "7 (a) R 1 (b) S 1 7 7 0 -1 4194304 93 0 0 0 150 50 0 0 20 0 1 0 3000 "
                            "8192 3 18446744073709551615 1 1 0 0\n"_ba;
    ProcessReading reading;
    readProcessStat(stat, {100, 4096}, 1'000'000.0, reading);
    QCOMPARE(reading.cpuSeconds, std::optional(2.0));
    QCOMPARE(reading.startTime, std::optional(1'000'030.0));
    QCOMPARE(reading.virtualBytes, std::optional(8192.0));
    QCOMPARE(reading.residentBytes, std::optional(12288.0));

    ProcessReading withoutBoot;
    readProcessStat(stat, {100, 4096}, {}, withoutBoot);
    QVERIFY(!withoutBoot.startTime);
    QVERIFY(withoutBoot.cpuSeconds);
}

void TestProcessMetrics::ignoresBrokenStat_data()
{
    QTest::addColumn<QByteArray>("stat");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("no name") << "7 name S 1"_ba;
    QTest::newRow("cut") << "7 (name) S 1"_ba;
    QTest::newRow("nothing after the name") << "7 (name)"_ba;
}

void TestProcessMetrics::ignoresBrokenStat()
{
    QFETCH(const QByteArray, stat);
    ProcessReading reading;
    readProcessStat(stat, {100, 4096}, 0.0, reading);
    QVERIFY(!reading.cpuSeconds && !reading.virtualBytes && !reading.residentBytes
        && !reading.startTime);
}

void TestProcessMetrics::readsNetstat()
{
    ProcessReading reading;
    readNetstat(
        "TcpExt: InOctets A\nTcpExt: 1 2\nIpExt: X InOctets OutOctets\nIpExt: 1 23 45\n", reading);
    QCOMPARE(reading.receivedBytes, std::optional(23.0));
    QCOMPARE(reading.sentBytes, std::optional(45.0));

    ProcessReading nothing;
    readNetstat("IpExt: InOctets\n", nothing);
    readNetstat("IpExt: X\nIpExt: 1\n", nothing);
    QVERIFY(!nothing.receivedBytes && !nothing.sentBytes);
}

void TestProcessMetrics::findsTheBootTime()
{
    QCOMPARE(bootTimeFrom("cpu 1 2\nbtime 1700000000\nprocesses 3\n"), std::optional(1.7e9));
    QVERIFY(!bootTimeFrom("cpu 1 2\n"));
    QVERIFY(!bootTimeFrom("btime x\n"));
}

void TestProcessMetrics::knowsThisProcess()
{
    const ProcessReading reading = readThisProcess(systemBootTime());
    const auto now = static_cast<double>(QDateTime::currentSecsSinceEpoch());
    QVERIFY(reading.cpuSeconds && *reading.cpuSeconds >= 0);
    QVERIFY(reading.residentBytes && *reading.residentBytes > 1024 * 1024);
    QVERIFY(reading.virtualBytes && *reading.virtualBytes >= *reading.residentBytes);
    QVERIFY(reading.startTime && *reading.startTime <= now + 2 && *reading.startTime > now - 600);
    QVERIFY(reading.receivedBytes && reading.sentBytes);
}

void TestProcessMetrics::countsDescriptors()
{
    const double before = readThisProcess({}).openDescriptors.value_or(-1);
    QVERIFY(before >= 3);
    QFile one(u"/dev/null"_s);
    QVERIFY(one.open(QIODevice::ReadOnly));
    QCOMPARE(readThisProcess({}).openDescriptors, std::optional(before + 1));
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_cur != RLIM_INFINITY)
        QCOMPARE(readThisProcess({}).mostDescriptors,
            std::optional(static_cast<double>(limit.rlim_cur)));
}

void TestProcessMetrics::showsNoLimitAsTheLargestNumber()
{
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_AS, &limit), 0);
    if (limit.rlim_cur != RLIM_INFINITY)
        QSKIP("the address space is limited here");
    QCOMPARE(readThisProcess({}).mostVirtualBytes, std::optional(18446744073709551615.0));
}

QTEST_APPLESS_MAIN(TestProcessMetrics)
#include "tst_process_metrics.moc"

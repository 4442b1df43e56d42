// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/http_limits.h"

#include <QtTest>

#include <sys/resource.h>

using namespace pushgate::daemon;

class TestHttpLimits : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void keepsConnectionsBelowTheDescriptors_data();
    void keepsConnectionsBelowTheDescriptors();
    void raisesTheSoftLimitToTheHardOne();

private:
    rlimit m_before{};
};

void TestHttpLimits::init()
{
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &m_before), 0);
}

void TestHttpLimits::cleanup()
{
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &m_before), 0);
}

void TestHttpLimits::keepsConnectionsBelowTheDescriptors_data()
{
    QTest::addColumn<int>("descriptors");
    QTest::addColumn<int>("connections");
    QTest::newRow("usual") << 1024 << 896;
    QTest::newRow("few") << 64 << 16;
    QTest::newRow("plenty") << 20'000 << HttpLimits{}.connections;
}

void TestHttpLimits::keepsConnectionsBelowTheDescriptors()
{
    QFETCH(const int, descriptors);
    QFETCH(const int, connections);
    rlimit limit = m_before;
    limit.rlim_cur = static_cast<rlim_t>(descriptors);
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        QSKIP("the system does not allow so many descriptors");
    QCOMPARE(HttpLimits::forThisProcess().connections, connections);
}

void TestHttpLimits::raisesTheSoftLimitToTheHardOne()
{
    rlimit limit = m_before;
    limit.rlim_cur = 100;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
    const qint64 raised = raiseDescriptorLimit();
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    QCOMPARE(limit.rlim_cur, limit.rlim_max);
    QVERIFY(raised >= 100);
}

QTEST_APPLESS_MAIN(TestHttpLimits)
#include "tst_http_limits.moc"

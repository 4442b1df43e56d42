// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/clean_path.h"

#include <QtTest>

using namespace pushgate::daemon;

class TestCleanPath : public QObject {
    Q_OBJECT
private slots:
    void cleans_data();
    void cleans();
};

void TestCleanPath::cleans_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("clean");
    const auto row = [](const char* path, const char* clean) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(clean);
    };
    row("", "/");
    row("/", "/");
    row("//", "/");
    row("///", "/");
    row("/metrics", "/metrics");
    row("/metrics/", "/metrics/");
    row("metrics/job", "/metrics/job");
    row("//metrics/job/j", "/metrics/job/j");
    row("/metrics/job/j//", "/metrics/job/j/");
    row("/metrics//job/j", "/metrics/job/j");
    row("/metrics/job/./j", "/metrics/job/j");
    row("/metrics/job/x/../j", "/metrics/job/j");
    row("/a/..", "/");
    row("/a/../", "/");
    row("/a/.", "/a");
    row("/a/./", "/a/");
    row("/a/b/..", "/a");
    row("/../../a", "/a");
    row("/..", "/");
    row("/.", "/");
    row("/...", "/...");
    row("/.a/..b/c..", "/.a/..b/c..");
    row("/a%2F%2Fb", "/a%2F%2Fb");
    row("/a/%2e%2e/b", "/a/%2e%2e/b");
}

void TestCleanPath::cleans()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, clean);
    QCOMPARE(cleanPath(path), clean);
    QCOMPARE(cleanPath(clean), clean);
    QCOMPARE(isCleanPath(path), path == clean);
    QVERIFY(isCleanPath(clean));
}

QTEST_APPLESS_MAIN(TestCleanPath)
#include "tst_clean_path.moc"

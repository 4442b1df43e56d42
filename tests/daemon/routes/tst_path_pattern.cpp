// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/path_pattern.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestPathPattern : public QObject {
    Q_OBJECT
private slots:
    void matches_data();
    void matches();
    void takesGroupsApart_data();
    void takesGroupsApart();
    void corrects_data();
    void corrects();
};

void TestPathPattern::matches_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("exactly");
    QTest::addColumn<bool>("below");
    QTest::addColumn<bool>("group");
    const auto row = [](const char* path, bool exactly, bool below, bool group) {
        QTest::newRow(path) << QByteArray(path) << exactly << below << group;
    };
    row("/a/", true, true, false);
    row("/a", false, false, false);
    row("/a/b", false, true, true);
    row("/a//b", false, true, false);
    row("/a/b/c/d", false, true, true);
    row("/A/b", false, false, false);
    row("", false, false, false);
}

void TestPathPattern::matches()
{
    QFETCH(const QByteArray, path);
    QFETCH(const bool, exactly);
    QFETCH(const bool, below);
    QFETCH(const bool, group);
    QCOMPARE(PathPattern::exactly("/a/"_ba).match(path).has_value(), exactly);
    QCOMPARE(PathPattern::below("/a/"_ba).match(path).has_value(), below);
    QCOMPARE(PathPattern::group("/a/"_ba).match(path).has_value(), group);
}

void TestPathPattern::takesGroupsApart_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("labels");
    QTest::newRow("job only") << "/job/j"_ba
                              << "j"_ba
                              << ""_ba;
    QTest::newRow("slash behind") << "/job/j/"_ba
                                  << "j"_ba
                                  << "/"_ba;
    QTest::newRow("labels") << "/job/j/a/1"_ba
                            << "j"_ba
                            << "/a/1"_ba;
    QTest::newRow("empty value") << "/job/j/a//"_ba
                                 << "j"_ba
                                 << "/a//"_ba;
    QTest::newRow("any bytes") << "/job/\xff\n/?"_ba
                               << "\xff\n"_ba
                               << "/?"_ba;
}

void TestPathPattern::takesGroupsApart()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, job);
    QFETCH(const QByteArray, labels);
    const auto parts = PathPattern::group("/job/"_ba).match(path);
    QVERIFY(parts);
    QCOMPARE(parts->job.toByteArray(), job);
    QCOMPARE(parts->labels.toByteArray(), labels);
}

void TestPathPattern::corrects_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("right"); // empty: none
    QTest::newRow("other case") << "/Job/J/A"_ba
                                << "/job/J/A"_ba;
    QTest::newRow("right already") << "/job/J"_ba
                                   << "/job/J"_ba;
    QTest::newRow("no job") << "/JOB/"_ba
                            << ""_ba;
    QTest::newRow("too short") << "/JO"_ba
                               << ""_ba;
    QTest::newRow("another path") << "/JOBS/a"_ba
                                  << ""_ba;
}

void TestPathPattern::corrects()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, right);
    const auto corrected = PathPattern::group("/job/"_ba).corrected(path);
    QCOMPARE(corrected.value_or(QByteArray()), right);
}

QTEST_APPLESS_MAIN(TestPathPattern)
#include "tst_path_pattern.moc"

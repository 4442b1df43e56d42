// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/family_message.h"
#include "daemon/persist/gob_group.h"
#include "daemon/persist/gob_time.h"
#include "tests/support/family_builder.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::core;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;

namespace {

const TimePoint kTime{std::chrono::nanoseconds(1'795'343'319'900'593'512)};

GobFamily gauge(const QByteArray& name, double value, TimePoint time = kTime)
{
    const MetricFamily family = FamilyBuilder(name, MetricType::Gauge).plain({}, value).build();
    return {name, timeToGo(time), familyMessage(family)};
}

GobGroup job(const QByteArray& name, std::vector<GobFamily> families)
{
    return {"job\xff" + name, {{"job", name}}, std::move(families)};
}

/// How a Go Pushgateway would keep the group.
GobGroup kept(const Group& group)
{
    GobGroup result{group.key.encoded(), {}, {}};
    for (const Label& label : group.key.labels())
        result.labels.push_back(label);
    for (const StoredFamily& family : group.families) {
        result.families.push_back(
            {family.family().name(), timeToGo(family.pushedAt), familyMessage(family.family())});
    }
    return result;
}

/// Without what a Go Pushgateway does not know.
QByteArray ageless(Group group)
{
    group.cadence = {};
    for (StoredFamily& family : group.families)
        family.order = 0;
    return tests::groupText(group);
}

} // namespace

class TestGobGroup : public QObject {
    Q_OBJECT

private slots:
    void keepsAllThatAStoreHolds();
    void timesAreThoseOfPushes_data();
    void timesAreThoseOfPushes();
    void ofALabelTheLastCounts();
    void goesByTheNameInside();
    void refusesGroups_data();
    void refusesGroups();
    void refusesFamilies_data();
    void refusesFamilies();
};

void TestGobGroup::keepsAllThatAStoreHolds()
{
    for (const GroupPtr& group : tests::groupsAfter(300, 5)) {
        const auto imported = groupFromGob(kept(*group));
        QVERIFY2(bool(imported), imported ? "" : imported.error().message.constData());
        QVERIFY(imported->refused.empty());
        QCOMPARE(ageless(imported->group), ageless(*group));
    }
}

void TestGobGroup::timesAreThoseOfPushes_data()
{
    QTest::addColumn<double>("pushed");
    QTest::addColumn<double>("failed");
    QTest::newRow("only pushed") << 1.7e9 << 0.0;
    QTest::newRow("only failed") << 0.0 << 1.7e9;
    QTest::newRow("both") << 1.7e9 << 1.7e9;
    QTest::newRow("neither") << 0.0 << 0.0;
}

void TestGobGroup::timesAreThoseOfPushes()
{
    QFETCH(const double, pushed);
    QFETCH(const double, failed);
    const TimePoint later = kTime + std::chrono::nanoseconds(1);
    const auto imported = groupFromGob(
        job("j", {gauge(kPushTimeName, pushed), gauge(kFailureTimeName, failed, later)}));
    QVERIFY(bool(imported));
    QVERIFY(imported->group.pushTime == (pushed > 0 ? std::optional(kTime) : std::nullopt));
    QVERIFY(imported->group.failureTime == (failed > 0 ? std::optional(later) : std::nullopt));
}

void TestGobGroup::ofALabelTheLastCounts()
{
    GobGroup group = job("first", {gauge("m", 1)});
    group.labels.push_back({"job", "last"});
    const auto imported = groupFromGob(group);
    QVERIFY(bool(imported));
    QCOMPARE(imported->group.key.encoded(), "job\xfflast"_ba);
}

void TestGobGroup::goesByTheNameInside()
{
    GobFamily family = gauge("inside", 1);
    family.name = "outside";
    const auto imported = groupFromGob(job("j", {family}));
    QVERIFY(bool(imported));
    QVERIFY(imported->group.find("inside"));
    QVERIFY(!imported->group.find("outside"));
}

void TestGobGroup::refusesGroups_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no job") << "instance"_ba
                            << "x"_ba
                            << "job"_ba;
    QTest::newRow("empty job") << "job"_ba
                               << ""_ba
                               << "job"_ba;
    QTest::newRow("value not UTF-8") << "job"_ba
                                     << "\xc3"_ba
                                     << "not UTF-8"_ba;
    QTest::newRow("name not UTF-8") << "\xff"_ba
                                    << "x"_ba
                                    << "not UTF-8"_ba;
    QTest::newRow("name empty") << ""_ba
                                << "x"_ba
                                << "not UTF-8"_ba;
    QTest::newRow("no families") << "job"_ba
                                 << "j"_ba
                                 << "has no metric families"_ba;
}

void TestGobGroup::refusesGroups()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, message);
    const auto imported = groupFromGob({"the key", {{name, value}}, {}});
    QVERIFY(!imported);
    QVERIFY2(imported.error().message.contains(message), imported.error().message.constData());
    QVERIFY(imported.error().message.startsWith("group "));
}

void TestGobGroup::refusesFamilies_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("message");
    const QByteArray time = timeToGo(kTime);
    const QByteArray sound = gauge("sound", 2).message;
    QTest::newRow("no time") << ""_ba << sound << "a time of an unknown version"_ba;
    QTest::newRow("no content") << time << ""_ba
                                << "it has no content"_ba;
    QTest::newRow("cut") << time << sound.chopped(1) << "invalid wire-format data"_ba;
    QTest::newRow("no name") << time << "\x18\1"_ba
                             << "it has no name"_ba;
    QTest::newRow("unknown type") << time << "\n\1m\x18\7"_ba
                                  << "unknown type 7"_ba;
    QTest::newRow("a name again") << time << gauge("m", 3).message << "two of that name"_ba;
}

/// What is sound is taken nevertheless.
void TestGobGroup::refusesFamilies()
{
    QFETCH(const QByteArray, time);
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, message);
    const auto imported = groupFromGob(job("j", {gauge("m", 1), {"bad", time, content}}));
    QVERIFY(bool(imported));
    QCOMPARE(imported->group.families.size(), size_t{1});
    QCOMPARE(imported->group.families[0].family().metric(0).plain(Payload::Gauge), 1.0);
    QCOMPARE(imported->refused.size(), size_t{1});
    QVERIFY2(imported->refused[0].contains(message), imported->refused[0].constData());
    QVERIFY(imported->refused[0].contains("of {job=\"j\"}: "));
    if (time.isEmpty() || !content.contains("m"))
        QVERIFY(!groupFromGob(job("j", {{"bad", time, content}})));
}

QTEST_APPLESS_MAIN(TestGobGroup)
#include "tst_gob_group.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/prepare.h"
#include "core/store/group_table.h"
#include "tests/support/family_builder.h"

#include <QByteArrayList>
#include <QTest>

#include <algorithm>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

class TestGroupTable : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasPut();
    void countsManyChangesAsOne();
    void takesChangesInTheOrderOfTheFirst();
    void forgetsAGroupThatCameAndWent();
    void weighsWhatIsOutdated();
    void visitsWhatIsThereNow();
};

namespace {

GroupPtr groupOf(const QByteArray& job, int series = 1)
{
    const GroupingKey key = *GroupingKey::from(*Labels::from({{"job", job}}));
    FamilyBuilder rows("m", MetricType::Gauge);
    for (int i = 0; i < series; ++i)
        rows.plain({{"i", QByteArray::number(i)}}, i);
    auto group = std::make_shared<Group>(Group{key, {}, {}, {}});
    group->families.push_back({*prepareFamily(rows.build(), GroupingLabels(key)), {}, 1});
    return group;
}

void put(GroupTable& table, const GroupPtr& group)
{
    table.put(group->key.encoded(), group);
}

} // namespace

void TestGroupTable::findsWhatWasPut()
{
    GroupTable table;
    const GroupPtr a = groupOf("a");
    const QByteArray key = a->key.encoded();
    QVERIFY(!table.find(key));
    put(table, a);
    QCOMPARE(*table.find(key), a);
    const GroupPtr next = groupOf("a");
    put(table, next);
    QCOMPARE(*table.find(key), next);
    table.put(key, nullptr);
    QVERIFY(!table.find(key));
}

void TestGroupTable::countsManyChangesAsOne()
{
    GroupTable table;
    const GroupPtr first = groupOf("a");
    put(table, first);
    (void)table.takeChanges();
    put(table, groupOf("a"));
    table.put(first->key.encoded(), nullptr);
    const GroupPtr last = groupOf("a");
    put(table, last);

    const auto changes = table.takeChanges();
    QCOMPARE(changes.size(), size_t(1));
    QCOMPARE(changes[0].key, first->key.encoded());
    QCOMPARE(changes[0].before, first);
    QCOMPARE(changes[0].after, last);
    QVERIFY(!table.hasChanges());
    QVERIFY(table.takeChanges().empty());
}

void TestGroupTable::takesChangesInTheOrderOfTheFirst()
{
    GroupTable table;
    for (const QByteArray& job : {"b"_ba, "c"_ba, "a"_ba, "b"_ba})
        put(table, groupOf(job));
    QCOMPARE(table.takeOldestChange().key, groupOf("b")->key.encoded());
    QCOMPARE(table.takeOldestChange().key, groupOf("c")->key.encoded());
    put(table, groupOf("b"));
    const auto rest = table.takeChanges();
    QCOMPARE(rest.size(), size_t(2));
    QCOMPARE(rest[0].key, groupOf("a")->key.encoded());
    QVERIFY(!rest[0].before);
    QCOMPARE(rest[1].key, groupOf("b")->key.encoded());
    QVERIFY(rest[1].before);
}

void TestGroupTable::forgetsAGroupThatCameAndWent()
{
    GroupTable table;
    const GroupPtr group = groupOf("a");
    put(table, group);
    table.put(group->key.encoded(), nullptr);
    const auto changes = table.takeChanges();
    QCOMPARE(changes.size(), size_t(1));
    QVERIFY(!changes[0].before);
    QVERIFY(!changes[0].after);
    QCOMPARE(table.outdatedSeries(), size_t(0));

    put(table, group); // as if it had never been there
    QVERIFY(!table.takeChanges()[0].before);
}

void TestGroupTable::weighsWhatIsOutdated()
{
    GroupTable table;
    put(table, groupOf("a", 100));
    put(table, groupOf("b"));
    QVERIFY(table.outdatedSeries() < 10); // nothing is displaced yet
    (void)table.takeChanges();
    QCOMPARE(table.outdatedSeries(), size_t(0));

    put(table, groupOf("a", 50));
    QVERIFY(table.outdatedSeries() >= 100);
    put(table, groupOf("a", 70)); // the 50 were never shown
    QVERIFY(table.outdatedSeries() < 110);
    (void)table.takeOldestChange();
    QCOMPARE(table.outdatedSeries(), size_t(0));
}

void TestGroupTable::visitsWhatIsThereNow()
{
    GroupTable table;
    for (const QByteArray& job : {"a"_ba, "b"_ba, "c"_ba})
        put(table, groupOf(job));
    table.put(groupOf("b")->key.encoded(), nullptr);
    QByteArrayList seen;
    table.forEach([&seen](const QByteArray& key, const GroupPtr& group) {
        QCOMPARE(group->key.encoded(), key);
        seen.push_back(group->key.labels().value("job")->toByteArray());
    });
    std::sort(seen.begin(), seen.end());
    QCOMPARE(seen, (QByteArrayList{"a", "c"}));
}

QTEST_APPLESS_MAIN(TestGroupTable)
#include "tst_group_table.moc"

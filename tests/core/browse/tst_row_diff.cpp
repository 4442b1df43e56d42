// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/row_diff.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace pushgate::core;

namespace {

struct Item {
    int key = 0;
    int value = 0;
    friend bool operator==(const Item&, const Item&) = default;
};

using Items = std::vector<Item>;

std::vector<RowStep> diff(const Items& before, const Items& after)
{
    return rowDiff<Item>(
        before, after, [](const Item& a, const Item& b) { return a.key <=> b.key; },
        [](const Item& a, const Item& b) { return a.value == b.value; });
}

Items applied(Items items, const Items& after, const std::vector<RowStep>& steps)
{
    for (const RowStep& step : steps) {
        const auto at = items.begin() + step.first;
        const auto from = after.begin() + step.first;
        switch (step.kind) {
        case RowStep::Kind::Remove: items.erase(at, at + step.count); break;
        case RowStep::Kind::Insert: items.insert(at, from, from + step.count); break;
        case RowStep::Kind::Update: std::copy(from, from + step.count, at); break;
        }
    }
    return items;
}

Items drawn(std::mt19937& random)
{
    std::map<int, int> values;
    for (int left = int(random() % 30); left > 0; --left)
        values[int(random() % 40)] = int(random() % 3);
    Items items;
    for (const auto& [key, value] : values)
        items.push_back({key, value});
    return items;
}

} // namespace

class TestRowDiff : public QObject {
    Q_OBJECT

private slots:
    void joinsNeighbours_data();
    void joinsNeighbours();
    void turnsAnyListIntoAnyOther();
    void keepsRowsThatAreInBoth();
};

void TestRowDiff::joinsNeighbours_data()
{
    using Kind = RowStep::Kind;
    QTest::addColumn<Items>("before");
    QTest::addColumn<Items>("after");
    QTest::addColumn<std::vector<RowStep>>("steps");
    const auto row = [](const char* name, const Items& before, const Items& after,
                         const std::vector<RowStep>& steps) {
        QTest::newRow(name) << before << after << steps;
    };
    row("nothing at all", {}, {}, {});
    row("nothing changed", {{1, 1}}, {{1, 1}}, {});
    row("all new", {}, {{1, 1}, {2, 1}}, {{Kind::Insert, 0, 2}});
    row("all gone", {{1, 1}, {2, 1}}, {}, {{Kind::Remove, 0, 2}});
    row("a run in the middle", {{1, 1}, {9, 1}}, {{1, 1}, {4, 1}, {5, 1}, {9, 1}},
        {{Kind::Insert, 1, 2}});
    row("values", {{1, 1}, {2, 1}, {3, 1}}, {{1, 2}, {2, 2}, {3, 1}}, {{Kind::Update, 0, 2}});
    row("one for another", {{1, 1}, {2, 1}}, {{1, 1}, {3, 1}},
        {{Kind::Remove, 1, 1}, {Kind::Insert, 1, 1}});
    row("values around a row that went", {{1, 1}, {2, 1}, {3, 1}}, {{1, 2}, {3, 2}},
        {{Kind::Update, 0, 1}, {Kind::Remove, 1, 1}, {Kind::Update, 1, 1}});
}

void TestRowDiff::joinsNeighbours()
{
    QFETCH(const Items, before);
    QFETCH(const Items, after);
    QFETCH(const std::vector<RowStep>, steps);
    QCOMPARE(diff(before, after), steps);
}

void TestRowDiff::turnsAnyListIntoAnyOther()
{
    std::mt19937 random(1);
    for (int round = 0; round < 5000; ++round) {
        const Items before = drawn(random);
        const Items after = drawn(random);
        QCOMPARE(applied(before, after, diff(before, after)), after);
    }
}

void TestRowDiff::keepsRowsThatAreInBoth()
{
    std::mt19937 random(2);
    for (int round = 0; round < 1000; ++round) {
        const Items before = drawn(random);
        const Items after = drawn(random);
        const auto common = std::count_if(before.begin(), before.end(), [&](const Item& item) {
            return std::any_of(after.begin(), after.end(),
                [&](const Item& other) { return other.key == item.key; });
        });
        qsizetype removed = 0;
        for (const RowStep& step : diff(before, after))
            removed += step.kind == RowStep::Kind::Remove ? step.count : 0;
        QCOMPARE(qsizetype(before.size()) - removed, qsizetype(common));
    }
}

QTEST_APPLESS_MAIN(TestRowDiff)
#include "tst_row_diff.moc"

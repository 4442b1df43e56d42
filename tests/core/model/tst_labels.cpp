// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/labels.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestLabels : public QObject {
    Q_OBJECT

private slots:
    void sortsByNameBytewise();
    void refusesARepeatedName();
    void findsValues();
    void isEmptyByDefault();
    void otherWinsWhenOverriding();
    void agreesWithAMapOnRandomSets();
    void ordersSets();
};

namespace {

Labels labelsOf(std::vector<Label> labels)
{
    auto set = Labels::from(std::move(labels));
    return set ? *std::move(set) : Labels();
}

std::vector<Label> listOf(const Labels& labels)
{
    return {labels.begin(), labels.end()};
}

} // namespace

void TestLabels::sortsByNameBytewise()
{
    const Labels labels = labelsOf({{"b"_ba, "1"_ba}, {"\xc3\xa9"_ba, "2"_ba}, {"B"_ba, "3"_ba},
        {"a_"_ba, "4"_ba}, {"a"_ba, "5"_ba}});
    const std::vector<Label> expected = {{"B"_ba, "3"_ba}, {"a"_ba, "5"_ba}, {"a_"_ba, "4"_ba},
        {"b"_ba, "1"_ba}, {"\xc3\xa9"_ba, "2"_ba}};
    QVERIFY(listOf(labels) == expected);
    QCOMPARE(labels.size(), size_t(5));
}

void TestLabels::refusesARepeatedName()
{
    const auto labels = Labels::from({{"x"_ba, "1"_ba}, {"a"_ba, ""_ba}, {"x"_ba, "1"_ba}});
    QVERIFY(!labels);
    QCOMPARE(labels.error().kind, Error::Kind::BadRequest);
    QCOMPARE(labels.error().message, "label name \"x\" is given more than once"_ba);
}

void TestLabels::findsValues()
{
    const Labels labels = labelsOf({{"job"_ba, "a"_ba}, {"instance"_ba, ""_ba}});
    QVERIFY(labels.value("job") == QByteArrayView("a"));
    QVERIFY(labels.value("instance").has_value());
    QVERIFY(labels.value("instance")->isEmpty());
    QVERIFY(!labels.value("jo"));
    QVERIFY(!labels.value("jobs"));
    QVERIFY(!labels.value(""));
    QCOMPARE(labels.indexOf("instance"), size_t(0));
    QCOMPARE(labels.indexOf("job"), size_t(1));
    QVERIFY(!labels.indexOf("k"));
}

void TestLabels::isEmptyByDefault()
{
    QVERIFY(Labels().empty());
    QCOMPARE(Labels().size(), size_t(0));
    QVERIFY(!Labels().value("job"));
    QCOMPARE(Labels(), labelsOf({}));
}

void TestLabels::otherWinsWhenOverriding()
{
    const Labels base = labelsOf({{"a"_ba, "1"_ba}, {"b"_ba, "1"_ba}, {"d"_ba, "1"_ba}});
    const Labels other = labelsOf({{"b"_ba, "2"_ba}, {"c"_ba, "2"_ba}});
    const std::vector<Label> expected
        = {{"a"_ba, "1"_ba}, {"b"_ba, "2"_ba}, {"c"_ba, "2"_ba}, {"d"_ba, "1"_ba}};
    QVERIFY(listOf(base.overriddenBy(other)) == expected);
    QVERIFY(base.overriddenBy(Labels()) == base);
    QVERIFY(Labels().overriddenBy(other) == other);
    QCOMPARE(base.size(), size_t(3));
}

void TestLabels::agreesWithAMapOnRandomSets()
{
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::array<std::map<QByteArray, QByteArray>, 2> maps;
        std::array<Labels, 2> sets;
        for (size_t side = 0; side < 2; ++side) {
            std::vector<Label> list;
            for (auto i = random() % 6; i > 0; --i)
                maps[side].insert(
                    {QByteArray(1, char('a' + random() % 8)), QByteArray::number(random() % 4)});
            for (const auto& [name, value] : maps[side])
                list.push_back({name, value});
            std::shuffle(list.begin(), list.end(), random);
            sets[side] = labelsOf(list);
            QCOMPARE(sets[side].size(), maps[side].size());
        }
        auto merged = maps[1];
        merged.insert(maps[0].begin(), maps[0].end());
        const Labels overridden = sets[0].overriddenBy(sets[1]);
        QVERIFY(std::equal(overridden.begin(), overridden.end(), merged.begin(), merged.end(),
            [](const Label& label, const auto& entry) {
                return label.name == entry.first && label.value == entry.second;
            }));
        QCOMPARE(sets[0] == sets[1], maps[0] == maps[1]);
        QCOMPARE(sets[0] < sets[1], maps[0] < maps[1]);
    }
}

void TestLabels::ordersSets()
{
    QVERIFY(labelsOf({{"a"_ba, "1"_ba}}) < labelsOf({{"a"_ba, "2"_ba}}));
    QVERIFY(labelsOf({{"a"_ba, "2"_ba}}) < labelsOf({{"b"_ba, "1"_ba}}));
    QVERIFY(labelsOf({{"a"_ba, "1"_ba}}) < labelsOf({{"a"_ba, "1"_ba}, {"b"_ba, ""_ba}}));
    QVERIFY(labelsOf({{"a"_ba, "~"_ba}}) < labelsOf({{"a"_ba, "\xc3\xa9"_ba}}));
}

QTEST_APPLESS_MAIN(TestLabels)
#include "tst_labels.moc"

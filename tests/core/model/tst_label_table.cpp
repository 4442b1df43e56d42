// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/label_table.h"
#include "core/model/label_table_builder.h"

#include <QTest>

#include <map>
#include <random>

using namespace pushgate::core;

namespace {

using Pairs = std::vector<std::pair<QByteArray, QByteArray>>;

Pairs read(const LabelTable& table, size_t row)
{
    Pairs pairs;
    for (const LabelView& label : table.row(row)) {
        pairs.emplace_back(label.name.toByteArray(), label.value.toByteArray());
        if (table.name(label.nameIndex) != label.name)
            pairs.emplace_back("nameIndex", "disagrees");
    }
    return pairs;
}

std::shared_ptr<const Labels> shared(std::vector<Label> labels)
{
    return std::make_shared<const Labels>(*Labels::from(std::move(labels)));
}

} // namespace

class TestLabelTable : public QObject {
    Q_OBJECT

private slots:
    void keepsRowsApart();
    void sortsByName();
    void mergesSharedLabels();
    void putsSharedBeforeEqualOwn();
    void tellsAbsentFromEmpty();
    void numbersEachNameOnce_data();
    void numbersEachNameOnce();
    void keepsTheOrderAddedIfAsked();
    void agreesWithAMap();
};

void TestLabelTable::keepsRowsApart()
{
    LabelTableBuilder builder(LabelTableBuilder::RowOrder::ByName);
    builder.addLabel("a", "1");
    builder.endRow();
    builder.endRow();
    builder.addLabel("a", "2");
    builder.addLabel("b", "");
    builder.endRow();
    const LabelTable table = std::move(builder).finish();

    QCOMPARE(table.rowCount(), size_t(3));
    QCOMPARE(table.nameCount(), size_t(2));
    QCOMPARE(read(table, 0), (Pairs{{"a", "1"}}));
    QCOMPARE(read(table, 1), Pairs{});
    QCOMPARE(read(table, 2), (Pairs{{"a", "2"}, {"b", ""}}));
}

void TestLabelTable::sortsByName()
{
    LabelTableBuilder builder(LabelTableBuilder::RowOrder::ByName);
    builder.addLabel("z", "1");
    builder.addLabel("B", "2");
    builder.addLabel("a", "3");
    builder.addLabel("z", "4");
    builder.endRow();
    const LabelTable table = std::move(builder).finish();

    QCOMPARE(read(table, 0), (Pairs{{"B", "2"}, {"a", "3"}, {"z", "1"}, {"z", "4"}}));
}

void TestLabelTable::mergesSharedLabels()
{
    LabelTableBuilder builder(
        LabelTableBuilder::RowOrder::ByName, shared({{"job", "j"}, {"c", "d"}}));
    builder.addLabel("a", "1");
    builder.addLabel("d", "2");
    builder.addLabel("z", "3");
    builder.endRow();
    builder.endRow();
    const LabelTable table = std::move(builder).finish();

    QCOMPARE(read(table, 0), (Pairs{{"a", "1"}, {"c", "d"}, {"d", "2"}, {"job", "j"}, {"z", "3"}}));
    QCOMPARE(read(table, 1), (Pairs{{"c", "d"}, {"job", "j"}}));
}

void TestLabelTable::putsSharedBeforeEqualOwn()
{
    LabelTableBuilder builder(LabelTableBuilder::RowOrder::ByName, shared({{"job", "group"}}));
    builder.addLabel("job", "own");
    builder.endRow();
    const LabelTable table = std::move(builder).finish();

    QCOMPARE(read(table, 0), (Pairs{{"job", "group"}, {"job", "own"}}));
}

void TestLabelTable::tellsAbsentFromEmpty()
{
    LabelTableBuilder builder(LabelTableBuilder::RowOrder::AsAdded);
    builder.addLabel(builder.internName("a"), {{}, false});
    builder.addLabel(builder.internName("b"), {{}, true});
    builder.addLabel(builder.internAbsentName(), {"v", true});
    builder.endRow();
    const LabelTable table = std::move(builder).finish();

    const std::vector<LabelView> labels = [&] {
        std::vector<LabelView> all;
        for (const LabelView& label : table.row(0))
            all.push_back(label);
        return all;
    }();
    QCOMPARE(labels.size(), size_t(3));
    QVERIFY(!labels[0].valueGiven && labels[0].nameGiven);
    QVERIFY(labels[1].valueGiven && labels[1].nameGiven);
    QVERIFY(labels[2].valueGiven && !labels[2].nameGiven);
}

void TestLabelTable::numbersEachNameOnce_data()
{
    QTest::addColumn<int>("absentAfter");
    for (const int absentAfter :
        {0, 1, 15, 16, 17, 39}) // it may be the one with which hashing begins
        QTest::addRow("absent name after %d", absentAfter) << absentAfter;
}

void TestLabelTable::numbersEachNameOnce()
{
    QFETCH(const int, absentAfter);
    LabelTableBuilder builder(LabelTableBuilder::RowOrder::AsAdded);
    std::map<QByteArray, quint32> numbers;
    for (int i = 0; i < 40; ++i) {
        const QByteArray name = 'l' + QByteArray::number(i);
        if (i == absentAfter)
            numbers["absent"] = builder.internAbsentName();
        numbers[name] = builder.internName(name);
    }

    for (const auto& [name, number] : numbers)
        QCOMPARE(name == "absent" ? builder.internAbsentName() : builder.internName(name), number);
    QVERIFY(builder.internName("") != numbers["absent"]);
    QCOMPARE(std::move(builder).finish().nameCount(), size_t(42));
}

void TestLabelTable::keepsTheOrderAddedIfAsked()
{
    LabelTableBuilder builder(LabelTableBuilder::RowOrder::AsAdded);
    builder.addLabel("b", "1");
    builder.addLabel("a", "2");
    builder.endRow();
    const LabelTable table = std::move(builder).finish();

    QCOMPARE(read(table, 0), (Pairs{{"b", "1"}, {"a", "2"}}));
}

void TestLabelTable::agreesWithAMap()
{
    std::mt19937 random(7);
    const auto shares = shared({{"l03", "S"}, {"l40", ""}, {"zz", "t"}});
    LabelTableBuilder builder(LabelTableBuilder::RowOrder::ByName, shares);
    std::vector<std::map<QByteArray, QByteArray>> expected;
    for (int row = 0; row < 500; ++row) {
        std::map<QByteArray, QByteArray> labels;
        for (size_t i = random() % 12; i > 0; --i) {
            const QByteArray name
                = "l" + QByteArray::number(int(random() % 90)).rightJustified(2, '0');
            const QByteArray value(int(random() % 300), char('a' + random() % 26));
            if (!shares->value(name) && labels.emplace(name, value).second)
                builder.addLabel(name, value);
        }
        builder.endRow();
        for (const Label& label : *shares)
            labels.emplace(label.name, label.value);
        expected.push_back(std::move(labels));
    }
    const LabelTable table = std::move(builder).finish();

    for (size_t row = 0; row < expected.size(); ++row)
        QCOMPARE(read(table, row), Pairs(expected[row].begin(), expected[row].end()));
}

QTEST_APPLESS_MAIN(TestLabelTable)
#include "tst_label_table.moc"

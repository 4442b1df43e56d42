// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/restore_family.h"
#include "core/expose/family_message.h"
#include "core/model/metric_text.h"
#include "core/parse/protobuf_parser.h"
#include "tests/support/family_builder.h"
#include "tests/support/naive_store.h"
#include "tests/support/random_families.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray described(const MetricFamily& family)
{
    QByteArray text;
    appendFamilyText(text, family, ProtoText::Layout::OneLine);
    return text;
}

FamilyPtr restored(const MetricFamily& family, const GroupingLabels& grouping)
{
    auto parsed = parseProtobufFamily(familyMessage(family));
    if (!parsed)
        return nullptr;
    auto slowly = restoreFamily(*std::move(parsed), grouping);
    auto back = restoreFamily(QByteArrayView(familyMessage(family)), grouping);
    const bool agree = slowly && back && described((*slowly)->family) == described((*back)->family)
        && (*slowly)->seriesHashes == (*back)->seriesHashes
        && (*slowly)->family.memoryBytes() == (*back)->family.memoryBytes();
    return agree ? *back : nullptr;
}

} // namespace

class TestRestoreFamily : public QObject {
    Q_OBJECT

private slots:
    void bringsBackWhatWasPushed_data();
    void bringsBackWhatWasPushed();
    void bringsBackWhatNoPushCouldBring_data();
    void bringsBackWhatNoPushCouldBring();
    void sharesGroupingLabels();
};

void TestRestoreFamily::bringsBackWhatWasPushed_data()
{
    QTest::addColumn<PlainKey>("key");
    QTest::newRow("job alone") << PlainKey{{"job", "a"}};
    QTest::newRow("with an instance") << PlainKey{{"instance", "i"}, {"job", "a"}};
    QTest::newRow("with an empty instance") << PlainKey{{"instance", ""}, {"job", "a"}};
    QTest::newRow("with labels that metrics have too") << PlainKey{{"a", "1"}, {"job", "a"}};
}

void TestRestoreFamily::bringsBackWhatWasPushed()
{
    QFETCH(const PlainKey, key);
    const GroupingLabels grouping(groupingKey(key));
    RandomFamilies random(4);
    for (int round = 0; round < 2'000; ++round) {
        const QByteArray name = QByteArray::number(round);
        const auto pushed = prepareFamily(
            round % 2 == 0 ? random.forProtobuf(name) : random.forText(name), grouping);
        QVERIFY(bool(pushed));
        const FamilyPtr back = restored((*pushed)->family, grouping);
        QVERIFY(back);
        QCOMPARE(described(back->family), described((*pushed)->family));
        QCOMPARE(back->family.help(), (*pushed)->family.help());
        QCOMPARE(back->family.isTypeGiven(), (*pushed)->family.isTypeGiven());
        QVERIFY(back->seriesHashes == (*pushed)->seriesHashes);
        QCOMPARE(back->badMetrics, (*pushed)->badMetrics);
        QVERIFY(back->lacking == (*pushed)->lacking);
    }
}

void TestRestoreFamily::bringsBackWhatNoPushCouldBring_data()
{
    using Labels = FamilyBuilder::Labels;
    QTest::addColumn<FamilyBuilder::Labels>("labels");
    QTest::newRow("no grouping label at all") << Labels{{"x", "1"}};
    QTest::newRow("no instance") << Labels{{"job", "a"}, {"x", "1"}};
    QTest::newRow("another job") << Labels{{"instance", ""}, {"job", "b"}};
    QTest::newRow("the job twice") << Labels{{"instance", ""}, {"job", "a"}, {"job", "a"}};
    QTest::newRow("no UTF-8") << Labels{{"instance", ""}, {"job", "a"}, {"x", "\xff"}};
}

void TestRestoreFamily::bringsBackWhatNoPushCouldBring()
{
    QFETCH(const FamilyBuilder::Labels, labels);
    const GroupingLabels grouping(groupingKey({{"job", "a"}}));
    const MetricFamily family = FamilyBuilder("m", MetricType::Gauge).plain(labels, 1).build();
    const FamilyPtr back = restored(family, grouping);
    QVERIFY(back);
    QCOMPARE(described(back->family), described(family));
}

void TestRestoreFamily::sharesGroupingLabels()
{
    const GroupingLabels grouping(groupingKey({{"job", "a"}, {"x", QByteArray(5'000, 'x')}}));
    FamilyBuilder builder("m", MetricType::Gauge);
    for (int i = 0; i < 100; ++i)
        builder.plain({{"y", QByteArray::number(1'000 + i)}}, i);
    const auto pushed = prepareFamily(builder.build(), grouping);
    QVERIFY(bool(pushed));
    const FamilyPtr back = restored((*pushed)->family, grouping);
    QVERIFY(back);
    QCOMPARE(described(back->family), described((*pushed)->family));
    QVERIFY(back->family.memoryBytes() < 50'000);
}

QTEST_APPLESS_MAIN(TestRestoreFamily)
#include "tst_restore_family.moc"

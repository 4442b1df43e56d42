// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/family_model.h"
#include "tests/core/browse/rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestFamilyModel : public QObject {
    Q_OBJECT

private slots:
    void followsAnyHistory();
    void showsFamiliesSeriesAndParts();
    void oneSeriesWithoutLabelsNeedsNoLine();
    void valuesChangeInPlace();
    void everyLineKnowsItsSeries();
};

namespace {

SeriesRow series(const QByteArray& table, const QByteArray& number)
{
    return {*Labels::from({{"table", table}}), PlainValue{number}};
}

GroupDetailsPtr detailsOf(std::vector<FamilyRow> families)
{
    return std::make_shared<const GroupDetails>(GroupDetails{browseKey("a"), std::move(families)});
}

SeriesValue randomValue(std::mt19937& random)
{
    const auto number = QByteArray::number(quint32(random() % 5));
    switch (random() % 4) {
    case 0: return SummaryValue{number, number, {{"0.5", number}}};
    case 1: {
        HistogramValue histogram{number, number, {}};
        for (int left = int(random() % 4); left > 0; --left)
            histogram.buckets.push_back({QByteArray::number(4 - left), number});
        return histogram;
    }
    case 2: return NativeHistogramValue{number, number, {{{}, "0", "1", number}}};
    default: return PlainValue{number};
    }
}

GroupDetailsPtr randomDetails(std::mt19937& random)
{
    std::vector<FamilyRow> families;
    for (int name = 0; name < 6; ++name) {
        if (random() % 3 == 0)
            continue;
        FamilyRow family{"family" + QByteArray::number(name), "GAUGE", "help", {}};
        if (random() % 4 == 0)
            family.series.push_back({{}, randomValue(random)});
        else
            for (int table = 0; table < 5; ++table)
                if (random() % 2 == 0)
                    family.series.push_back(
                        {*Labels::from({{"t", QByteArray::number(table)}}), randomValue(random)});
        families.push_back(family);
    }
    return detailsOf(std::move(families));
}

QString treeText(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, FamilyModel::NameColumn, parent);
        text += u'(' + name.data().toString() + u'='
            + name.siblingAtColumn(FamilyModel::ValueColumn).data().toString()
            + treeText(model, name) + u')';
    }
    return text;
}

} // namespace

void TestFamilyModel::followsAnyHistory()
{
    std::mt19937 random(3);
    FamilyModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int step = 0; step < 300; ++step) {
        const GroupDetailsPtr details = random() % 20 == 0 ? nullptr : randomDetails(random);
        model.setDetails(details);
        FamilyModel fresh;
        fresh.setDetails(details);
        QCOMPARE(treeText(model), treeText(fresh));
    }
}

void TestFamilyModel::showsFamiliesSeriesAndParts()
{
    FamilyModel model;
    model.setDetails(
        detailsOf({{"rows_total", "COUNTER", "Rows.", {series("b", "2"), series("a", "1")}},
            {"took_seconds", "HISTOGRAM", "",
                {{*Labels::from({{"x", "y"}}), HistogramValue{"3", "1.5", {{"0.5", "2"}}}}}}}));
    QCOMPARE(treeText(model),
        u"(rows_total=({table=\"a\"}=1)({table=\"b\"}=2))"
        u"(took_seconds=({x=\"y\"}=3(count=3)(sum=1.5)(le=\"0.5\"=2)))"_s);
    QCOMPARE(model.index(0, FamilyModel::TypeColumn).data().toString(), u"counter"_s);
    QCOMPARE(model.index(0, FamilyModel::HelpColumn).data().toString(), u"Rows."_s);
}

void TestFamilyModel::oneSeriesWithoutLabelsNeedsNoLine()
{
    FamilyModel model;
    model.setDetails(detailsOf({{"m", "GAUGE_HISTOGRAM", "", {{{}, PlainValue{"7"}}}}}));
    QCOMPARE(treeText(model), u"(m=7)"_s);
    QCOMPARE(model.index(0, FamilyModel::TypeColumn).data().toString(), u"gauge histogram"_s);
}

void TestFamilyModel::valuesChangeInPlace()
{
    FamilyModel model;
    model.setDetails(detailsOf({{"m", "GAUGE", "", {series("a", "1"), series("b", "1")}}}));
    const QPersistentModelIndex held = model.index(1, FamilyModel::ValueColumn, model.index(0, 0));
    const QSignalSpy inserted(&model, &FamilyModel::rowsInserted);
    const QSignalSpy removed(&model, &FamilyModel::rowsRemoved);
    const QSignalSpy changed(&model, &FamilyModel::dataChanged);
    model.setDetails(detailsOf({{"m", "GAUGE", "", {series("a", "1"), series("b", "2")}}}));
    QCOMPARE(held.data().toString(), u"2"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(inserted.size() + removed.size(), 0);
    model.setDetails(detailsOf(
        {{"l", "GAUGE", "", {}}, {"m", "GAUGE", "", {series("b", "2"), series("c", "1")}}}));
    QCOMPARE(held.row(), 0);
    QCOMPARE(held.parent().row(), 1);
    QCOMPARE(held.data().toString(), u"2"_s);
}

void TestFamilyModel::everyLineKnowsItsSeries()
{
    FamilyModel model;
    const auto familyOf = [&](const QModelIndex& index) {
        return index.data(FamilyModel::FamilyRole).value<const FamilyRow*>();
    };
    const auto seriesOf = [&](const QModelIndex& index) {
        return index.data(FamilyModel::SeriesRole).value<const SeriesRow*>();
    };
    const auto details = [](const QByteArray& count) {
        return detailsOf({{"alone", "GAUGE", "", {{{}, PlainValue{"7"}}}},
            {"took", "HISTOGRAM", "",
                {{*Labels::from({{"x", "y"}}), HistogramValue{count, "1", {{"1", count}}}},
                    {*Labels::from({{"x", "z"}}), HistogramValue{"1", "1", {}}}}}});
    };
    model.setDetails(details("3"));
    const QModelIndex alone = model.index(0, 0);
    const QModelIndex took = model.index(1, 0);
    const QPersistentModelIndex part = model.index(0, 0, model.index(0, 0, took));
    for (const QByteArray& count : {"3"_ba, "4"_ba}) {
        model.setDetails(details(count));
        const GroupDetails& now = *model.details();
        QCOMPARE(familyOf(alone), &now.families[0]);
        QCOMPARE(seriesOf(alone), &now.families[0].series[0]);
        QCOMPARE(familyOf(took), &now.families[1]);
        QCOMPARE(seriesOf(took), nullptr);
        QCOMPARE(familyOf(part), &now.families[1]);
        QCOMPARE(seriesOf(part), &now.families[1].series[0]);
        QCOMPARE(seriesOf(part)->value, SeriesValue(HistogramValue{count, "1", {{"1", count}}}));
    }
}

QTEST_GUILESS_MAIN(TestFamilyModel)
#include "tst_family_model.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/family_model.h"
#include "gui/charts/histogram_chart.h"
#include "gui/charts/history_chart.h"
#include "gui/client/gateway.h"
#include "gui/client/network_thread.h"
#include "gui/panels/details_panel.h"
#include "gui/panels/series_panel.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "tests/gui/support/no_warnings.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestDetailsPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void showsWhatIsChosen();
    void showsNothingOfAnotherGroup();
    void keepsTheChoiceThroughUpdates();
    void findsSeriesAndParts_data();
    void findsSeriesAndParts();
    void opensSeriesFoundByTheirParts();
    void remembersItsWidths();
    void staysQuickWithManySeries();

private:
    void show(std::vector<core::FamilyRow> families);
    QModelIndex line(int family, int series = -1) const;
    QTreeView& tree() const { return *m_panel->findChild<QTreeView*>(); }
    SeriesPanel& side() const { return *m_panel->findChild<SeriesPanel*>(); }

    core::SystemClock m_clock;
    GroupCells m_words;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<NetworkThread> m_network;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<DetailsPanel> m_panel;
};

namespace {

core::GroupingKey key(const QByteArray& job = "a")
{
    return *core::GroupingKey::from(*core::Labels::from({{"job", job}}));
}

core::Labels labels(const QByteArray& value)
{
    return *core::Labels::from({{"x", value}});
}

std::vector<core::FamilyRow> everyKind(const QByteArray& number)
{
    using namespace core;
    return {{"hist", "HISTOGRAM", "Help.",
                {{labels("1"), HistogramValue{number, "9", {{"1", "2"}, {"+Inf", number}}}},
                    {labels("2"), HistogramValue{"1", "1", {{"7", "1"}, {"+Inf", "1"}}}}}},
        {"plain", "GAUGE", "", {{{}, PlainValue{number}}}},
        {"summ", "SUMMARY", "", {{{}, SummaryValue{number, "9", {{"0.5", "3"}, {"0.9", "4"}}}}}}};
}

std::vector<core::FamilyRow> manySeries(int count)
{
    core::FamilyRow family{"many", "HISTOGRAM", "", {}};
    for (int at = 0; at < count; ++at) {
        core::HistogramValue value{"10", "9", {}};
        for (int bucket = 0; bucket < 10; ++bucket)
            value.buckets.push_back({QByteArray::number(bucket), QByteArray::number(bucket)});
        family.series.push_back({labels("series" + QByteArray::number(at)), value});
    }
    return {family};
}

} // namespace

void TestDetailsPanel::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_network = std::make_unique<NetworkThread>();
    m_gateway = std::make_unique<Gateway>(*gui::connectionTo(u"http://127.0.0.1:1"_s),
        Gateway::Place::Remote, *m_network, m_words, m_clock);
    m_panel = std::make_unique<DetailsPanel>(*m_gateway);
    m_panel->resize(900, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestDetailsPanel::cleanup()
{
    m_panel.reset();
    m_gateway.reset();
    m_network.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestDetailsPanel::show(std::vector<core::FamilyRow> families)
{
    const core::GroupRow row(key());
    m_panel->setGroup(core::GroupMoment{row, core::GroupState::Fresh, m_clock.now()}, 1);
    m_panel->setDetails(
        std::make_shared<const core::GroupDetails>(core::GroupDetails{key(), std::move(families)}));
}

QModelIndex TestDetailsPanel::line(int family, int series) const
{
    const QModelIndex index = tree().model()->index(family, 0);
    return series < 0 ? index : tree().model()->index(series, 0, index);
}

void TestDetailsPanel::showsWhatIsChosen()
{
    show(everyKind("5"));
    QVERIFY(!side().isVisible());
    auto* const chart = m_panel->findChild<HistogramChart*>();
    auto* const table = m_panel->findChild<QTableWidget*>();
    tree().setCurrentIndex(line(0, 0));
    QVERIFY(side().isVisible() && chart->isVisible());
    QVERIFY(!table->isVisible());
    QCOMPARE(chart->bars().size(), size_t(2));
    QCOMPARE(chart->bars()[1].countText, "3"_ba);
    tree().setCurrentIndex(line(2));
    QVERIFY(!chart->isVisible());
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(1, 0)->text(), u"0.9"_s);
    QCOMPARE(table->item(1, 1)->text(), u"4"_s);
    tree().setCurrentIndex(line(1));
    QVERIFY(side().isVisible());
    QVERIFY(!chart->isVisible() && !table->isVisible());
    tree().setCurrentIndex(line(0)); // a family with two series, whose bounds differ
    QVERIFY(side().isVisible() && !chart->isVisible());
    auto same = everyKind("5");
    same[0].series[1].value = same[0].series[0].value;
    show(same);
    QVERIFY(chart->isVisible());
    QCOMPARE(chart->bars()[1].countText, "6"_ba);
}

void TestDetailsPanel::showsNothingOfAnotherGroup()
{
    show(everyKind("5"));
    tree().setCurrentIndex(line(1));
    const core::GroupRow other(key("b"));
    m_panel->setGroup(core::GroupMoment{other, core::GroupState::Fresh, m_clock.now()}, 1);
    QVERIFY(!side().isVisible());
    m_panel->setDetails(
        std::make_shared<const core::GroupDetails>(core::GroupDetails{key(), everyKind("6")}));
    QCOMPARE(tree().model()->rowCount(), 0);
}

void TestDetailsPanel::keepsTheChoiceThroughUpdates()
{
    show(everyKind("5"));
    tree().setCurrentIndex(line(0, 0));
    const auto* const chart = m_panel->findChild<HistogramChart*>();
    auto more = everyKind("8");
    more.insert(more.begin(), {"a_new_one", "GAUGE", "", {{{}, core::PlainValue{"1"}}}});
    show(more);
    QCOMPARE(tree().currentIndex(), line(1, 0));
    QCOMPARE(chart->bars()[1].countText, "6"_ba);
    more.erase(more.begin() + 1); // the family is gone
    show(more);
    const auto* const family
        = tree().currentIndex().data(core::FamilyModel::FamilyRole).value<const core::FamilyRow*>();
    QCOMPARE(side().isVisible(), family != nullptr);
}

void TestDetailsPanel::findsSeriesAndParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("families");
    QTest::newRow("name") << u"PLAI"_s << QStringList{u"plain"_s};
    QTest::newRow("label") << u"x=\"2"_s << QStringList{u"hist"_s};
    QTest::newRow("part") << u"quantile=\"0.9"_s << QStringList{u"summ"_s};
    QTest::newRow("part of a series") << u"+inf"_s << QStringList{u"hist"_s};
    QTest::newRow("type") << u"histogram"_s << QStringList{u"hist"_s};
    QTest::newRow("nothing") << u"zzz"_s << QStringList();
    QTest::newRow("all") << u""_s << QStringList{u"hist"_s, u"plain"_s, u"summ"_s};
}

void TestDetailsPanel::findsSeriesAndParts()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, families);
    show(everyKind("5"));
    QTest::keyClicks(m_panel->findChild<QLineEdit*>(), text);
    const auto shown = [&] {
        QStringList names;
        for (int row = 0; row < tree().model()->rowCount(); ++row)
            names.push_back(line(row).data().toString());
        return names;
    };
    QTRY_COMPARE(shown(), families);
    if (text == u"x=\"2"_s)
        QVERIFY(tree().isExpanded(line(0)) && !tree().isExpanded(line(0, 0)));
}

void TestDetailsPanel::opensSeriesFoundByTheirParts()
{
    show(everyKind("5"));
    QTest::keyClicks(m_panel->findChild<QLineEdit*>(), u"le=\"1\""_s);
    QTRY_COMPARE(tree().model()->rowCount(), 1);
    QVERIFY(tree().isExpanded(line(0)));
    QVERIFY(tree().isExpanded(line(0, 0)));
}

void TestDetailsPanel::remembersItsWidths()
{
    show(everyKind("5"));
    tree().setCurrentIndex(line(1));
    m_panel->findChild<QSplitter*>()->setSizes({500, 400});
    const QByteArray state = m_panel->layoutState();
    const int width = side().width();
    m_panel->findChild<QSplitter*>()->setSizes({600, 300});
    QTRY_VERIFY(side().width() < width);
    m_panel->restoreLayout(state);
    QTRY_COMPARE(side().width(), width);
    m_panel->restoreLayout({}); // of a first start
    QCOMPARE(side().width(), width);

    tree().setCurrentIndex({}); // nothing is shown beside the tree when the program ends
    QVERIFY(!side().isVisible());
    const QByteArray hidden = m_panel->layoutState();
    cleanup();
    init();
    m_panel->restoreLayout(hidden);
    show(everyKind("5"));
    QVERIFY(!side().isVisible());
    tree().setCurrentIndex(line(1));
    QTRY_COMPARE(side().width(), width);
}

void TestDetailsPanel::staysQuickWithManySeries()
{
    constexpr int kSeries = 5000;
    constexpr qint64 kPatience = 2000; // ms; hundreds of it on a quiet machine would be felt
    QElapsedTimer timer;
    timer.start();
    show(manySeries(kSeries));
    tree().expand(line(0));
    const qint64 opened = timer.restart();
    QTest::keyClicks(m_panel->findChild<QLineEdit*>(), u"series4"_s);
    const qint64 typed = timer.restart();
    QTRY_COMPARE(tree().model()->rowCount(line(0)), 1111);
    const qint64 found = timer.restart();
    show(manySeries(kSeries - 1));
    const qint64 updated = timer.elapsed();
    qInfo("%d series: opened %lld ms, 7 keys %lld ms, found %lld ms, updated %lld ms", kSeries,
        opened, typed, found, updated);
    QVERIFY(opened < kPatience && typed < kPatience && updated < kPatience);
}

QTEST_MAIN(TestDetailsPanel)
#include "tst_details_panel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/family_model.h"
#include "gui/delegates/value_delegate.h"
#include "gui/look/appearance.h"
#include "tests/gui/support/no_warnings.h"

#include <QApplication>
#include <QPainter>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

Q_DECLARE_METATYPE(pushgate::core::SeriesValue)

class TestValueDelegate : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { apply(Appearance::Light); }
    void paintsAPictureBesideTheNumber_data();
    void paintsAPictureBesideTheNumber();
};

namespace {

using Points = std::vector<core::ValueHistory::Point>;

core::GroupDetailsPtr detailsOf(const core::SeriesValue& value)
{
    using namespace core;
    const Labels labels = *Labels::from({{"t", "a"}});
    return std::make_shared<const GroupDetails>(
        GroupDetails{*GroupingKey::from(*Labels::from({{"job", "j"}})),
            {{"m", "GAUGE", "", {{labels, value}}}}});
}

/// Pixels as blue as charts are, also where lines are smoothed; texts are grey.
int inked(const QImage& image)
{
    constexpr int kBlueish = 40;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            count += color.blue() - color.red() > kBlueish ? 1 : 0;
        }
    }
    return count;
}

} // namespace

void TestValueDelegate::paintsAPictureBesideTheNumber_data()
{
    using namespace core;
    QTest::addColumn<SeriesValue>("value");
    QTest::addColumn<int>("seen");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("hasPicture");
    const HistogramValue histogram{"5", "1", {{"1", "2"}, {"2", "5"}, {"+Inf", "5"}}};
    QTest::newRow("number seen once") << SeriesValue(PlainValue{"1"}) << 1 << 200 << false;
    QTest::newRow("number seen twice") << SeriesValue(PlainValue{"1"}) << 2 << 200 << true;
    QTest::newRow("histogram") << SeriesValue(histogram) << 0 << 200 << true;
    QTest::newRow("no room") << SeriesValue(histogram) << 0 << 30 << false;
    QTest::newRow("long number") << SeriesValue(PlainValue{"1.2345678901234567e+100"}) << 2 << 160
                                 << false;
}

void TestValueDelegate::paintsAPictureBesideTheNumber()
{
    QFETCH(const core::SeriesValue, value);
    QFETCH(const int, seen);
    QFETCH(const int, width);
    QFETCH(const bool, hasPicture);
    const tests::NoWarnings noWarnings;
    Points points;
    for (int push = 0; push < seen; ++push)
        points.push_back({core::TimePoint(std::chrono::seconds(push)), 1});
    core::FamilyModel model;
    model.setDetails(detailsOf(value));
    QTreeView view;
    view.setModel(&model);
    const ValueDelegate delegate(
        [&](const core::FamilyRow&, const core::SeriesRow&) { return std::span(points); });

    QImage image(width, 28, QImage::Format_ARGB32_Premultiplied);
    image.fill(QApplication::palette().color(QPalette::Base));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.initFrom(&view);
    option.rect = image.rect();
    option.state = QStyle::State_Enabled;
    delegate.paint(
        &painter, option, model.index(0, core::FamilyModel::ValueColumn, model.index(0, 0)));
    painter.end();
    QCOMPARE(inked(image) > 0, hasPicture);
    QCOMPARE(tests::NoWarnings::count(), 0);
}

QTEST_MAIN(TestValueDelegate)
#include "tst_value_delegate.moc"

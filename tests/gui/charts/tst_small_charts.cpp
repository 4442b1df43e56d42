// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/small_charts.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace pushgate;
using namespace pushgate::gui;

using Points = std::vector<core::ValueHistory::Point>;

class TestSmallCharts : public QObject {
    Q_OBJECT

private slots:
    void barsStandAsHighAsTheirCounts();
    void manyBarsAreAddedUp();
    void nothingObservedShowsGroundOnly();
    void aRisingLineRises();
    void oneValueIsNoLine_data();
    void oneValueIsNoLine();

private:
    static constexpr int kWidth = 60;
    static constexpr int kHeight = 20;
};

namespace {

template <typename Paint>
QImage painted(int width, int height, Paint paint)
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter, QRectF(0, 0, width, height));
    return image;
}

/// Pixels of a column that are painted in full.
int inked(const QImage& image, int x)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += qAlpha(image.pixel(x, y)) == 255 ? 1 : 0;
    return count;
}

core::BucketBar bar(double count)
{
    return {{}, {}, {}, count};
}

core::TimePoint at(int second)
{
    return core::TimePoint(std::chrono::seconds(second));
}

} // namespace

void TestSmallCharts::barsStandAsHighAsTheirCounts()
{
    const QImage image = painted(18, 20, [](QPainter& painter, const QRectF& rect) {
        paintSmallBars(painter, rect, {bar(10), bar(5)}, Qt::black);
    });
    QCOMPARE(inked(image, 3), 20);
    QCOMPARE(inked(image, 12), 10);
}

void TestSmallCharts::manyBarsAreAddedUp()
{
    std::vector<core::BucketBar> bars(1000, bar(1));
    const QImage image = painted(kWidth, kHeight, [&](QPainter& painter, const QRectF& rect) {
        paintSmallBars(painter, rect, bars, Qt::black);
    });
    int full = 0;
    for (int x = 0; x < kWidth; ++x)
        full += inked(image, x) == kHeight ? 1 : 0;
    QVERIFY(full > kWidth / 2); // all alike, with gaps
}

void TestSmallCharts::nothingObservedShowsGroundOnly()
{
    const QImage image = painted(kWidth, kHeight, [](QPainter& painter, const QRectF& rect) {
        paintSmallBars(painter, rect, {bar(0), bar(0)}, Qt::black);
        paintSmallBars(painter, rect, {}, Qt::black);
    });
    QVERIFY(qAlpha(image.pixel(kWidth - 5, kHeight - 1)) > 0);
    for (int x = 0; x < kWidth; ++x)
        QCOMPARE(inked(image, x), 0);
}

void TestSmallCharts::aRisingLineRises()
{
    const QImage image = painted(kWidth, kHeight, [](QPainter& painter, const QRectF& rect) {
        paintSparkline(painter, rect.adjusted(2, 2, -2, -2),
            Points{{at(0), 1}, {at(10), NAN}, {at(20), 2}, {at(30), 3}}, Qt::black);
    });
    const auto middle = [&](int x) {
        int sum = 0;
        int weight = 0;
        for (int y = 0; y < kHeight; ++y) {
            sum += y * qAlpha(image.pixel(x, y));
            weight += qAlpha(image.pixel(x, y));
        }
        return weight == 0 ? -1 : sum / weight;
    };
    QCOMPARE(middle(10), -1); // a gap until the next number
    QVERIFY(middle(42) > middle(55));
    QVERIFY(middle(55) > 0);
}

void TestSmallCharts::oneValueIsNoLine_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("none") << std::vector<double>();
    QTest::newRow("one") << std::vector{1.0};
    QTest::newRow("one that is finite") << std::vector<double>{1.0, NAN, INFINITY};
}

void TestSmallCharts::oneValueIsNoLine()
{
    QFETCH(const std::vector<double>, values);
    Points points;
    for (const double value : values)
        points.push_back({at(int(points.size())), value});
    const QImage image = painted(kWidth, kHeight, [&](QPainter& painter, const QRectF& rect) {
        paintSparkline(painter, rect, points, Qt::black);
    });
    QImage empty(image.size(), image.format());
    empty.fill(Qt::transparent);
    QCOMPARE(image, empty);
}

QTEST_MAIN(TestSmallCharts)
#include "tst_small_charts.moc"

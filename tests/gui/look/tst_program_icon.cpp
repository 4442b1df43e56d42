// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/program_icon.h"

#include <QImage>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

/// The icon as the program draws it, and as it is installed.
class TestProgramIcon : public QObject {
    Q_OBJECT

private slots:
    void isInstalledAsItIsDrawn_data();
    void isInstalledAsItIsDrawn();
    void tellsStatesApart();
    void keepsItsShapeUnderTheBadge();
};

namespace {

QImage imageOf(const QIcon& icon, int size)
{
    return icon.pixmap(QSize(size, size)).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// Mean difference of a channel, 0 to 255.
double difference(const QImage& one, const QImage& other)
{
    double sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QColor left = one.pixelColor(x, y);
            const QColor right = other.pixelColor(x, y);
            sum += std::abs(left.red() - right.red()) + std::abs(left.green() - right.green())
                + std::abs(left.blue() - right.blue()) + std::abs(left.alpha() - right.alpha());
        }
    }
    return sum / (4.0 * one.width() * one.height());
}

} // namespace

void TestProgramIcon::isInstalledAsItIsDrawn_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {16, 22, 24, 32, 48, 64, 128})
        QTest::addRow("%d", size) << size;
}

void TestProgramIcon::isInstalledAsItIsDrawn()
{
    QFETCH(const int, size);
    const QImage installed(
        qEnvironmentVariable("PUSHGATE_ICONS") + u"/%1.png"_s.arg(size)); // named by ctest
    QCOMPARE(installed.size(), QSize(size, size));
    const QImage drawn = imageOf(programIcon(), size);
    QCOMPARE(drawn.size(), installed.size());
    QVERIFY2(difference(drawn, installed) < 8, "draw resources/desktop/icons anew");
}

void TestProgramIcon::tellsStatesApart()
{
    std::vector<QImage> images{imageOf(programIcon(), 22)};
    for (const core::GroupState state : core::kGroupStates)
        images.push_back(imageOf(programIcon(state), 22));
    for (size_t one = 0; one < images.size(); ++one)
        for (size_t other = one + 1; other < images.size(); ++other)
            QVERIFY(difference(images[one], images[other]) > 3);
}

void TestProgramIcon::keepsItsShapeUnderTheBadge()
{
    const QImage plain = imageOf(programIcon(), 32);
    const QImage badged = imageOf(programIcon(core::GroupState::Failed), 32);
    const QRect free(0, 0, 32, 11); // the badge is at the lower right
    QCOMPARE(badged.copy(free), plain.copy(free));
}

QTEST_MAIN(TestProgramIcon)
#include "tst_program_icon.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/choice_chart.h"
#include "tests/gui/support/no_warnings.h"

#include <QAccessible>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

namespace {

/// Three squares side by side; the last one in two parts.
class Squares final : public ChoiceChart {
public:
    Squares()
        : ChoiceChart(u"Squares"_s)
    {
    }
    void setCount(int count)
    {
        m_count = count;
        refresh();
    }
    QString tip(const QPointF& position) const { return toolTipAt(position); }

protected:
    void layOut() override { }
    void paintSeries(const QColor&) override { }
    void paintOver(QPainter& painter) const override { painter.drawPoint(0, 0); }
    std::vector<ChartChoice> findChoices() const override
    {
        std::vector<ChartChoice> choices{{7, u"one"_s, {{0, 0, 20, 20}}},
            {8, u"two"_s, {{20, 0, 20, 20}}}, {9, u"three"_s, {{40, 0, 20, 20}, {40, 40, 20, 20}}}};
        choices.resize(size_t(m_count));
        return choices;
    }

private:
    int m_count = 3;
};

} // namespace

class TestChoiceChart : public QObject {
    Q_OBJECT

private slots:
    void init() { m_noWarnings = std::make_unique<tests::NoWarnings>(); }
    void cleanup();
    void isChosenByTheMouse_data();
    void isChosenByTheMouse();
    void choosesOnlyWhereItWasPressed();
    void isChosenByTheKeys();
    void saysWhatCanBeChosen();
    void staysInItsBounds();

private:
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
};

void TestChoiceChart::cleanup()
{
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

void TestChoiceChart::isChosenByTheMouse_data()
{
    QTest::addColumn<QPoint>("place");
    QTest::addColumn<Qt::MouseButton>("button");
    QTest::addColumn<int>("id"); // 0: none
    QTest::newRow("first") << QPoint(5, 5) << Qt::LeftButton << 7;
    QTest::newRow("second") << QPoint(25, 5) << Qt::LeftButton << 8;
    QTest::newRow("other part") << QPoint(45, 45) << Qt::LeftButton << 9;
    QTest::newRow("between") << QPoint(5, 45) << Qt::LeftButton << 0;
    QTest::newRow("other button") << QPoint(5, 5) << Qt::RightButton << 0;
}

void TestChoiceChart::isChosenByTheMouse()
{
    QFETCH(const QPoint, place);
    QFETCH(const Qt::MouseButton, button);
    QFETCH(const int, id);
    Squares squares;
    squares.show();
    squares.setCount(3);
    const QSignalSpy chosen(&squares, &ChoiceChart::chosen);
    QTest::mouseMove(squares.viewport(), place);
    QTest::mouseClick(squares.viewport(), button, {}, place);
    QCOMPARE(chosen.size(), id == 0 ? 0 : 1);
    if (id != 0)
        QCOMPARE(chosen.first().first().toInt(), id);
}

void TestChoiceChart::choosesOnlyWhereItWasPressed()
{
    Squares squares;
    squares.show();
    squares.setCount(3);
    const QSignalSpy chosen(&squares, &ChoiceChart::chosen);
    QTest::mousePress(squares.viewport(), Qt::LeftButton, {}, {5, 5});
    QTest::mouseRelease(squares.viewport(), Qt::LeftButton, {}, {25, 5});
    QCOMPARE(chosen.size(), 0);
}

void TestChoiceChart::isChosenByTheKeys()
{
    Squares squares;
    squares.show();
    squares.setCount(3);
    squares.activateWindow();
    squares.setFocus();
    QTRY_VERIFY(squares.hasFocus());
    const QSignalSpy chosen(&squares, &ChoiceChart::chosen);
    const auto press = [&](Qt::Key key, Qt::Key choose) {
        QTest::keyClick(&squares, key);
        QTest::keyClick(&squares, choose);
        return chosen.last().first().toInt();
    };
    QCOMPARE(press(Qt::Key_Right, Qt::Key_Return), 8);
    QCOMPARE(press(Qt::Key_Down, Qt::Key_Space), 9);
    QCOMPARE(press(Qt::Key_Right, Qt::Key_Enter), 9); // there is no more
    QCOMPARE(press(Qt::Key_Left, Qt::Key_Return), 8);
    QCOMPARE(press(Qt::Key_Home, Qt::Key_Return), 7);
    QCOMPARE(press(Qt::Key_Up, Qt::Key_Return), 7);
    QCOMPARE(press(Qt::Key_End, Qt::Key_Return), 9);
    QVERIFY(!squares.grab().isNull());
}

void TestChoiceChart::saysWhatCanBeChosen()
{
    Squares squares;
    squares.show();
    squares.setCount(3);
    const QAccessibleInterface& told = *QAccessible::queryAccessibleInterface(&squares);
    squares.clearFocus();
    QCOMPARE(told.text(QAccessible::Name), u"Squares"_s);
    QCOMPARE(told.text(QAccessible::Description), u"one; two; three"_s);
    squares.activateWindow();
    squares.setFocus();
    QTRY_VERIFY(squares.hasFocus());
    QCOMPARE(told.text(QAccessible::Name), u"Squares: one"_s);
    QTest::keyClick(&squares, Qt::Key_Right);
    QCOMPARE(told.text(QAccessible::Name), u"Squares: two"_s);
    QCOMPARE(squares.tip({45, 45}), u"three"_s);
    QVERIFY(squares.tip({5, 45}).isEmpty());
}

void TestChoiceChart::staysInItsBounds()
{
    Squares squares;
    squares.show();
    squares.setCount(3);
    const QSignalSpy chosen(&squares, &ChoiceChart::chosen);
    QTest::keyClick(&squares, Qt::Key_End);
    squares.setCount(1);
    QTest::keyClick(&squares, Qt::Key_Return);
    QCOMPARE(chosen.last().first().toInt(), 7);
    squares.setCount(0);
    QTest::keyClick(&squares, Qt::Key_Return);
    QTest::keyClick(&squares, Qt::Key_Right);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!squares.grab().isNull());
}

QTEST_MAIN(TestChoiceChart)
#include "tst_choice_chart.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestStateLook : public QObject {
    Q_OBJECT

private slots:
    void computesContrast();
    void statesCanBeRead_data() { appearances(); }
    void statesCanBeRead();
    void textCanBeRead_data() { appearances(); }
    void textCanBeRead();
    void signsAreThere();
    void iconsFollowThePalette();

private:
    static void appearances();
};

void TestStateLook::appearances()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void TestStateLook::computesContrast()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x777777), Qt::white) - 4.478) < 0.001);
}

void TestStateLook::statesCanBeRead()
{
    QFETCH(const Appearance, appearance);
    apply(appearance);
    const Shade shade = shadeOf(QApplication::palette());
    QCOMPARE(shade, appearance == Appearance::Dark ? Shade::Dark : Shade::Light);
    for (const core::GroupState state : core::kGroupStates) {
        const StateColors colors = stateColors(state, shade);
        QVERIFY(contrast(colors.text, colors.tint) >= 4.5);
    }
}

void TestStateLook::textCanBeRead()
{
    QFETCH(const Appearance, appearance);
    apply(appearance);
    const QPalette palette = QApplication::palette();
    for (const auto role : {QPalette::Base, QPalette::Window, QPalette::AlternateBase}) {
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(role)) >= 7);
        QVERIFY(contrast(mutedText(palette), palette.color(role)) >= 4.5);
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight))
        >= 4.5);
}

void TestStateLook::signsAreThere()
{
    for (const core::GroupState state : core::kGroupStates)
        QVERIFY(QFile::exists(stateSign(state)));
}

void TestStateLook::iconsFollowThePalette()
{
    const QIcon icon = tintedIcon(stateSign(core::GroupState::Fresh));
    const auto middle = [&] { // of a full circle, beside the check
        return icon.pixmap(QSize(64, 64)).toImage().pixelColor(32, 12);
    };
    apply(Appearance::Light);
    QCOMPARE(middle(), QApplication::palette().color(QPalette::ButtonText));
    apply(Appearance::Dark);
    QCOMPARE(middle(), QApplication::palette().color(QPalette::ButtonText));
}

QTEST_MAIN(TestStateLook)
#include "tst_state_look.moc"

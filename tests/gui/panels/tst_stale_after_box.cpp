// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/stale_after_box.h"
#include "gui/text/translation.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::gui;
using namespace std::chrono_literals;
using Age = std::optional<std::chrono::seconds>;

class TestStaleAfterBox : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void showsAges_data();
    void showsAges();
    void takesWhatIsTyped_data();
    void takesWhatIsTyped();
    void takesWhatIsChosen();
};

void TestStaleAfterBox::showsAges_data()
{
    QTest::addColumn<Age>("age");
    QTest::addColumn<QString>("text");
    QTest::newRow("never") << Age() << u"never"_s;
    QTest::newRow("usual") << Age(26h) << u"26 h"_s;
    QTest::newRow("of one's own") << Age(61min) << u"61 min"_s;
    QTest::newRow("days") << Age(48h) << u"2 d"_s;
    QTest::newRow("seconds") << Age(90s) << u"90 s"_s;
}

void TestStaleAfterBox::showsAges()
{
    QFETCH(const Age, age);
    StaleAfterBox box;
    const QSignalSpy chosen(&box, &StaleAfterBox::ageChosen);
    box.setAge(1h);
    box.setAge(age);
    QCOMPARE(box.age(), age);
    QTEST(box.currentText(), "text");
    QCOMPARE(chosen.size(), 0); // not by the user
}

void TestStaleAfterBox::takesWhatIsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Age>("age");
    QTest::newRow("minutes") << u"90m"_s << Age(90min);
    QTest::newRow("with a blank") << u" 2 D "_s << Age(48h);
    QTest::newRow("several units") << u"1h30m"_s << Age(90min);
    QTest::newRow("a word of the list") << u"15 min"_s << Age(15min);
    QTest::newRow("never") << u"Never"_s << Age();
    QTest::newRow("no unit") << u"5"_s << Age(2h);
    QTest::newRow("nothing") << QString() << Age(2h);
    QTest::newRow("zero") << u"0"_s << Age(2h);
    QTest::newRow("less than a second") << u"5ms"_s << Age(2h);
    QTest::newRow("far too long") << u"100y"_s << Age(2h);
}

void TestStaleAfterBox::takesWhatIsTyped()
{
    QFETCH(const QString, text);
    QFETCH(const Age, age);
    StaleAfterBox box;
    box.setAge(2h);
    box.show();
    const QSignalSpy chosen(&box, &StaleAfterBox::ageChosen);
    box.lineEdit()->selectAll();
    QTest::keyClick(box.lineEdit(), Qt::Key_Delete);
    QTest::keyClicks(box.lineEdit(), text);
    QTest::keyClick(box.lineEdit(), Qt::Key_Return);
    QCOMPARE(box.age(), age);
    QCOMPARE(chosen.size(), age == Age(2h) ? 0 : 1);
    if (age == Age(2h))
        QCOMPARE(box.currentText(), u"2 h"_s);
}

void TestStaleAfterBox::takesWhatIsChosen()
{
    StaleAfterBox box;
    const QSignalSpy chosen(&box, &StaleAfterBox::ageChosen);
    emit box.activated(box.findText(u"3 h"_s));
    QCOMPARE(box.age(), Age(3h));
    emit box.activated(0);
    QCOMPARE(box.age(), Age());
    QCOMPARE(chosen.size(), 2);
}

QTEST_MAIN(TestStaleAfterBox)
#include "tst_stale_after_box.moc"

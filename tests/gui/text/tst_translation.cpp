// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/group_cells.h"
#include "gui/text/messages.h"
#include "gui/text/translation.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestTranslation : public QObject {
    Q_OBJECT

private slots:
    void speaksEachLanguage_data();
    void speaksEachLanguage();
    void countsInEachLanguage_data();
    void countsInEachLanguage();
};

void TestTranslation::speaksEachLanguage_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("overdue");
    QTest::newRow("English") << QLocale(u"en_GB"_s) << u"Overdue"_s;
    QTest::newRow("no language") << QLocale::c() << u"Overdue"_s;
    QTest::newRow("one that we have not") << QLocale(u"fi_FI"_s) << u"Overdue"_s;
    QTest::newRow("German") << QLocale(u"de_AT"_s) << u"Überfällig"_s;
    QTest::newRow("French") << QLocale(u"fr_CA"_s) << u"En retard"_s;
    QTest::newRow("Simplified Chinese") << QLocale(u"zh_CN"_s) << u"逾期"_s;
}

void TestTranslation::speaksEachLanguage()
{
    QFETCH(const QLocale, locale);
    speak(locale);
    QTEST(stateWord(core::GroupState::Overdue), "overdue");
}

void TestTranslation::countsInEachLanguage_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    const QLocale english(u"en_US"_s);
    QTest::newRow("none in English") << english << 0 << u"Deleted 0 groups."_s;
    QTest::newRow("one in English") << english << 1 << u"Deleted 1 group."_s;
    QTest::newRow("two in English") << english << 2 << u"Deleted 2 groups."_s;
    QTest::newRow("one in German") << QLocale(u"de_DE"_s) << 1 << u"1 Gruppe gelöscht."_s;
    QTest::newRow("two in German") << QLocale(u"de_DE"_s) << 2 << u"2 Gruppen gelöscht."_s;
    QTest::newRow("none in French") << QLocale(u"fr_FR"_s) << 0 << u"0 groupe supprimé."_s;
    QTest::newRow("two in Chinese") << QLocale(u"zh_CN"_s) << 2 << u"已删除 2 个分组。"_s;
}

void TestTranslation::countsInEachLanguage()
{
    QFETCH(const QLocale, locale);
    QFETCH(const int, count);
    speak(locale);
    JobReport report;
    for (int number = 0; number < count; ++number)
        report.done.push_back(
            {*core::GroupingKey::from(*core::Labels::from({{"job", "a"}})), {}, {}});
    QTEST(deletedText(report), "text");
}

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"

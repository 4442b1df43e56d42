// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/ages.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

class TestAges : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void writesAges_data();
    void writesAges();
    void writesRhythms_data();
    void writesRhythms();
    void writesWhatIsDue();
    void writesExactTimes();
};

void TestAges::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    qputenv("TZ", "UTC");
}

void TestAges::writesAges_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 age, const char* text) {
        QTest::newRow(text) << age << QString::fromLatin1(text);
    };
    row(-5, "just now");
    row(1, "just now");
    row(2, "2 s ago");
    row(59, "59 s ago");
    row(60, "1 min ago");
    row(3599, "59 min ago");
    row(3600, "1 h ago");
    row(47 * 3600, "47 h ago");
    row(48 * 3600, "2 d ago");
    row(20 * 86400, "20 d ago");
    row(21 * 86400, "3 wk ago");
    row(400 * 86400, "57 wk ago");
}

void TestAges::writesAges()
{
    QFETCH(const qint64, age);
    QTEST(ageText(seconds(age)), "text");
}

void TestAges::writesRhythms_data()
{
    QTest::addColumn<qint64>("rhythm");
    QTest::addColumn<QString>("text");
    QTest::newRow("a minute") << qint64(60'000) << u"every 1 min"_s;
    QTest::newRow("nearly a minute") << qint64(59'900) << u"every 1 min"_s;
    QTest::newRow("a day") << qint64(86'400'000) << u"every 24 h"_s;
    QTest::newRow("a bit more than a minute") << qint64(75'000) << u"about every 1 min"_s;
    QTest::newRow("seconds") << qint64(15'020) << u"every 15 s"_s;
}

void TestAges::writesRhythms()
{
    QFETCH(const qint64, rhythm);
    QTEST(rhythmText(milliseconds(rhythm)), "text");
}

void TestAges::writesWhatIsDue()
{
    QCOMPARE(dueText(seconds(12)), u"due in 12 s"_s);
    QCOMPARE(dueText(seconds(-3 * 3600)), u"3 h late"_s);
}

void TestAges::writesExactTimes()
{
    QCOMPARE(exactTimeText(core::TimePoint(milliseconds(1'700'000'000'900))),
        u"2023-11-14 22:13:20 UTC (Unix time 1700000000)"_s);
}

QTEST_APPLESS_MAIN(TestAges)
#include "tst_ages.moc"

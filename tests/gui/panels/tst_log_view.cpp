// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/log_view.h"
#include "tests/gui/support/no_warnings.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestLogView : public QObject {
    Q_OBJECT

private slots:
    void showsLinesInOrder();
    void filtersByLevel_data();
    void filtersByLevel();
    void filtersByWords();
    void keepsOnlyTheLastLines();
    void followsTheEnd();
    void staysWhereSomebodyReads();
    void copiesWhatIsShown();
    void standsANewPalette();

private:
    tests::NoWarnings m_noWarnings;
};

namespace {

const std::initializer_list<LogLine> kLines{{LogLine::Level::Debug, u"level=debug One"_s},
    {LogLine::Level::Info, u"level=info two"_s}, {LogLine::Level::Warning, u"level=warn three"_s},
    {LogLine::Level::Error, u"level=error four"_s}};

void fill(LogView& view)
{
    for (const LogLine& line : kLines)
        view.append(line);
}

void fill(LogView& view, int lines)
{
    for (int number = 0; number < lines; ++number)
        view.append({LogLine::Level::Info, u"line %1"_s.arg(number)});
}

QScrollBar& barOf(const LogView& view)
{
    return *view.findChild<QPlainTextEdit*>()->verticalScrollBar();
}

} // namespace

void TestLogView::showsLinesInOrder()
{
    LogView view(100);
    fill(view);
    QCOMPARE(
        view.shownText(), u"level=debug One\nlevel=info two\nlevel=warn three\nlevel=error four"_s);
}

void TestLogView::filtersByLevel_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("text");
    QTest::newRow("info") << 1 << u"level=info two\nlevel=warn three\nlevel=error four"_s;
    QTest::newRow("warnings") << 2 << u"level=warn three\nlevel=error four"_s;
    QTest::newRow("errors") << 3 << u"level=error four"_s;
}

void TestLogView::filtersByLevel()
{
    QFETCH(const int, choice);
    QFETCH(const QString, text);
    LogView view(100);
    auto* const level = view.findChild<QComboBox*>();
    fill(view);
    level->setCurrentIndex(choice);
    QCOMPARE(view.shownText(), text);
    view.append({LogLine::Level::Debug, u"level=debug late"_s});
    QCOMPARE(view.shownText(), text);
    level->setCurrentIndex(0);
    QVERIFY(view.shownText().endsWith("late"_L1));
}

void TestLogView::filtersByWords()
{
    LogView view(100);
    fill(view);
    auto* const words = view.findChild<QLineEdit*>();
    words->setText(u" one "_s);
    QCOMPARE(view.shownText(), u"level=debug One"_s);
    view.append({LogLine::Level::Info, u"someone"_s});
    QCOMPARE(view.shownText(), u"level=debug One\nsomeone"_s);
    words->clear();
    QCOMPARE(view.shownText().count(u'\n'), qsizetype(kLines.size()));
}

void TestLogView::keepsOnlyTheLastLines()
{
    LogView view(10);
    fill(view, 25);
    QVERIFY(view.shownText().startsWith("line 15\n"_L1));
    QCOMPARE(view.shownText().count(u'\n'), 9);
    view.findChild<QLineEdit*>()->setText(u"line"_s);
    QVERIFY(view.shownText().startsWith("line 15\n"_L1));
}

void TestLogView::followsTheEnd()
{
    LogView view(1000);
    view.resize(400, 200);
    view.show();
    fill(view, 200);
    QVERIFY(barOf(view).maximum() > 0);
    QCOMPARE(barOf(view).value(), barOf(view).maximum());
}

void TestLogView::staysWhereSomebodyReads()
{
    LogView view(1000);
    view.resize(400, 200);
    view.show();
    fill(view, 200);
    barOf(view).setValue(50);
    fill(view, 100);
    QCOMPARE(barOf(view).value(), 50);
    barOf(view).setValue(barOf(view).maximum());
    fill(view, 1);
    QCOMPARE(barOf(view).value(), barOf(view).maximum());
}

void TestLogView::copiesWhatIsShown()
{
    LogView view(100);
    fill(view);
    view.findChild<QComboBox*>()->setCurrentIndex(3);
    view.findChild<QPushButton*>()->click();
    QCOMPARE(QApplication::clipboard()->text(), u"level=error four"_s);
}

void TestLogView::standsANewPalette()
{
    LogView view(100);
    fill(view);
    const QString text = view.shownText();
    view.setPalette(QPalette(Qt::black));
    QCOMPARE(view.shownText(), text);
    QCOMPARE(tests::NoWarnings::count(), 0);
}

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"

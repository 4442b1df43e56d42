// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/translation.h"
#include "gui/text/value_words.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

Q_DECLARE_METATYPE(pushgate::core::SeriesValue)

class TestValueWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void tellsAnyValue_data();
    void tellsAnyValue();
};

void TestValueWords::tellsAnyValue_data()
{
    using namespace core;
    QTest::addColumn<SeriesValue>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << SeriesValue(PlainValue{"1.2e+06"}) << u"1.2e+06"_s;
    QTest::newRow("summary") << SeriesValue(SummaryValue{"3", "1", {}})
                             << u"Count 3, sum 1, mean 0.3333"_s;
    QTest::newRow("histogram") << SeriesValue(HistogramValue{"180", "1388.25", {}})
                               << u"Count 180, sum 1388.25, mean 7.713"_s;
    QTest::newRow("no mean") << SeriesValue(NativeHistogramValue{"0", "0", {}})
                             << u"Count 0, sum 0"_s;
}

void TestValueWords::tellsAnyValue()
{
    QFETCH(const core::SeriesValue, value);
    QFETCH(const QString, text);
    QCOMPARE(valueText(value), text);
}

QTEST_MAIN(TestValueWords)
#include "tst_value_words.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/bucket_bars.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

Q_DECLARE_METATYPE(pushgate::core::SeriesValue)
Q_DECLARE_METATYPE(std::optional<double>)

class TestBucketBars : public QObject {
    Q_OBJECT

private slots:
    void showsEachBucketAlone_data();
    void showsEachBucketAlone();
    void addsUpAFamily_data();
    void addsUpAFamily();
    void meansAreFinite_data();
    void meansAreFinite();
};

namespace {

using Closed = NativeHistogramValue::Closed;

QByteArray barsText(const std::vector<BucketBar>& bars)
{
    QByteArray text;
    for (const BucketBar& bar : bars)
        text += bar.range + bar.upper + '=' + bar.countText + '/' + QByteArray::number(bar.count)
            + ' ';
    return text.trimmed();
}

} // namespace

void TestBucketBars::showsEachBucketAlone_data()
{
    QTest::addColumn<SeriesValue>("value");
    QTest::addColumn<QByteArray>("bars");
    QTest::newRow("no histogram") << SeriesValue(PlainValue{"1"}) << ""_ba;
    QTest::newRow("summary") << SeriesValue(SummaryValue{"1", "2", {}}) << ""_ba;
    QTest::newRow("counts include lower buckets")
        << SeriesValue(HistogramValue{"9", "1", {{"0.5", "2"}, {"1", "2"}, {"+Inf", "9"}}})
        << "(-Inf,0.5]0.5=2/2 (0.5,1]1=0/0 (1,+Inf]+Inf=7/7"_ba;
    QTest::newRow("infinity is left out") << SeriesValue(HistogramValue{"9", "1", {{"0.5", "2"}}})
                                          << "(-Inf,0.5]0.5=2/2 (0.5,+Inf]+Inf=7/7"_ba;
    QTest::newRow("no buckets") << SeriesValue(HistogramValue{"3", "1", {}})
                                << "(-Inf,+Inf]+Inf=3/3"_ba;
    QTest::newRow("counts that go down")
        << SeriesValue(HistogramValue{"1", "1", {{"1", "4"}, {"+Inf", "1"}}})
        << "(-Inf,1]1=4/4 (1,+Inf]+Inf=-3/0"_ba;
    QTest::newRow("native, with a gap")
        << SeriesValue(NativeHistogramValue{"6", "1",
               {{Closed::Lower, "-1", "-0.5", "1"}, {Closed::Both, "-0.1", "0.1", "2"},
                   {Closed::Upper, "0.1", "1", "3.5"}}})
        << "[-1,-0.5)-0.5=1/1 [-0.5,-0.1)-0.1=0/0 [-0.1,0.1]0.1=2/2 (0.1,1]1=3.5/3.5"_ba;
    QTest::newRow("native, empty") << SeriesValue(NativeHistogramValue{"0", "0", {}}) << ""_ba;
    QTest::newRow("not a number") << SeriesValue(HistogramValue{"NaN", "1", {{"+Inf", "NaN"}}})
                                  << "(-Inf,+Inf]+Inf=NaN/0"_ba;
}

void TestBucketBars::showsEachBucketAlone()
{
    QFETCH(const SeriesValue, value);
    QFETCH(const QByteArray, bars);
    QCOMPARE(barsText(bucketBars(value)), bars);
}

void TestBucketBars::addsUpAFamily_data()
{
    QTest::addColumn<std::vector<SeriesValue>>("values");
    QTest::addColumn<QByteArray>("bars");
    using Values = std::vector<SeriesValue>;
    const HistogramValue one{"9", "1", {{"0.5", "2"}, {"1", "2"}, {"+Inf", "9"}}};
    const HistogramValue other{"4", "1", {{"0.5", "1"}, {"1", "4"}}};
    const HistogramValue wider{"4", "1", {{"0.7", "1"}, {"1", "4"}}};
    const NativeHistogramValue low{"3", "1", {{Closed::Upper, "1", "2", "3"}}};
    const NativeHistogramValue high{
        "3", "1", {{Closed::Upper, "1", "2", "1"}, {Closed::Upper, "4", "8", "2"}}};
    const NativeHistogramValue coarse{"3", "1", {{Closed::Upper, "1", "4", "3"}}};
    QTest::newRow("nothing") << Values() << ""_ba;
    QTest::newRow("numbers") << Values{PlainValue{"1"}, PlainValue{"2"}} << ""_ba;
    QTest::newRow("one") << Values{one} << "(-Inf,0.5]0.5=2/2 (0.5,1]1=0/0 (1,+Inf]+Inf=7/7"_ba;
    QTest::newRow("the same bounds")
        << Values{one, other} << "(-Inf,0.5]0.5=3/3 (0.5,1]1=3/3 (1,+Inf]+Inf=7/7"_ba;
    QTest::newRow("other bounds") << Values{one, wider} << ""_ba;
    QTest::newRow("native") << Values{high, low} << "(1,2]2=4/4 (2,4]4=0/0 (4,8]8=2/2"_ba;
    QTest::newRow("native, apart in fineness") << Values{low, coarse} << ""_ba;
    QTest::newRow("bounds that are no numbers")
        << Values{HistogramValue{"1", "1", {{"x", "1"}}}} << ""_ba;
}

void TestBucketBars::addsUpAFamily()
{
    QFETCH(const std::vector<SeriesValue>, values);
    QFETCH(const QByteArray, bars);
    FamilyRow family{"m", "HISTOGRAM", "", {}};
    for (const SeriesValue& value : values)
        family.series.push_back({{}, value});
    QCOMPARE(barsText(bucketBars(family)), bars);
}

void TestBucketBars::meansAreFinite_data()
{
    QTest::addColumn<SeriesValue>("value");
    QTest::addColumn<std::optional<double>>("mean");
    QTest::newRow("plain") << SeriesValue(PlainValue{"1"}) << std::optional<double>();
    QTest::newRow("histogram") << SeriesValue(HistogramValue{"4", "10", {}}) << std::optional(2.5);
    QTest::newRow("summary") << SeriesValue(SummaryValue{"4", "-2", {}}) << std::optional(-0.5);
    QTest::newRow("nothing observed")
        << SeriesValue(NativeHistogramValue{"0", "0", {}}) << std::optional<double>();
    QTest::newRow("infinite sum") << SeriesValue(SummaryValue{"4", "+Inf", {}})
                                  << std::optional<double>();
}

void TestBucketBars::meansAreFinite()
{
    QFETCH(const SeriesValue, value);
    QFETCH(const std::optional<double>, mean);
    QCOMPARE(meanOf(value), mean);
}

QTEST_APPLESS_MAIN(TestBucketBars)
#include "tst_bucket_bars.moc"

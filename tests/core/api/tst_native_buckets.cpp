// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/native_buckets.h"
#include "core/base/number_text.h"

#include <QTest>

#include <limits>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

namespace {

using Spans = std::vector<BucketSpan>;
using Deltas = std::vector<qint64>;
using Counts = std::vector<double>;

constexpr qint64 kMostCount = std::numeric_limits<qint64>::max();
constexpr qint32 kLastIndex = std::numeric_limits<qint32>::max();

Histogram histogramOf(NativeHistogram native)
{
    Histogram histogram;
    histogram.sampleCount = 5;
    histogram.native = std::make_shared<const NativeHistogram>(std::move(native));
    return histogram;
}

Histogram positive(qint32 schema, Spans spans, Deltas deltas)
{
    NativeHistogram native;
    native.schema = schema;
    native.positive = {std::move(spans), std::move(deltas), {}};
    return histogramOf(std::move(native));
}

Histogram negative(qint32 schema, Spans spans, Deltas deltas)
{
    NativeHistogram native;
    native.schema = schema;
    native.negative = {std::move(spans), std::move(deltas), {}};
    return histogramOf(std::move(native));
}

Histogram floats(Counts counts, std::optional<double> sampleCount, std::optional<double> zeroCount)
{
    NativeHistogram native;
    native.schema = 0;
    native.positive = {{{0, 2}}, {7, 7}, std::move(counts)};
    native.zeroCountFloat = zeroCount;
    native.zeroCount = 1;
    Histogram histogram = histogramOf(std::move(native));
    histogram.sampleCountFloat = sampleCount;
    return histogram;
}

QByteArray number(double value)
{
    QByteArray text;
    appendGoNumber(text, value, NegativeZero::Signed);
    return text;
}

/// `closed lower upper count` for each bucket, joined by `; `, as the reference's API shows them.
QByteArray textOf(const Histogram& histogram)
{
    QByteArrayList texts;
    for (const NativeBucket& bucket : nativeBuckets(histogram)) {
        const auto* const integer = std::get_if<quint64>(&bucket.count);
        const QByteArray count
            = integer ? QByteArray::number(*integer) : number(std::get<double>(bucket.count));
        texts.push_back(QByteArray::number(int(bucket.closed)) + ' ' + number(bucket.lower) + ' '
            + number(bucket.upper) + ' ' + count);
    }
    return texts.join("; ");
}

} // namespace

class TestNativeBuckets : public QObject {
    Q_OBJECT

private slots:
    void listsBothSides();
    void listsPositiveBuckets_data();
    void listsPositiveBuckets();
    void listsNegativeBuckets_data();
    void listsNegativeBuckets();
    void listsFloats_data();
    void listsFloats();
    void listsTheZeroBucket_data();
    void listsTheZeroBucket();
    void tellsNativeFromClassic();
};

// What follows was recorded from the reference, but for what makes it crash.

void TestNativeBuckets::listsBothSides()
{
    NativeHistogram native;
    native.schema = 0;
    native.negative = {{{0, 2}}, {1, 0}, {}};
    native.zeroThreshold = 0.001;
    native.zeroCount = 2;
    native.positive = {{{0, 2}, {1, 1}}, {2, 1, -1}, {}};
    QCOMPARE(textOf(histogramOf(native)),
        "1 -2 -1 1; 1 -1 -0.5 1; 3 -0.001 0.001 2; 0 0.5 1 2; 0 1 2 3; 0 4 8 2"_ba);
}

void TestNativeBuckets::listsPositiveBuckets_data()
{
    QTest::addColumn<qint32>("schema");
    QTest::addColumn<Spans>("spans");
    QTest::addColumn<Deltas>("deltas");
    QTest::addColumn<QByteArray>("buckets");
    const auto row = [](const char* name, qint32 schema, const Spans& spans, const Deltas& deltas,
                         const char* buckets) {
        QTest::newRow(name) << schema << spans << deltas << QByteArray(buckets);
    };
    row("large counts", 0, {{0, 2}}, {1'000'000, 1}, "0 0.5 1 1000000; 0 1 2 1000001");
    row("negative count wraps", 3, {{0, 2}}, {1, -3},
        "0 0.9170040432046711 1 1; 0 1 1.0905077326652577 18446744073709551614");
    row("sum wraps", 1, {{0, 2}}, {kMostCount, 1},
        "0 0.7071067811865475 1 9223372036854775807; 0 1 1.414213562373095 9223372036854775808");
    row("bounds of zero", -4, {{-68, 2}}, {1, 1}, "2 0 0 1; 0 0 2e-323 2");
    row("bounds of infinity", 0, {{1023, 4}}, {1, 1, 1, 1},
        "0 4.49423283715579e+307 8.98846567431158e+307 1; "
        "0 8.98846567431158e+307 1.7976931348623157e+308 2; 0 1.7976931348623157e+308 +Inf 3; "
        "0 +Inf +Inf 4");
    row("schema -5", -5, {{0, 2}}, {1, 1}, "0 2.3283064365386963e-10 1 1; 0 1 4.294967296e+09 2");
    row("schema -63", -63, {{-1, 3}}, {1, 1, 1}, "2 1 0 1; 0 0 1 2; 2 1 0 3");
    row("schema -64", -64, {{-1, 3}}, {1, 1, 1}, "0 1 1 1; 0 1 1 2; 0 1 1 3");
    row("empty spans", 0, {{0, 0}, {2, 1}, {3, 0}, {1, 1}}, {1, 1}, "0 2 4 1; 0 64 128 2");
    row("only an empty span", 0, {{5, 0}}, {}, "");
    row("absent parts of a span", 0, {{{}, 1}, {1, {}}, {{}, 1}}, {1, 1}, "0 0.5 1 1; 0 2 4 2");
    row("more counts than buckets", 0, {{0, 1}}, {1, 1}, "0 0.5 1 1");
    row("index wraps", 0, {{kLastIndex, 1}, {kLastIndex, 1}}, {1, 1},
        "0 +Inf +Inf 1; 0 0.25 0.5 2");
    row("zero counts are left out", 0, {{0, 3}}, {1, -1, 2}, "0 0.5 1 1; 0 2 4 2");
    row("all zero", 0, {{0, 1}}, {0}, "");
    row("going back", 0, {{0, 1}, {-5, 2}}, {1, 0, 0},
        "0 0.5 1 1; 0 0.03125 0.0625 1; 0 0.0625 0.125 1");
    // The reference drops the connection of these, but for -53, of which it prints nonsense.
    row("fewer counts than buckets", 0, {{0, 3}}, {1}, "0 0.5 1 1");
    row("endless span", 0, {{0, std::numeric_limits<quint32>::max()}}, {1}, "0 0.5 1 1");
    row("too fine", 9, {{0, 3}}, {1, 1, 1}, "");
    row("finest thinkable", kLastIndex, {{0, 1}}, {1}, "");
    row("coarsest thinkable", -kLastIndex - 1, {{0, 1}}, {1}, "0 1 1 1");
    row("custom bounds", -53, {{0, 3}}, {1, 1, 1}, "");
}

void TestNativeBuckets::listsPositiveBuckets()
{
    QFETCH(const qint32, schema);
    QFETCH(const Spans, spans);
    QFETCH(const Deltas, deltas);
    QFETCH(const QByteArray, buckets);
    QCOMPARE(textOf(positive(schema, spans, deltas)), buckets);
}

void TestNativeBuckets::listsNegativeBuckets_data()
{
    QTest::addColumn<qint32>("schema");
    QTest::addColumn<Spans>("spans");
    QTest::addColumn<Deltas>("deltas");
    QTest::addColumn<QByteArray>("buckets");
    const auto row = [](const char* name, qint32 schema, const Spans& spans, const Deltas& deltas,
                         const char* buckets) {
        QTest::newRow(name) << schema << spans << deltas << QByteArray(buckets);
    };
    row("several spans", 1, {{-2, 2}, {1, 2}}, {1, 1, 1, 1},
        "1 -2 -1.414213562373095 4; 1 -1.414213562373095 -1 3; 1 -0.7071067811865475 -0.5 2; "
        "1 -0.5 -0.35355339059327373 1");
    row("bounds of zero", -4, {{-68, 2}}, {1, 1}, "1 -2e-323 -0 2; 2 -0 -0 1");
    row("largest bound", -4, {{64, 1}}, {1},
        "1 -1.7976931348623157e+308 -2.7430620343968443e+303 1");
    row("going back", 0, {{0, 1}, {-5, 2}}, {1, 0, 0},
        "1 -0.125 -0.0625 1; 1 -0.0625 -0.03125 1; 1 -1 -0.5 1");
}

void TestNativeBuckets::listsNegativeBuckets()
{
    QFETCH(const qint32, schema);
    QFETCH(const Spans, spans);
    QFETCH(const Deltas, deltas);
    QFETCH(const QByteArray, buckets);
    QCOMPARE(textOf(negative(schema, spans, deltas)), buckets);
}

void TestNativeBuckets::listsFloats_data()
{
    QTest::addColumn<Histogram>("histogram");
    QTest::addColumn<QByteArray>("buckets");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("float by its count")
        << floats({1e6, 0.5}, 3.5, {}) << "0 0.5 1 1e+06; 0 1 2 0.5"_ba;
    QTest::newRow("float by its zero count")
        << floats({1e6, 0.5}, {}, 3.5) << "3 -0 0 3.5; 0 0.5 1 1e+06; 0 1 2 0.5"_ba;
    QTest::newRow("integer") << floats({1e6, 0.5}, {}, {}) << "3 -0 0 1; 0 0.5 1 7; 0 1 2 14"_ba;
    QTest::newRow("negative counts do not make it float")
        << floats({1e6, 0.5}, -1, -1) << "3 -0 0 1; 0 0.5 1 7; 0 1 2 14"_ba;
    QTest::newRow("negative") << floats({1, -3}, 1, -1) << "3 -0 0 -1; 0 0.5 1 1; 0 1 2 -3"_ba;
    QTest::newRow("not a number") << floats({nan, 0}, 1, {}) << "0 0.5 1 NaN"_ba;
    QTest::newRow("fewer counts than buckets") << floats({4}, 1, {}) << "0 0.5 1 4"_ba;
}

void TestNativeBuckets::listsFloats()
{
    QFETCH(const Histogram, histogram);
    QFETCH(const QByteArray, buckets);
    QCOMPARE(textOf(histogram), buckets);
}

void TestNativeBuckets::listsTheZeroBucket_data()
{
    QTest::addColumn<std::optional<double>>("threshold");
    QTest::addColumn<QByteArray>("buckets");
    QTest::newRow("no threshold") << std::optional<double>() << "3 -0 0 2; 0 0.5 1 1"_ba;
    QTest::newRow("threshold") << std::optional(1e-9) << "3 -1e-09 1e-09 2; 0 0.5 1 1"_ba;
    QTest::newRow("negative threshold") << std::optional(-1.0) << "3 1 -1 2; 0 0.5 1 1"_ba;
}

void TestNativeBuckets::listsTheZeroBucket()
{
    QFETCH(const std::optional<double>, threshold);
    QFETCH(const QByteArray, buckets);
    NativeHistogram native;
    native.zeroThreshold = threshold;
    native.zeroCount = 2;
    native.positive = {{{0, 1}}, {1}, {}};
    QCOMPARE(textOf(histogramOf(native)), buckets);
}

void TestNativeBuckets::tellsNativeFromClassic()
{
    QVERIFY(!isNative({}));
    QVERIFY(nativeBuckets({}).empty());
    QVERIFY(!isNative(histogramOf({})));
    QVERIFY(isNative(positive(0, {{0, 0}}, {})));
    QVERIFY(isNative(negative(0, {{}}, {})));
    QVERIFY(!isNative(positive(0, {}, {1})));
}

QTEST_APPLESS_MAIN(TestNativeBuckets)
#include "tst_native_buckets.moc"

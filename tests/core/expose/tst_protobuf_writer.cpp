// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/protobuf_writer.h"
#include "tests/support/family_builder.h"

#include <QTest>

#include <bit>
#include <limits>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;

namespace {

const std::vector<Label> kGrouping{{"instance", ""}, {"job", "a"}};

std::vector<Label> withGrouping(const QByteArray& name, const QByteArray& value)
{
    std::vector<Label> labels = kGrouping;
    labels.push_back({name, value});
    return labels;
}

/// Hexadecimal, as the reference's answers were recorded.
QByteArray wireOf(const MetricFamily& family, Escaping escaping = Escaping::Underscores)
{
    ProtobufWriter writer(escaping);
    Segments metrics;
    Segments out;
    writer.begin(family.header());
    writer.writeMetrics(metrics, family);
    writer.writeHead(out, metrics.size());
    out.append(metrics.take());
    writer.writeTail(out);
    return out.take().join().toHex();
}

Exemplar exemplar()
{
    return {{{"trace", "x\"y\\"}}, 1.5, WireTime{123, 456}};
}

OddMetric everyFieldOfAHistogram()
{
    NativeHistogram native;
    native.schema = 3;
    native.zeroThreshold = 1e-9;
    native.zeroCount = 1;
    native.zeroCountFloat = 0;
    native.negative = {{{-2, 1}}, {5, -6}, {1}};
    native.positive = {{{0, 2}}, {1, 1}, {2}};
    native.created = WireTime{99, 1};
    native.exemplars = {exemplar()};
    native.bucketExemplars = {{0, exemplar()}};
    OddMetric metric;
    metric.histogram
        = Histogram{7, 7.5, 3, {{2, 2.5, 1}}, std::make_shared<const NativeHistogram>(native)};
    metric.unknownFields = QByteArray::fromHex("98067b");
    return metric;
}

} // namespace

class TestProtobufWriter : public QObject {
    Q_OBJECT

private slots:
    void writesHistogramsAsTheReference();
    void writesSummariesAsTheReference();
    void writesSeveralPayloadsAsTheReference();
    void dropsUnknownFieldsWhereNamesAreEscaped();
    void writesTextPushes();
    void writesTimestamps();
    void keepsAbsentLabelParts();
    void writesLongLabels();
};

void TestProtobufWriter::writesHistogramsAsTheReference()
{
    FamilyBuilder builder("h", MetricType::Histogram);
    builder.help("he\"lp").odd(withGrouping("a", "\xC3\xA9"), everyFieldOfAHistogram());
    QCOMPARE(wireOf(builder.build()),
        "e5010a016812056865226c70180422d6010a070a01611202c3a90a0c0a08696e7374616e636512000a080a036a"
        "6f621201613aaf0108071100000000000008401a35080211000000000000f03f1a1f0a0d0a0574726163651204"
        "7822795c11000000000000f83f1a05087b10c803210000000000000440210000000000001e4028063195d626e8"
        "0b2e113e38014100000000000000004a0408031001500a500b59000000000000f03f6204080010026802680271"
        "00000000000000407a040863100182011f0a0d0a05747261636512047822795c11000000000000f83f1a05087b"
        "10c80398067b"_ba);
}

void TestProtobufWriter::writesSummariesAsTheReference()
{
    constexpr double kNaN = std::bit_cast<double>(quint64(0x7FF8000000000000));
    FamilyBuilder builder("s1", MetricType::Summary);
    builder.summary(kGrouping, {3, kNaN, {{0.5, -0.0}, {}}, WireTime{1, {}}});
    QCOMPARE(wireOf(builder.build()),
        "470a0273311802223f0a0c0a08696e7374616e636512000a080a036a6f6212016122250803110000000000"
        "00f87f1a1209000000000000e03f1100000000000000801a0022020801"_ba);
}

void TestProtobufWriter::writesSeveralPayloadsAsTheReference()
{
    OddMetric metric;
    metric.gauge = OddMetric::Plain{1e6, {}, {}};
    metric.counter = OddMetric::Plain{1.5, exemplar(), WireTime{5, -1}};
    metric.untyped = OddMetric::Plain{-std::numeric_limits<double>::infinity(), {}, {}};
    FamilyBuilder builder("u", MetricType::Untyped);
    QCOMPARE(wireOf(builder.odd(withGrouping("x", ""), metric).build()),
        "770a0175180322700a0c0a08696e7374616e636512000a080a036a6f621201610a050a01781200120909000000"
        "0080842e411a3909000000000000f83f121f0a0d0a05747261636512047822795c11000000000000f83f1a0508"
        "7b10c8031a0d080510ffffffffffffffffff012a0909000000000000f0ff"_ba);
}

void TestProtobufWriter::dropsUnknownFieldsWhereNamesAreEscaped()
{
    OddMetric first;
    first.counter = OddMetric::Plain{2, {}, {}};
    first.unknownFields = QByteArray::fromHex("980601");
    OddMetric second;
    second.counter = OddMetric::Plain{};
    second.unknownFields = QByteArray::fromHex("980602");
    FamilyBuilder builder(MetricFamily::Header{"c", "", {}});
    builder.odd(withGrouping("z.z", "1"), first).odd(withGrouping("z", "1"), second);
    const MetricFamily family = builder.build();

    QCOMPARE(wireOf(family),
        "5b0a01631200222d0a0c0a08696e7374616e636512000a080a036a6f621201610a080a037a5f7a1201311a0909"
        "000000000000004022250a0c0a08696e7374616e636512000a080a036a6f621201610a060a017a1201311a0098"
        "0602"_ba);
    QCOMPARE(wireOf(family, Escaping::AllowUtf8),
        "5e0a0163120022300a0c0a08696e7374616e636512000a080a036a6f621201610a080a037a2e7a1201311a0909"
        "000000000000004098060122250a0c0a08696e7374616e636512000a080a036a6f621201610a060a017a120131"
        "1a00980602"_ba);
}

void TestProtobufWriter::writesTextPushes()
{
    FamilyBuilder gauge("m", MetricType::Gauge);
    QCOMPARE(wireOf(gauge.plain({}, 1).plain({{"a", "b"}}, 2).build()),
        "270a016d1801220b1209"
        "09000000000000f03f"
        "22130a060a0161120162"
        "1209"
        "090000000000000040"_ba);
    FamilyBuilder counter("a.b", MetricType::Counter);
    QCOMPARE(wireOf(counter.plain({}, 1).build()), "140a03615f621800220b1a0909000000000000f03f"_ba);
    FamilyBuilder untyped("m", MetricType::Untyped);
    QCOMPARE(wireOf(untyped.plain({}, 1).build()), "120a016d1803220b2a0909000000000000f03f"_ba);
    FamilyBuilder histogram("m", MetricType::GaugeHistogram);
    QCOMPARE(wireOf(histogram.histogram({}, {}).build()), "090a016d180522023a00"_ba);
}

void TestProtobufWriter::writesTimestamps()
{
    OddMetric metric;
    metric.timestampMs = -1;
    metric.summary = Summary{};
    metric.histogram = Histogram{};
    FamilyBuilder builder(MetricFamily::Header{"m", {}, {}});
    QCOMPARE(wireOf(builder.odd({}, metric).build()),
        "140a016d220f"
        "2200"
        "30ffffffffffffffffff01"
        "3a00"_ba);
}

void TestProtobufWriter::keepsAbsentLabelParts()
{
    LabelTableBuilder labels(LabelTableBuilder::RowOrder::AsAdded);
    labels.addLabel(labels.internAbsentName(), {"v", true});
    labels.addLabel(labels.internName("n"), {{}, false});
    labels.addLabel(labels.internName(""), {{}, true});
    labels.addLabel(labels.internAbsentName(), {{}, false});
    labels.endRow();
    PayloadTable payloads;
    payloads.appendOdd({});
    QCOMPARE(wireOf({{"m", {}, {}}, std::move(labels).finish(), std::move(payloads)}),
        "170a016d2212"
        "0a03120176"
        "0a030a016e"
        "0a0412000a00"_ba.replace("12000a00", "0a001200")
            + "0a00"_ba);
}

void TestProtobufWriter::writesLongLabels()
{
    const QByteArray value(200'000, 'v');
    FamilyBuilder builder("m", MetricType::Gauge);
    const QByteArray wire = wireOf(builder.plain({{"a", value}}, 1).build());

    QByteArray label = "0a016112c09a0c" + value.toHex(); // 200,000 as a varint: c0 9a 0c
    QByteArray metric = "0ac79a0c" + label + "120909000000000000f03f";
    QVERIFY(wire
        == "df9a0c"
           "0a016d1801"
           "22"
           "d69a0c"
            + metric);
}

QTEST_APPLESS_MAIN(TestProtobufWriter)
#include "tst_protobuf_writer.moc"

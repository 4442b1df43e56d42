// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_model.pb.h"
#include "core/base/varint.h"
#include "core/model/metric_text.h"
#include "core/parse/protobuf_parser.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

namespace {

QByteArray delimited(const QByteArray& message)
{
    QByteArray bytes;
    appendVarint(bytes, static_cast<std::uint64_t>(message.size()));
    return bytes + message;
}

QByteArray serialized(const google::protobuf::MessageLite& message)
{
    return QByteArray::fromStdString(message.SerializeAsString());
}

/// One metric as it is sent.
QByteArray metric(const std::function<void(wire::Metric&)>& fill)
{
    wire::Metric metric;
    fill(metric);
    return serialized(metric);
}

const QByteArray kGauge = metric([](wire::Metric& m) { m.mutable_gauge()->set_value(1); });

/// A field that holds bytes.
QByteArray field(int number, const QByteArray& content)
{
    QByteArray bytes;
    appendVarint(bytes, static_cast<std::uint64_t>((number << 3) | 2));
    return bytes + delimited(content);
}

/// One family as it is sent, behind its length.
QByteArray family(const char* name, std::optional<int> type, const QList<QByteArray>& metrics = {})
{
    QByteArray bytes = field(1, name);
    if (type) {
        bytes += '\x18';
        appendVarint(bytes, static_cast<std::uint64_t>(*type));
    }
    for (const QByteArray& metric : metrics)
        bytes += field(4, metric);
    return delimited(bytes);
}

/// Metrics of one family in a line; or the error.
QByteArray described(const DecodedBody& body)
{
    const auto families = parseDelimitedProtobuf(body);
    if (!families)
        return families.error().message;
    QByteArray text;
    for (const MetricFamily& family : *families) {
        QByteArray line;
        appendFamilyText(line, family, ProtoText::Layout::OneLine);
        text += line.replace("  ", " ") + '\n';
    }
    return text;
}

void addMetric(
    const char* name, const QByteArray& read, const std::function<void(wire::Metric&)>& fill)
{
    QTest::newRow(name) << metric(fill) << read;
}

void addCounters()
{
    addMetric("counter with extras",
        "counter:{value:2 exemplar:{label:{name:\"a\" value:\"b\"} value:1} "
        "created_timestamp:{seconds:7 nanos:8}}",
        [](wire::Metric& m) {
            wire::Counter& counter = *m.mutable_counter();
            counter.set_value(2);
            counter.mutable_exemplar()->set_value(1);
            wire::LabelPair& label = *counter.mutable_exemplar()->add_label();
            label.set_name("a");
            label.set_value("b");
            counter.mutable_created_timestamp()->set_seconds(7);
            counter.mutable_created_timestamp()->set_nanos(8);
        });
    addMetric("created at zero", "counter:{created_timestamp:{}}", [](wire::Metric& m) {
        m.mutable_counter()->mutable_created_timestamp()->set_seconds(0);
        m.mutable_counter()->mutable_created_timestamp()->set_nanos(0);
    });
}

constexpr auto kMalformed = "proto: cannot parse invalid wire-format data";
constexpr auto kCutShort = "unexpected EOF";

} // namespace

class TestProtobufParser : public QObject {
    Q_OBJECT

private slots:
    void readsMetrics_data();
    void readsMetrics();
    void readsNativeHistograms();
    void readsFamilies_data();
    void readsFamilies();
    void keepsTheUsualOutOfOddMetrics_data();
    void keepsTheUsualOutOfOddMetrics();
    void tellsAbsentFromEmpty();
    void refusesWhatNoScrapeCanShow_data();
    void refusesWhatNoScrapeCanShow();
    void refusesMalformedBodies_data();
    void refusesMalformedBodies();
    void prefersMistakesToReadFailures();
    void failsWhereverTheBodyIsCut();
    void survivesDeepNesting();
};

void TestProtobufParser::readsMetrics_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("read");
    addMetric("gauge", "gauge:{value:-1.5}", [](auto& m) { m.mutable_gauge()->set_value(-1.5); });
    addMetric("counter", "counter:{value:2}", [](auto& m) { m.mutable_counter()->set_value(2); });
    addMetric("untyped", "untyped:{value:0}", [](auto& m) { m.mutable_untyped()->set_value(0); });
    addMetric("nothing", "", [](auto&) {});
    addMetric("gauge without a value", "gauge:{}", [](auto& m) { m.mutable_gauge(); });
    addMetric("two payloads", "gauge:{value:1} counter:{value:2}", [](auto& m) {
        m.mutable_gauge()->set_value(1);
        m.mutable_counter()->set_value(2);
    });
    addMetric("timestamp", "untyped:{value:3} timestamp_ms:0", [](auto& m) {
        m.mutable_untyped()->set_value(3);
        m.set_timestamp_ms(0);
    });
    addMetric("summary",
        "summary:{sample_count:4 sample_sum:5 quantile:{quantile:0.5 value:6} quantile:{}}",
        [](auto& m) {
            auto& summary = *m.mutable_summary();
            summary.set_sample_count(4);
            summary.set_sample_sum(5);
            summary.add_quantile()->set_quantile(0.5);
            summary.mutable_quantile(0)->set_value(6);
            summary.add_quantile();
        });
    addCounters();
}

void TestProtobufParser::readsMetrics()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, read);
    const QByteArray expected = "name:\"m\" type:UNTYPED metric:{" + read + "}\n";
    QCOMPARE(described({family("m", 3, {sent}), {}}), expected);
}

void TestProtobufParser::readsNativeHistograms()
{
    const QByteArray sent = metric([](wire::Metric& m) {
        wire::Histogram& h = *m.mutable_histogram();
        h.set_sample_count(1);
        h.set_sample_count_float(2.5);
        h.set_sample_sum(3);
        h.add_bucket()->set_cumulative_count(4);
        h.mutable_bucket(0)->set_upper_bound(0.5);
        h.add_bucket()->set_cumulative_count_float(5);
        h.mutable_bucket(1)->mutable_exemplar()->set_value(6);
        h.set_schema(-1);
        h.set_zero_threshold(0.25);
        h.set_zero_count(7);
        h.set_zero_count_float(8);
        h.add_negative_span()->set_offset(-9);
        h.add_negative_delta(-10);
        h.add_negative_count(11);
        h.add_positive_span()->set_length(12);
        h.add_positive_delta(13);
        h.add_positive_count(14);
        h.mutable_created_timestamp()->set_seconds(15);
        h.add_exemplars()->mutable_timestamp()->set_nanos(16);
    });
    const QByteArray read
        = "name:\"h\" type:HISTOGRAM metric:{histogram:{sample_count:1 sample_count_float:2.5 "
          "sample_sum:3 bucket:{cumulative_count:4 upper_bound:0.5} "
          "bucket:{cumulative_count_float:5 exemplar:{value:6}} created_timestamp:{seconds:15} "
          "schema:-1 zero_threshold:0.25 zero_count:7 zero_count_float:8 "
          "negative_span:{offset:-9} negative_delta:-10 negative_count:11 "
          "positive_span:{length:12} positive_delta:13 positive_count:14 "
          "exemplars:{timestamp:{nanos:16}}}}\n";
    QCOMPARE(described({family("h", 4, {sent}), {}}), read);
}

void TestProtobufParser::readsFamilies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("read");
    const QByteArray gauge = "name:\"g\" type:GAUGE metric:{gauge:{value:1}}\n";
    QTest::newRow("no body") << ""_ba
                             << ""_ba;
    QTest::newRow("empty family") << "\0"_ba
                                  << "name:\"\"\n"_ba;
    QTest::newRow("no metrics") << family("g", 1) << "name:\"g\" type:GAUGE\n"_ba;
    QTest::newRow("no type") << family("g", {}, {kGauge})
                             << "name:\"g\" metric:{gauge:{value:1}}\n"_ba;
    QTest::newRow("any name") << family("a b\xff\n", 1) << "name:\"a b\\xff\\n\" type:GAUGE\n"_ba;
    QTest::newRow("several") << family("g", 1, {kGauge}) + family("a", 3)
                             << gauge + "name:\"a\" type:UNTYPED\n";
    QTest::newRow("the last of a name counts") << family("g", 3, {kGauge, kGauge}) + family("a", 3)
            + family("g", 1, {kGauge}) << gauge + "name:\"a\" type:UNTYPED\n";
    QTest::newRow("a refused one that is replaced")
        << family("g", 17, {kGauge}) + family("g", 1, {kGauge}) << gauge;
    QTest::newRow("a longer form of the length") << "\x85\x80\x00\x0a\x01g\x18\x01"_ba
                                                 << "name:\"g\" type:GAUGE\n"_ba;
    QTest::newRow("unknown fields of a family")
        << delimited("\x2a\x01s\x0a\x01g\x18\x01\x9b\x06\x08\x01\x9c\x06"_ba)
        << "name:\"g\" type:GAUGE\n"_ba;
    QTest::newRow("packed numbers")
        << family("h", 4, {"\x3a\x04\x52\x02\x02\x04"_ba})
        << "name:\"h\" type:HISTOGRAM metric:{histogram:{negative_delta:1 negative_delta:2}}\n"_ba;
}

void TestProtobufParser::readsFamilies()
{
    QFETCH(const QByteArray, body);
    QTEST(described({body, {}}), "read");
}

void TestProtobufParser::keepsTheUsualOutOfOddMetrics_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("isOdd");
    QTest::newRow("gauge") << kGauge << false;
    QTest::newRow("gauge without a value") << "\x12\x00"_ba << false;
    QTest::newRow("nothing") << ""_ba << false;
    QTest::newRow("empty summary") << "\x22\x00"_ba << false;
    QTest::newRow("empty histogram") << "\x3a\x00"_ba << false;
    QTest::newRow("timestamp") << kGauge + "\x30\x00"_ba << true;
    QTest::newRow("unknown field") << kGauge + "\x98\x06\x05"_ba << true;
    QTest::newRow("created counter") << metric([](wire::Metric& m) {
        m.mutable_counter()->set_value(1);
        m.mutable_counter()->mutable_created_timestamp()->set_seconds(1);
    }) << false;
}

void TestProtobufParser::keepsTheUsualOutOfOddMetrics()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, isOdd);
    const auto families = parseDelimitedProtobuf({family("m", 1, {sent}), {}});
    QVERIFY(families);
    QCOMPARE(families->front().metric(0).odd() != nullptr, isOdd);
    if (sent.endsWith("\x98\x06\x05"))
        QCOMPARE(families->front().metric(0).odd()->unknownFields, "\x98\x06\x05"_ba);
}

void TestProtobufParser::tellsAbsentFromEmpty()
{
    const QByteArray sent = metric([](wire::Metric& m) {
        m.add_label()->set_name("");
        m.add_label()->set_value("v");
        m.add_label()->set_value("");
        m.mutable_gauge()->set_value(1);
    });
    const auto families = parseDelimitedProtobuf({family("m", 1, {sent}), {}});
    QVERIFY(families);

    std::vector<LabelView> labels;
    for (const LabelView& label : families->front().metric(0).labels())
        labels.push_back(label);
    QCOMPARE(labels.size(), size_t(3));
    QVERIFY(labels[0].nameGiven && !labels[0].valueGiven);
    QVERIFY(!labels[1].nameGiven && labels[1].valueGiven);
    QCOMPARE(labels[1].value, "v");
    QVERIFY(!labels[2].nameGiven && labels[2].valueGiven);
    QVERIFY(!families->front().help());
    const auto helped = parseDelimitedProtobuf({delimited("\x12\x00"_ba), {}});
    QCOMPARE(helped->front().help(), ""_ba);
}

void TestProtobufParser::refusesWhatNoScrapeCanShow_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& body, const char* message) {
        QTest::newRow(name) << body << QByteArray(message);
    };
    row("no name", family("", 1, {kGauge}), R"(metric family "" has metrics but no name)");
    row("unknown type", family("a\nb", 6, {kGauge}),
        R"(metric family "a\nb" has the unknown type 6)");
    row("negative type", family("m", -1), R"(metric family "m" has the unknown type -1)");
    row("gauge histogram of a gauge", family("m", 5, {"\x3a\x00"_ba, kGauge}),
        R"(metric family "m" is a gauge histogram, but one of its metrics is none)");
}

void TestProtobufParser::refusesWhatNoScrapeCanShow()
{
    QFETCH(const QByteArray, body);
    const auto families = parseDelimitedProtobuf({family("other", 1) + body, {}});
    QVERIFY(!families);
    QTEST(families.error().message, "message");
    QCOMPARE(families.error().kind, Error::Kind::BadRequest);
}

void TestProtobufParser::refusesMalformedBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& body, const char* message) {
        QTest::newRow(name) << body << QByteArray(message);
    };
    row("34 GB", "\xff\xff\xff\xff\x7f"_ba, kCutShort);
    row("more than memory", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"_ba, kCutShort);
    row("cut length", "\xff\xff"_ba, kCutShort);
    row("only a length", "\x05"_ba, kCutShort);
    row("length beyond 64 bits", QByteArray(10, '\xff'), "proto: variable length integer overflow");
    row("length beyond 64 bits by a bit", QByteArray(9, '\xff') + '\x02',
        "proto: variable length integer overflow");
    row("text",
        "m 1\nsome more text that is long enough for the length of the family to be there, "
        "which is that of an m, hence 109 bytes\n"_ba,
        kMalformed);
    row("field number 0", delimited("\x00"_ba), kMalformed);
    row("cut name", delimited("\x0a\x05g"_ba), kMalformed);
    row("end of no group", delimited("\x0c"_ba), kMalformed);
    row("group without an end", delimited("\x9b\x06"_ba), kMalformed);
    row("metric with a cut payload", family("g", 1, {"\x12\x09"_ba}), kMalformed);
    row("mistake before a refusal", family("g", 17, {kGauge}) + delimited("\x00"_ba), kMalformed);
}

void TestProtobufParser::refusesMalformedBodies()
{
    QFETCH(const QByteArray, body);
    QTEST(described({body, {}}), "message");
}

void TestProtobufParser::prefersMistakesToReadFailures()
{
    const Error failure{Error::Kind::TooLarge, "too large"};
    const QByteArray whole = family("g", 1, {kGauge});
    for (const QByteArray& body : {""_ba, whole, whole + whole.chopped(1), whole + "\xff"_ba}) {
        const auto families = parseDelimitedProtobuf({body, failure});
        QVERIFY(!families);
        QCOMPARE(families.error(), failure);
    }
    QCOMPARE(described({delimited("\x00"_ba), failure}), kMalformed);
}

void TestProtobufParser::failsWhereverTheBodyIsCut()
{
    const QByteArray first = family("first", 1, {kGauge});
    const QByteArray body = first + family(QByteArray(200, 'n').constData(), 3, {kGauge, kGauge});
    for (qsizetype size = 0; size < body.size(); ++size) {
        // A copy of just these bytes lets the sanitizer see a look beyond them.
        const QByteArray cut(body.constData(), size);
        const auto families = parseDelimitedProtobuf({cut, {}});
        QCOMPARE(bool(families), size == 0 || size == first.size());
        if (!families)
            QCOMPARE(families.error(), badRequest(kCutShort));
    }
    QVERIFY(parseDelimitedProtobuf({body, {}}));
}

void TestProtobufParser::survivesDeepNesting()
{
    constexpr int kDeep = 1'000'000;
    const QByteArray groups = QByteArray(kDeep, '\x7b') + QByteArray(kDeep, '\x7c');
    QCOMPARE(described({delimited(groups), {}}), kMalformed);
    QCOMPARE(described({family("g", 1, {groups}), {}}), kMalformed);
}

QTEST_APPLESS_MAIN(TestProtobufParser)
#include "tst_protobuf_parser.moc"

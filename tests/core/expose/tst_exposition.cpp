// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/varint.h"
#include "core/expose/exposition.h"
#include "core/expose/segments.h"
#include "tests/support/family_builder.h"
#include "tests/support/snapshot_builder.h"

#include <QTest>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;
using pushgate::tests::SnapshotBuilder;

namespace {

constexpr ExpositionFormat kUtf8Text{ExpositionSyntax::Text, Escaping::AllowUtf8};

QByteArray textOf(const Snapshot& snapshot, const std::vector<MetricFamily>& own = {},
    ExpositionFormat format = {})
{
    return renderExposition(snapshot, own, format).join();
}

MetricFamily gauge(const QByteArray& name, double value, const std::vector<Label>& labels = {})
{
    FamilyBuilder builder(name, MetricType::Gauge);
    return builder.plain(labels, value).build();
}

MetricFamily gaugeWithHelp(const QByteArray& name, const QByteArray& help, double value)
{
    FamilyBuilder builder(name, MetricType::Gauge);
    return builder.help(help).plain({}, value).build();
}

/// The families of a delimited exposition, without their lengths.
QList<QByteArray> messagesOf(QByteArray wire)
{
    QList<QByteArray> messages;
    while (!wire.isEmpty()) {
        const auto length = readVarint(wire);
        if (!length)
            return {};
        const auto size = qsizetype(length->value);
        messages.push_back(wire.mid(length->length, size));
        if (messages.back().size() != size)
            return {};
        wire = wire.mid(length->length + size);
    }
    return messages;
}

} // namespace

class TestExposition : public QObject {
    Q_OBJECT

private slots:
    void isEmptyForAnEmptyStore();
    void sortsFamiliesByUnescapedName();
    void putsGroupsInTheOrderOfTheirKeys();
    void showsTheOldestHelp();
    void putsOwnFamiliesBetweenStoredOnes();
    void mergesOwnAndStoredFamilies();
    void dropsFamiliesWithoutMetrics();
    void showsMixedHistogramsAsHistograms();
    void delimitsEveryFamily();
    void separatesTextFamilies();
    void cutsIntoSegments();
    void joinsSmallFamilies();
};

void TestExposition::isEmptyForAnEmptyStore()
{
    for (const auto syntax : {ExpositionSyntax::Text, ExpositionSyntax::Delimited,
             ExpositionSyntax::ProtobufText, ExpositionSyntax::CompactText})
        QVERIFY(renderExposition({}, {}, {syntax, Escaping::Underscores}).isEmpty());
}

void TestExposition::sortsFamiliesByUnescapedName()
{
    SnapshotBuilder builder;
    builder.add({{"job", "j"}}, {gauge("a_b", 1), gauge("a.b", 2), gauge("aB", 3), gauge("Z", 4)});
    const Snapshot snapshot = builder.build();
    QCOMPARE(textOf(snapshot),
        "# TYPE Z gauge\nZ{instance=\"\",job=\"j\"} 4\n"
        "# TYPE a_b gauge\na_b{instance=\"\",job=\"j\"} 2\n"
        "# TYPE aB gauge\naB{instance=\"\",job=\"j\"} 3\n"
        "# TYPE a_b gauge\na_b{instance=\"\",job=\"j\"} 1\n"_ba);
    QCOMPARE(textOf(snapshot, {}, kUtf8Text).first(86),
        "# TYPE Z gauge\nZ{instance=\"\",job=\"j\"} 4\n"
        "# TYPE \"a.b\" gauge\n{\"a.b\",instance=\"\",job=\"j\"} 2\n"_ba.first(86));
}

void TestExposition::putsGroupsInTheOrderOfTheirKeys()
{
    SnapshotBuilder builder;
    for (const char* const job : {"z", "a", "m"})
        builder.add({{"job", job}, {"instance", "i"}}, {gauge("m", 1)});
    QCOMPARE(textOf(builder.build()),
        "# TYPE m gauge\n"
        "m{instance=\"i\",job=\"a\"} 1\n"
        "m{instance=\"i\",job=\"m\"} 1\n"
        "m{instance=\"i\",job=\"z\"} 1\n"_ba);
}

void TestExposition::showsTheOldestHelp()
{
    SnapshotBuilder builder;
    builder.add({{"job", "z"}}, {gaugeWithHelp("m", "oldest", 1)});
    builder.add({{"job", "a"}}, {gaugeWithHelp("m", "newer", 2)});
    QVERIFY(textOf(builder.build()).startsWith("# HELP m oldest\n# TYPE m gauge\n"));

    SnapshotBuilder absentFirst;
    absentFirst.add({{"job", "z"}}, {gauge("m", 1)});
    absentFirst.add({{"job", "a"}}, {gaugeWithHelp("m", "newer", 2)});
    QVERIFY(textOf(absentFirst.build()).startsWith("# TYPE m gauge\n"));
}

void TestExposition::putsOwnFamiliesBetweenStoredOnes()
{
    SnapshotBuilder builder;
    builder.add({{"job", "j"}}, {gauge("b", 1), gauge("d", 2)});
    const std::vector<MetricFamily> own{gauge("e", 5), gauge("a", 6), gauge("c", 7)};
    QCOMPARE(textOf(builder.build(), own),
        "# TYPE a gauge\na 6\n"
        "# TYPE b gauge\nb{instance=\"\",job=\"j\"} 1\n"
        "# TYPE c gauge\nc 7\n"
        "# TYPE d gauge\nd{instance=\"\",job=\"j\"} 2\n"
        "# TYPE e gauge\ne 5\n"_ba);
}

void TestExposition::mergesOwnAndStoredFamilies()
{
    SnapshotBuilder builder;
    builder.add({{"job", "j"}}, {gaugeWithHelp("up", "pushed", 1)});
    const std::vector<MetricFamily> own{gaugeWithHelp("up", "own", 2)};
    QCOMPARE(textOf(builder.build(), own),
        "# HELP up own\n# TYPE up gauge\nup 2\nup{instance=\"\",job=\"j\"} 1\n"_ba);
}

void TestExposition::dropsFamiliesWithoutMetrics()
{
    const auto empty
        = [](const char* name) { return FamilyBuilder(name, MetricType::Gauge).help("h").build(); };
    SnapshotBuilder builder;
    builder.add({{"job", "a"}}, {empty("all_empty"), empty("some_empty")});
    builder.add({{"job", "b"}}, {empty("all_empty"), gauge("some_empty", 1)});
    QCOMPARE(textOf(builder.build(), {empty("own_empty")}),
        "# HELP some_empty h\n# TYPE some_empty gauge\n"
        "some_empty{instance=\"\",job=\"b\"} 1\n"_ba);
}

void TestExposition::showsMixedHistogramsAsHistograms()
{
    SnapshotBuilder builder;
    FamilyBuilder gaugeHistogram("h", MetricType::GaugeHistogram);
    builder.add({{"job", "b"}}, {gaugeHistogram.histogram({}, {}).build()});
    FamilyBuilder histogram("h", MetricType::Histogram);
    builder.add({{"job", "a"}}, {histogram.histogram({}, {}).build()});
    const Snapshot snapshot = builder.build();

    const QByteArray text = textOf(snapshot);
    QVERIFY(text.startsWith("# TYPE h histogram\n"));
    QCOMPARE(text.count("le=\"+Inf\""), 2);
    const QByteArray compact
        = textOf(snapshot, {}, {ExpositionSyntax::CompactText, Escaping::Underscores});
    QVERIFY(compact.startsWith("name:\"h\"  type:GAUGE_HISTOGRAM  metric:{"));
    QCOMPARE(compact.count("histogram:{}"), 2);
}

void TestExposition::delimitsEveryFamily()
{
    SnapshotBuilder builder;
    for (int group = 0; group < 200; ++group) {
        builder.add({{"job", QByteArray::number(group)}},
            {gauge("a", 1), gauge("b", 2, {{"long", QByteArray(1000, 'x')}})});
    }
    const QByteArray wire = textOf(
        builder.build(), {gauge("own", 1)}, {ExpositionSyntax::Delimited, Escaping::Underscores});
    const QList<QByteArray> messages = messagesOf(wire);
    QCOMPARE(messages.size(), 3);
    QVERIFY(messages[0].startsWith("\x0a\x01"
                                   "a\x18\x01\x22"));
    QVERIFY(messages[1].startsWith("\x0a\x01"
                                   "b\x18\x01\x22"));
    QVERIFY(messages[1].size() > 200'000);
    QCOMPARE(messages[2], QByteArray::fromHex("0a036f776e1801220b120909000000000000f03f"));
}

void TestExposition::separatesTextFamilies()
{
    const std::vector<MetricFamily> own{gauge("a", 1), gauge("b", 2)};
    QCOMPARE(textOf({}, own, {ExpositionSyntax::CompactText, Escaping::Underscores}),
        "name:\"a\"  type:GAUGE  metric:{gauge:{value:1}}\n"
        "name:\"b\"  type:GAUGE  metric:{gauge:{value:2}}\n"_ba);
    QCOMPARE(textOf({}, own, {ExpositionSyntax::ProtobufText, Escaping::Underscores}),
        "name:  \"a\"\ntype:  GAUGE\nmetric:  {\n  gauge:  {\n    value:  1\n  }\n}\n\n"
        "name:  \"b\"\ntype:  GAUGE\nmetric:  {\n  gauge:  {\n    value:  2\n  }\n}\n\n"_ba);
}

void TestExposition::cutsIntoSegments()
{
    FamilyBuilder large("m", MetricType::Gauge);
    for (int i = 0; i < 20'000; ++i)
        large.plain({{"n", QByteArray::number(i)}}, i);
    SnapshotBuilder builder;
    builder.add({{"job", "j"}}, {large.build()});
    const Snapshot snapshot = builder.build();
    for (const auto syntax : {ExpositionSyntax::Text, ExpositionSyntax::Delimited,
             ExpositionSyntax::ProtobufText, ExpositionSyntax::CompactText}) {
        const auto segments = renderExposition(snapshot, {}, {syntax, Escaping::Underscores});
        QVERIFY(segments.size() > 10);
        for (const QByteArray& segment : segments) {
            QVERIFY(!segment.isEmpty());
            QVERIFY(segment.size() <= Segments::kSegmentBytes);
        }
    }
}

void TestExposition::joinsSmallFamilies()
{
    SnapshotBuilder builder;
    std::vector<MetricFamily> families;
    for (int i = 0; i < 5'000; ++i)
        families.push_back(gauge("m" + QByteArray::number(i), i));
    builder.add({{"job", "j"}}, std::move(families));
    const Snapshot snapshot = builder.build();
    for (const auto syntax : {ExpositionSyntax::Text, ExpositionSyntax::Delimited}) {
        const auto segments = renderExposition(snapshot, {}, {syntax, Escaping::Underscores});
        qsizetype bytes = 0;
        for (const QByteArray& segment : segments)
            bytes += segment.size();
        QVERIFY(bytes > 200'000);
        QVERIFY(segments.size() <= bytes / Segments::kSegmentBytes + 2);
    }
}

QTEST_APPLESS_MAIN(TestExposition)
#include "tst_exposition.moc"

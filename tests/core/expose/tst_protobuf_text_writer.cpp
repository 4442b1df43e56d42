// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/protobuf_text_writer.h"
#include "core/model/metric_text.h"
#include "tests/support/family_builder.h"

#include <QTest>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;

namespace {

QByteArray textOf(const MetricFamily& family, ProtoText::Layout layout, Escaping escaping)
{
    ProtobufTextWriter writer(layout, escaping);
    Segments out;
    writer.begin(family.header());
    writer.writeHead(out, 0);
    writer.writeMetrics(out, family);
    writer.writeTail(out);
    return out.take().join();
}

MetricFamily someFamily()
{
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.help("h").plain({{"a", "b"}}, 1).plain({{"a", "c"}, {"x", ""}}, 2);
    return builder.build();
}

} // namespace

class TestProtobufTextWriter : public QObject {
    Q_OBJECT

private slots:
    void writesALineAFamily();
    void putsAnEmptyLineBetweenFamilies();
    void escapesNames();
};

void TestProtobufTextWriter::writesALineAFamily()
{
    const MetricFamily family = someFamily();
    QByteArray expected;
    appendFamilyText(expected, family, ProtoText::Layout::OneLine);
    QCOMPARE(textOf(family, ProtoText::Layout::OneLine, Escaping::Underscores), expected + '\n');
    QVERIFY(expected.startsWith(R"(name:"m"  help:"h"  type:GAUGE  metric:{label:{name:"a"  )"));
}

void TestProtobufTextWriter::putsAnEmptyLineBetweenFamilies()
{
    const MetricFamily family = someFamily();
    QByteArray expected;
    appendFamilyText(expected, family, ProtoText::Layout::Indented);
    QCOMPARE(textOf(family, ProtoText::Layout::Indented, Escaping::Underscores), expected + "\n\n");
    QVERIFY(expected.endsWith("  gauge:  {\n    value:  2\n  }\n}"));
}

void TestProtobufTextWriter::escapesNames()
{
    FamilyBuilder builder("m.x", MetricType::Gauge);
    const MetricFamily family = builder.plain({{"a.b", "c.d"}}, 1).build();
    QCOMPARE(textOf(family, ProtoText::Layout::OneLine, Escaping::Dots),
        R"(name:"m_dot_x"  type:GAUGE  metric:{label:{name:"a_dot_b"  value:"c.d"}  gauge:{value:1}})"
        "\n"_ba);
    QCOMPARE(textOf(family, ProtoText::Layout::OneLine, Escaping::AllowUtf8),
        R"(name:"m.x"  type:GAUGE  metric:{label:{name:"a.b"  value:"c.d"}  gauge:{value:1}})"
        "\n"_ba);
}

QTEST_APPLESS_MAIN(TestProtobufTextWriter)
#include "tst_protobuf_text_writer.moc"

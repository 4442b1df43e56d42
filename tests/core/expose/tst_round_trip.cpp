// SPDX-License-Identifier: GPL-3.0-or-later
// What the writers write, the parsers read back as it was.
#include "core/codec/gzip.h"
#include "core/expose/exposition.h"
#include "core/expose/gzip_segments.h"
#include "core/model/metric_text.h"
#include "core/parse/protobuf_parser.h"
#include "core/parse/text_parser.h"
#include "tests/support/random_families.h"

#include <QTest>

#include <algorithm>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::RandomFamilies;

namespace {

constexpr int kRounds = 400;
constexpr int kFamilies = 8;
constexpr qint64 kLimit = 64 * 1024 * 1024;

/// A family with all it holds, absent or empty, as text to compare.
QByteArrayList described(const std::vector<MetricFamily>& families)
{
    QByteArrayList all;
    for (const MetricFamily& family : families) {
        QByteArray text;
        appendFamilyText(text, family, ProtoText::Layout::OneLine);
        all.push_back(text);
    }
    std::sort(all.begin(), all.end());
    return all;
}

QByteArray written(const std::vector<MetricFamily>& families, ExpositionSyntax syntax)
{
    return renderExposition({}, families, {syntax, Escaping::AllowUtf8}).join();
}

bool isEmpty(const MetricFamily& family)
{
    return family.metricCount() == 0;
}

} // namespace

class TestRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void textIsReadBack();
    void protobufIsReadBack();
    void gzipIsReadBack();
};

void TestRoundTrip::textIsReadBack()
{
    RandomFamilies random(1);
    for (int round = 0; round < kRounds; ++round) {
        std::vector<MetricFamily> families;
        for (int i = 0; i < kFamilies; ++i)
            families.push_back(random.forText(QByteArray::number(i)));
        const QByteArray text = written(families, ExpositionSyntax::Text);

        const auto parsed = parseText({text, {}}, NameScheme::Utf8);
        QVERIFY2(bool(parsed), parsed ? "" : (parsed.error().message + "\n" + text).constData());
        QCOMPARE(described(*parsed), described(families));
        QCOMPARE(written(*parsed, ExpositionSyntax::Text), text);
    }
}

void TestRoundTrip::protobufIsReadBack()
{
    RandomFamilies random(2);
    for (int round = 0; round < kRounds; ++round) {
        std::vector<MetricFamily> families;
        for (int i = 0; i < kFamilies; ++i)
            families.push_back(random.forProtobuf(QByteArray::number(i)));
        const QByteArray wire = written(families, ExpositionSyntax::Delimited);
        families.erase(std::remove_if(families.begin(), families.end(), isEmpty), families.end());

        const auto parsed = parseDelimitedProtobuf({wire, {}});
        QVERIFY2(bool(parsed), parsed ? "" : parsed.error().message.constData());
        QCOMPARE(described(*parsed), described(families));
        QCOMPARE(written(*parsed, ExpositionSyntax::Delimited), wire);
    }
}

void TestRoundTrip::gzipIsReadBack()
{
    RandomFamilies random(3);
    std::vector<MetricFamily> families;
    for (int i = 0; i < 3'000; ++i)
        families.push_back(random.forProtobuf(QByteArray::number(i)));
    const auto segments
        = renderExposition({}, families, {ExpositionSyntax::Delimited, Escaping::Dots});
    QVERIFY(segments.size() > 10);
    const auto member = gzipSegments(segments);
    QVERIFY(bool(member));
    const DecodedBody decoded = decodeGzip(member->join(), kLimit);
    QVERIFY(!decoded.failure);
    QVERIFY(decoded.bytes == segments.join());
}

QTEST_APPLESS_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"

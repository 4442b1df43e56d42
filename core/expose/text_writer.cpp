// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/text_writer.h"

#include "core/base/number_text.h"
#include "core/expose/text_escapes.h"
#include "core/model/name_rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace pushgate::core {

namespace {

    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr qsizetype kMaxTimestampChars = 20;

    char* writeBytes(char* out, QByteArrayView bytes)
    {
        std::memcpy(out, bytes.data(), static_cast<size_t>(bytes.size()));
        return out + bytes.size();
    }

    QByteArray quoted(QByteArrayView name)
    {
        QByteArray text(mostEscapedBytes(name.size()) + 2, Qt::Uninitialized);
        char* at = text.data();
        *at++ = '"';
        at = writeQuotedText(at, name);
        *at++ = '"';
        text.truncate(at - text.constData());
        return text;
    }

    /// The names of summaries' and histograms' own lines are only needed for those.
    bool hasManyLines(MetricType type)
    {
        const Payload payload = payloadOf(type);
        return payload == Payload::Summary || payload == Payload::Histogram;
    }

    /// A float count overrides the integer one unless it is zero.
    double countOf(std::optional<double> asFloat, std::optional<quint64> asInteger)
    {
        const double number = asFloat.value_or(0);
        return number != 0 ? number : static_cast<double>(asInteger.value_or(0));
    }

    void appendHelp(Segments& out, QByteArrayView help)
    {
        char* const at = out.room(mostEscapedBytes(help.size()));
        out.advance(writeHelpText(at, help));
    }

} // namespace

QByteArray TextWriter::NameOpening::operator()(const QByteArray& name) const
{
    const QByteArray escaped = escapeName(name, escaping);
    return (isLegacyMetricName(escaped) ? escaped : quoted(escaped)) + R"(=")";
}

TextWriter::TextWriter(Escaping escaping)
    : m_escaping(escaping)
    , m_labelOpenings(NameOpening{escaping})
{
}

void TextWriter::begin(const MetricFamily::Header& shown)
{
    m_shown = shown;
    m_shown.name = escapeName(shown.name, m_escaping);
    m_isNameLegacy = isLegacyMetricName(m_shown.name);
    m_plainName = m_isNameLegacy ? m_shown.name : sampleName({});
    if (hasManyLines(m_shown.declaredType.value_or(MetricType::Counter))) {
        m_bucketName = sampleName("_bucket");
        m_sumName = sampleName("_sum");
        m_countName = sampleName("_count");
    }
}

QByteArray TextWriter::sampleName(QByteArrayView suffix) const
{
    QByteArray name = m_shown.name;
    name.append(suffix);
    return m_isNameLegacy ? name : '{' + quoted(name);
}

void TextWriter::writeHead(Segments& out, qint64 /*metricsBytes*/)
{
    const QByteArray name = m_isNameLegacy ? m_shown.name : quoted(m_shown.name);
    if (m_shown.help) {
        out.append("# HELP ");
        out.append(name);
        out.append(" ");
        appendHelp(out, *m_shown.help);
        out.append("\n");
    }
    out.append("# TYPE ");
    out.append(name);
    out.append(" ");
    out.append(expositionName(m_shown.declaredType.value_or(MetricType::Counter)));
    out.append("\n");
}

void TextWriter::writeTail(Segments& /*out*/)
{
    // Nothing stands between families.
}

void TextWriter::writeMetrics(Segments& out, const MetricFamily& family)
{
    static const Summary kNoSummary;
    static const Histogram kNoHistogram;
    m_labelOpenings.prepare(family.labels());
    const MetricType type = m_shown.declaredType.value_or(MetricType::Counter);
    if (!hasManyLines(type)) {
        writePlainMetrics(out, family);
        return;
    }
    for (size_t row = 0; row < family.metricCount(); ++row) {
        const Metric metric = family.metric(row);
        readLabels(metric.labels());
        m_timestampMs = metric.timestampMs();
        if (type == MetricType::Summary)
            writeSummary(out, metric.summary() ? *metric.summary() : kNoSummary);
        else
            writeHistogram(out, metric.histogram() ? *metric.histogram() : kNoHistogram);
    }
}

void TextWriter::writePlainMetrics(Segments& out, const MetricFamily& family)
{
    const Payload kind = payloadOf(m_shown.declaredType.value_or(MetricType::Counter));
    for (size_t row = 0; row < family.metricCount(); ++row) {
        const Metric metric = family.metric(row);
        readLabels(metric.labels());
        m_timestampMs = metric.timestampMs();
        writeSample(out, m_plainName, metric.plain(kind).value_or(0));
    }
}

void TextWriter::writeSummary(Segments& out, const Summary& summary)
{
    for (const Quantile& quantile : summary.quantiles) {
        writeSample(out, m_plainName, quantile.value.value_or(0),
            ExtraLabel{R"(quantile=")", quantile.quantile.value_or(0)});
    }
    writeSample(out, m_sumName, summary.sampleSum.value_or(0));
    writeSample(out, m_countName, static_cast<double>(summary.sampleCount.value_or(0)));
}

void TextWriter::writeHistogram(Segments& out, const Histogram& histogram)
{
    const double total = countOf(histogram.sampleCountFloat, histogram.sampleCount);
    bool hasInfinity = false;
    for (const Bucket& bucket : histogram.buckets) {
        const double bound = bucket.upperBound.value_or(0);
        hasInfinity = hasInfinity || bound == kInfinity;
        writeSample(out, m_bucketName, countOf(bucket.cumulativeCountFloat, bucket.cumulativeCount),
            ExtraLabel{R"(le=")", bound});
    }
    if (!hasInfinity)
        writeSample(out, m_bucketName, total, ExtraLabel{R"(le=")", kInfinity});
    writeSample(out, m_sumName, histogram.sampleSum.value_or(0));
    writeSample(out, m_countName, total);
}

void TextWriter::readLabels(const LabelTable::Row& row)
{
    qsizetype size = 0;
    for (const LabelView& label : row) {
        const QByteArrayView opening = m_labelOpenings[label.nameIndex];
        const qsizetype most = size + opening.size() + mostEscapedBytes(label.value.size()) + 2;
        if (most > m_labels.size())
            m_labels.resize(std::max(most, 2 * m_labels.size()));
        char* at = m_labels.data() + size;
        if (size > 0)
            *at++ = ',';
        at = writeBytes(at, opening);
        at = writeQuotedText(at, label.value);
        *at++ = '"';
        size = at - m_labels.constData();
    }
    m_labelsSize = size;
}

void TextWriter::writeSample(
    Segments& out, QByteArrayView name, double value, const std::optional<ExtraLabel>& extra)
{
    constexpr qsizetype kMostBesides = 2 * qsizetype(kMaxGoNumberChars) + kMaxTimestampChars
        + qsizetype(sizeof "{,quantile=\"\"}  \n");
    char* at = out.room(name.size() + m_labelsSize + kMostBesides);
    at = writeBytes(at, name);
    char separator = m_isNameLegacy ? '{' : ','; // before the next label
    if (m_labelsSize > 0) {
        *at++ = separator;
        at = writeBytes(at, QByteArrayView(m_labels.constData(), m_labelsSize));
        separator = ',';
    }
    if (extra) {
        *at++ = separator;
        at = writeBytes(at, extra->opening);
        at = writeGoNumber(at, extra->value);
        *at++ = '"';
        separator = ',';
    }
    if (separator == ',')
        *at++ = '}';
    *at++ = ' ';
    at = writeGoNumber(at, value);
    if (m_timestampMs) {
        *at++ = ' ';
        at = std::to_chars(at, at + kMaxTimestampChars, *m_timestampMs).ptr;
    }
    *at++ = '\n';
    out.advance(at);
}

} // namespace pushgate::core

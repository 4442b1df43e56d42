// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/family_builder.h"

namespace pushgate::tests {

using namespace core;

FamilyBuilder::FamilyBuilder(
    MetricFamily::Header header, std::shared_ptr<const core::Labels> shared)
    : m_header(std::move(header))
    , m_labels(LabelTableBuilder::RowOrder::ByName, std::move(shared))
{
}

FamilyBuilder::FamilyBuilder(QByteArray name, MetricType type)
    : FamilyBuilder(MetricFamily::Header{std::move(name), std::nullopt, type})
{
}

FamilyBuilder& FamilyBuilder::help(QByteArray text)
{
    m_header.help = std::move(text);
    return *this;
}

FamilyBuilder& FamilyBuilder::plain(const Labels& labels, double value)
{
    addRow(labels);
    m_payloads.appendPlain(payloadOf(m_header.declaredType.value_or(MetricType::Counter)), value);
    return *this;
}

FamilyBuilder& FamilyBuilder::summary(const Labels& labels, Summary summary)
{
    addRow(labels);
    m_payloads.appendSummary(std::move(summary));
    return *this;
}

FamilyBuilder& FamilyBuilder::histogram(const Labels& labels, Histogram histogram)
{
    addRow(labels);
    m_payloads.appendHistogram(std::move(histogram));
    return *this;
}

FamilyBuilder& FamilyBuilder::odd(const Labels& labels, OddMetric metric)
{
    addRow(labels);
    m_payloads.appendOdd(std::move(metric));
    return *this;
}

MetricFamily FamilyBuilder::build()
{
    return {std::move(m_header), std::move(m_labels).finish(), std::move(m_payloads)};
}

void FamilyBuilder::addRow(const Labels& labels)
{
    for (const Label& label : labels)
        m_labels.addLabel(label.name, label.value);
    m_labels.endRow();
}

} // namespace pushgate::tests

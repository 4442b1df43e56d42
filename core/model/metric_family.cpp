// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/metric_family.h"

namespace pushgate::core {

MetricFamily::MetricFamily(Header header, LabelTable labels, PayloadTable payloads)
    : m_header(std::move(header))
    , m_labels(std::move(labels))
    , m_payloads(std::move(payloads))
{
    Q_ASSERT(m_labels.rowCount() == m_payloads.rowCount());
}

MetricFamily MetricFamily::withLabels(LabelTable labels) &&
{
    return {std::move(m_header), std::move(labels), std::move(m_payloads)};
}

MetricFamily MetricFamily::sharing(std::shared_ptr<const Labels> shared) &&
{
    m_labels = std::move(m_labels).sharing(std::move(shared));
    return std::move(*this);
}

MetricFamily MetricFamily::reordered(std::span<const quint32> order) &&
{
    m_payloads.reorder(order);
    return {std::move(m_header), m_labels.reordered(order), std::move(m_payloads)};
}

MetricFamily MetricFamily::selected(std::span<const quint32> rows) const
{
    return {m_header, m_labels.reordered(rows), m_payloads.selected(rows)};
}

size_t MetricFamily::memoryBytes() const
{
    return sizeof(MetricFamily) + static_cast<size_t>(m_header.name.capacity())
        + (m_header.help ? static_cast<size_t>(m_header.help->capacity()) : 0)
        + m_labels.memoryBytes() + m_payloads.memoryBytes();
}

} // namespace pushgate::core

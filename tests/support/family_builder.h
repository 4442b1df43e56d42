// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/label_table_builder.h"
#include "core/model/metric_family.h"

#include <memory>
#include <optional>
#include <vector>

namespace pushgate::tests {

/// Puts a family together metric by metric, as a parser and `prepare` would: labels are sorted
/// by name; nothing is checked.
class FamilyBuilder {
public:
    using Labels = std::vector<core::Label>;

    explicit FamilyBuilder(
        core::MetricFamily::Header header, std::shared_ptr<const core::Labels> shared = {});
    FamilyBuilder(QByteArray name, core::MetricType type);

    FamilyBuilder& help(QByteArray text);

    FamilyBuilder& plain(const Labels& labels, double value); ///< of the declared type
    FamilyBuilder& summary(const Labels& labels, core::Summary summary);
    FamilyBuilder& histogram(const Labels& labels, core::Histogram histogram);
    FamilyBuilder& odd(const Labels& labels, core::OddMetric metric);

    core::MetricFamily build();

private:
    void addRow(const Labels& labels);

    core::MetricFamily::Header m_header;
    core::LabelTableBuilder m_labels;
    core::PayloadTable m_payloads;
};

} // namespace pushgate::tests

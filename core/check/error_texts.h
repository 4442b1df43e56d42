// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/metric_faults.h"
#include "core/check/own_family.h"
#include "core/check/suffix_rules.h"
#include "core/model/metric_family.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace pushgate::core {

// The sentences of a failed check, one function a sentence, in the reference's words.
// Source  Consistency checks, sections 1, 2 and 4.

QByteArray otherHelpText(const MetricFamily& family, const OwnFamily& own);
QByteArray otherTypeText(const MetricFamily& family, const OwnFamily& own);
/// `family` is named like a line of the summary or histogram `base`.
QByteArray collidesWithBaseText(QByteArrayView name, QByteArrayView base, bool baseIsSummary);
/// `family` is a summary or histogram, and a line of it is named like a family met before.
QByteArray collidesWithLineText(const MetricFamily& family, const SuffixRule& rule);
QByteArray notOfTypeText(QByteArrayView name, const Metric& metric, MetricType type);
QByteArray faultText(QByteArrayView name, const Metric& metric, const FaultyLabel& faulty);
QByteArray duplicateText(QByteArrayView name, const Metric& metric);

/// Collects error texts; keeps the first thousand and counts the rest, so that a hostile push
/// cannot make its own answer grow without bound.
class ErrorList {
public:
    void add(QByteArray text);
    bool empty() const { return m_count == 0; }
    /// Room for more texts: past it only the count goes up, so callers need not make the text.
    bool isFull() const { return m_texts.size() >= kMostTexts; }
    void countOnly() { ++m_count; }

    /// The one text, or `N error(s) occurred:` and a line each.
    QByteArray joined() const;

private:
    static constexpr size_t kMostTexts = 1000;

    std::vector<QByteArray> m_texts;
    size_t m_count = 0;
};

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace pushgate::core {

/// A summary or histogram NAME is exposed with lines NAME_count and so on, which no other family
/// may have for its name. Gauge histograms collide with nothing.
/// Source  Consistency checks, section 4.
struct SuffixRule {
    const char* suffix;
    bool forSummaries;

    /// Whether a family that is declared a summary or a histogram has lines of this suffix.
    bool appliesTo(bool summary, bool histogram) const
    {
        return histogram || (summary && forSummaries);
    }

    QByteArray appended(QByteArrayView name) const { return name.toByteArray() + suffix; }

    /// `name` without the suffix, if it ends in it.
    std::optional<QByteArrayView> stripped(QByteArrayView name) const
    {
        const QByteArrayView ending(suffix);
        if (!name.endsWith(ending))
            return std::nullopt;
        return name.chopped(ending.size());
    }
};

inline constexpr std::array<SuffixRule, 3> kSuffixRules{
    SuffixRule{"_count", true}, SuffixRule{"_sum", true}, SuffixRule{"_bucket", false}};

} // namespace pushgate::core

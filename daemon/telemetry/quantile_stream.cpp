// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/quantile_stream.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pushgate::daemon {

QuantileStream::QuantileStream(const std::vector<QuantileObjective>& objectives)
{
    for (const auto& [quantile, error] : objectives)
        m_slopes.push_back({quantile, 2 * error / (1 - quantile), 2 * error / quantile});
}

/// How many ranks a sample at `rank` may stand for without any objective being missed.
double QuantileStream::allowance(double rank) const
{
    double least = m_count;
    for (const Slope& slope : m_slopes) {
        const bool isAbove = rank >= slope.quantile * m_count;
        least = std::min(least, isAbove ? slope.above * rank : slope.below * (m_count - rank));
    }
    return least;
}

void QuantileStream::add(std::span<const double> sorted)
{
    if (sorted.empty())
        return;
    merge(sorted);
    compress();
}

void QuantileStream::merge(std::span<const double> sorted)
{
    m_merged.clear();
    m_merged.reserve(m_kept.size() + sorted.size());
    double rank = 0;
    auto kept = m_kept.cbegin();
    for (const double value : sorted) {
        for (; kept != m_kept.cend() && kept->value <= value; ++kept) {
            rank += kept->width;
            m_merged.push_back(*kept);
        }
        // The smallest and the largest number are known exactly.
        const bool isInside = !m_merged.empty() && kept != m_kept.cend();
        const double uncertainty = isInside ? std::floor(allowance(rank)) - 1 : 0;
        m_merged.push_back({value, 1, std::max(uncertainty, 0.0)});
        rank += 1;
        m_count += 1;
    }
    m_merged.insert(m_merged.end(), kept, m_kept.cend());
    m_kept.swap(m_merged);
}

/// Lets samples stand for their neighbours below as far as allowed, from the largest on.
void QuantileStream::compress()
{
    auto into = m_kept.end() - 1; // the last one written; what is between it and `from` is free
    double rank = m_count - into->width;
    for (auto from = into; from != m_kept.begin();) {
        --from;
        rank -= from->width;
        const bool isSmallest = from == m_kept.begin();
        if (!isSmallest && from->width + into->width + into->uncertainty <= allowance(rank))
            into->width += from->width;
        else
            *--into = *from;
    }
    m_kept.erase(m_kept.begin(), into);
}

double QuantileStream::estimate(double quantile) const
{
    if (m_kept.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double wanted = std::ceil(quantile * m_count);
    const double most = wanted + allowance(wanted) / 2;
    double rank = 0;
    for (size_t i = 0; i + 1 < m_kept.size(); ++i) {
        rank += m_kept[i].width;
        if (rank + m_kept[i + 1].width + m_kept[i + 1].uncertainty > most)
            return m_kept[i].value;
    }
    return m_kept.back().value;
}

void QuantileStream::clear()
{
    m_kept.clear();
    m_count = 0;
}

} // namespace pushgate::daemon

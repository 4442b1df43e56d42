// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/sliding_quantiles.h"

#include <QtGlobal>

#include <algorithm>

namespace pushgate::daemon {

SlidingQuantiles::SlidingQuantiles(
    const std::vector<QuantileObjective>& objectives, Window window, Instant now)
    : m_step(window.age / window.buckets)
    , m_movedAt(now)
{
    for (int i = 0; i < window.buckets; ++i)
        m_streams.push_back({QuantileStream(objectives), now});
}

void SlidingQuantiles::moveTo(Instant now)
{
    const qint64 steps = (now - m_movedAt) / m_step;
    if (steps <= 0)
        return; // threads may come a little late
    const auto streams = static_cast<qint64>(m_streams.size());
    for (auto step = std::max<qint64>(1, steps - streams + 1); step <= steps; ++step) {
        Stream& oldest = m_streams[m_oldest];
        oldest.values.clear();
        oldest.since = m_movedAt + step * m_step;
        m_oldest = (m_oldest + 1) % m_streams.size();
    }
    m_movedAt += steps * m_step;
}

void SlidingQuantiles::add(std::vector<Observation>& batch)
{
    std::sort(batch.begin(), batch.end(),
        [](const Observation& left, const Observation& right) { return left.value < right.value; });
    for (Stream& stream : m_streams) {
        m_values.clear();
        for (const auto& [value, at] : batch) {
            if (at >= stream.since)
                m_values.push_back(value);
        }
        stream.values.add(m_values);
    }
}

double SlidingQuantiles::estimate(double quantile) const
{
    return m_streams[m_oldest].values.estimate(quantile);
}

} // namespace pushgate::daemon

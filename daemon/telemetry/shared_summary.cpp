// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/shared_summary.h"

#include <functional>
#include <thread>
#include <utility>

namespace pushgate::daemon {

namespace {

    constexpr size_t kBatch = 512;

} // namespace

SharedSummary::SharedSummary(std::vector<QuantileObjective> objectives, Instant now)
    : m_objectives(std::move(objectives))
    , m_quantiles(m_objectives, {}, now)
{
}

SharedSummary::Buffer& SharedSummary::bufferOfThisThread()
{
    // Thread ids are addresses that have most bits in common: spread them.
    const size_t id = std::hash<std::thread::id>{}(std::this_thread::get_id());
    return m_buffers[(id * 0x9e3779b97f4a7c15U) >> 60];
}

void SharedSummary::observe(double value, Instant at)
{
    Buffer& buffer = bufferOfThisThread();
    // Held until the batch is added, so that a reader who waits for it sees all of it.
    const std::lock_guard lock(buffer.mutex);
    if (buffer.observations.empty())
        buffer.observations.reserve(kBatch);
    buffer.observations.push_back({value, at});
    if (buffer.observations.size() < kBatch)
        return;
    add(buffer.observations, at);
    buffer.observations.clear();
}

void SharedSummary::add(Observations& observations, Instant now)
{
    const std::lock_guard lock(m_mutex);
    m_quantiles.moveTo(now);
    m_quantiles.add(observations);
    for (const auto& observation : observations)
        m_sum += observation.value;
    m_count += observations.size();
}

SharedSummary::Reading SharedSummary::read(Instant now)
{
    const std::lock_guard oneReader(m_readMutex);
    Observations all;
    for (Buffer& buffer : m_buffers) {
        const std::lock_guard lock(buffer.mutex);
        all.insert(all.end(), buffer.observations.begin(), buffer.observations.end());
        buffer.observations.clear();
    }
    add(all, now);

    const std::lock_guard lock(m_mutex);
    Reading reading{m_count, m_sum, {}};
    for (const QuantileObjective& objective : m_objectives)
        reading.quantiles.push_back(m_quantiles.estimate(objective.quantile));
    return reading;
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/telemetry/sliding_quantiles.h"

#include <QtGlobal>

#include <array>
#include <mutex>
#include <vector>

namespace pushgate::daemon {

/// A summary that many threads feed: count and sum of everything, quantiles over ten minutes.
/// Observations wait in a buffer of their thread and go to the estimator in batches.
/// Cost     `observe` some tens of nanoseconds; every 512th time some tens of microseconds.
/// Threads  any.
class SharedSummary {
public:
    using Instant = SlidingQuantiles::Instant;

    struct Reading {
        quint64 count = 0;
        double sum = 0;
        std::vector<double> quantiles; ///< in the order of the objectives
    };

    SharedSummary(std::vector<QuantileObjective> objectives, Instant now);

    void observe(double value, Instant at);
    /// All that was observed before the call.
    Reading read(Instant now);

    const std::vector<QuantileObjective>& objectives() const { return m_objectives; }

private:
    using Observations = std::vector<SlidingQuantiles::Observation>;

    struct alignas(64) Buffer { // its own cache line
        std::mutex mutex;
        Observations observations;
    };

    Buffer& bufferOfThisThread();
    void add(Observations& observations, Instant now);

    std::array<Buffer, 16> m_buffers;
    std::vector<QuantileObjective> m_objectives;

    std::mutex m_readMutex; ///< one reader at a time, since it holds observations meanwhile
    std::mutex m_mutex; ///< for all below; taken after a buffer's
    SlidingQuantiles m_quantiles;
    quint64 m_count = 0;
    double m_sum = 0;
};

} // namespace pushgate::daemon

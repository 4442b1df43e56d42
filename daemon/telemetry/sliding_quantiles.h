// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/telemetry/quantile_stream.h"

#include <chrono>
#include <vector>

namespace pushgate::daemon {

/// Estimates quantiles over the last minutes as the reference's summaries do: several streams of
/// different age, of which the oldest answers; in turn each is emptied and becomes the youngest.
/// So the window covers between `buckets - 1` and `buckets` parts of `age`.
/// Threads  one.
class SlidingQuantiles {
public:
    using Instant = std::chrono::steady_clock::time_point;

    struct Window {
        std::chrono::steady_clock::duration age = std::chrono::minutes(10);
        int buckets = 5;
    };
    struct Observation {
        double value = 0;
        Instant at;
    };

    SlidingQuantiles(const std::vector<QuantileObjective>& objectives, Window window, Instant now);

    /// Forgets what has grown too old. To be called first with the time of what is done next.
    void moveTo(Instant now);
    /// What was observed in the past counts only as long as if it had been added then.
    /// Reorders `batch`. Cost: a sort, and a pass over each stream: add many at once.
    void add(std::vector<Observation>& batch);
    /// Of one of the objectives; not-a-number if the window is empty.
    double estimate(double quantile) const;

private:
    struct Stream {
        QuantileStream values;
        Instant since;
    };

    std::chrono::steady_clock::duration m_step;
    Instant m_movedAt;
    std::vector<Stream> m_streams;
    std::vector<double> m_values; ///< kept between calls for its memory only
    size_t m_oldest = 0;
};

} // namespace pushgate::daemon

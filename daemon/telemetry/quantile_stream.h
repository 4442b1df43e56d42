// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace pushgate::daemon {

/// A quantile to be estimated, and how far off its rank may be: 0.5 with 0.05 is anything between
/// the 45th and the 55th percentile.
struct QuantileObjective {
    double quantile;
    double error;
};

/// Estimates a few quantiles of an endless stream of numbers within the errors asked for, keeping
/// some hundred of them: the algorithm of the reference's client library.
/// prometheus-cpp has the same, but takes ten microseconds and more for a value where this takes a
/// third of one. Source   Cormode, Korn, Muthukrishnan and Srivastava, "Effective Computation of
/// Biased Quantiles
///          over Data Streams", 2005: targeted quantiles.
/// Threads  one.
class QuantileStream {
public:
    explicit QuantileStream(const std::vector<QuantileObjective>& objectives);

    /// Adds numbers, smallest first. One pass over them and over what is kept: add many at once.
    void add(std::span<const double> sorted);
    /// Of one of the objectives; not-a-number if nothing was added.
    double estimate(double quantile) const;
    void clear();

    size_t keptCount() const { return m_kept.size(); }

private:
    /// One number that stands for several.
    struct Sample {
        double value;
        double width; ///< how many ranks lie between it and the sample before
        double uncertainty; ///< by how much its highest possible rank exceeds its lowest
    };
    /// What an objective allows at ranks below and above its own.
    struct Slope {
        double quantile;
        double below;
        double above;
    };

    double allowance(double rank) const;
    void merge(std::span<const double> sorted);
    void compress();

    std::vector<Slope> m_slopes;
    std::vector<Sample> m_kept; ///< by value
    std::vector<Sample> m_merged; ///< kept between calls for its memory only
    double m_count = 0;
};

} // namespace pushgate::daemon

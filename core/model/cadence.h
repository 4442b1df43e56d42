// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <array>
#include <chrono>
#include <optional>

namespace pushgate::core {

/// How often a group is normally pushed, learnt from the times of its own successful pushes.
///
/// Pauses of similar length make a rhythm, and a few rhythms are kept: a nightly run that pushes
/// ten times has one of seconds and one of a day. What counts is the longest rhythm that recurs.
/// A pause that came only once teaches nothing, be it a missed night or a stop of three days; two
/// of them in a row after a known shorter rhythm do. A long rhythm is given up once shorter pauses
/// have filled more time than one of its own.
/// Nothing is known before three pauses, nor before ten minutes have been spent in a rhythm, so
/// that the burst of a first run is not taken for the rhythm of the job.
///
/// Cost    at most 64 bytes; O(1) a push.
/// Threads none of its own: a value.
class Cadence {
public:
    /// Learns from one push. One that is not later than the last (a clock was set back) only
    /// becomes the last.
    void notePush(TimePoint at);

    /// How long it normally is from push to push; nothing: not known.
    std::optional<std::chrono::nanoseconds> interval() const;
    /// When the next push is late; nothing: it never is.
    std::optional<TimePoint> expectedBy() const;

    /// For a journal. Shape  a version byte, then the members in order, little endian.
    QByteArray toBytes() const;
    /// Errors  BadRequest: not made by `toBytes`.
    static Result<Cadence> fromBytes(QByteArrayView bytes);

    friend bool operator==(const Cadence&, const Cadence&) = default;

private:
    struct Rhythm {
        float typical = 0; ///< seconds
        float spread = 0; ///< seconds: mean deviation from `typical`
        float since = 0; ///< seconds of shorter pauses since it last occurred
        quint16 count = 0; ///< how often it occurred while it was current; 0: no rhythm
        quint16 inARow = 0; ///< how often without shorter pauses between

        bool isUsed() const { return count > 0; }
        bool isCurrent() const { return since <= typical; }
        bool isEstablished() const;
        void add(float pause);
        friend bool operator==(const Rhythm&, const Rhythm&) = default;
    };
    using Rhythms = std::array<Rhythm, 3>;

    Rhythm* rhythmOf(float pause);
    Rhythm& roomForOne();
    void learn(float pause);
    void tidyUp();
    const Rhythm* ruling() const;

    Rhythms m_rhythms; ///< those used come first, by `typical`
    std::optional<TimePoint> m_last;
};

static_assert(sizeof(Cadence) <= 64);

} // namespace pushgate::core

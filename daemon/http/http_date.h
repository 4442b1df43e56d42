// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// `Sun, 06 Nov 1994 08:49:37 GMT`, always in English and GMT.
QByteArray httpDate(core::TimePoint time);

/// The Date of answers: written anew only when the second changes.
/// Threads  one thread at a time.
class HttpDate {
public:
    /// `clock` must outlive it.
    explicit HttpDate(const core::Clock& clock)
        : m_clock(clock)
    {
    }

    QByteArrayView now(); ///< valid until the next call

private:
    const core::Clock& m_clock;
    std::chrono::sys_seconds m_second{std::chrono::seconds(-1)};
    QByteArray m_text;
};

} // namespace pushgate::daemon

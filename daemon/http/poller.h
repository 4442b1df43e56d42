// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/descriptor.h"
#include "daemon/http/interest.h"

#include <QtGlobal>

#include <array>
#include <span>
#include <sys/epoll.h>

namespace pushgate::daemon {

/// Tells which of many descriptors are ready, at a cost that does not grow with the idle ones.
/// It is itself a descriptor that becomes readable when there is something to `collect`.
/// A descriptor that is closed is forgotten.
/// Threads  one thread at a time.
class Poller {
public:
    struct Ready {
        quint64 tag; ///< as given to `watch`
        bool readable;
        bool writable;
        bool broken; ///< the connection is gone in both directions
    };

    static core::Result<Poller> open(); ///< Unavailable: out of descriptors

    int descriptor() const { return m_descriptor.value(); }
    core::Status watch(int descriptor, quint64 tag, Interest interest);
    void change(int descriptor, quint64 tag, Interest interest);
    /// Does not wait. At most as many as fit at a time; valid until the next call.
    std::span<const Ready> collect();

private:
    static constexpr size_t kBatch = 128;

    explicit Poller(Descriptor descriptor)
        : m_descriptor(std::move(descriptor))
    {
    }

    Descriptor m_descriptor;
    std::array<epoll_event, kBatch> m_events{};
    std::array<Ready, kBatch> m_ready{};
};

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/poller.h"

#include "daemon/http/system_error.h"

#include <algorithm>
#include <cerrno>

namespace pushgate::daemon {

namespace {

    epoll_event eventFor(quint64 tag, Interest interest)
    {
        epoll_event event{};
        event.events = (interest.read ? EPOLLIN : 0U) | (interest.write ? EPOLLOUT : 0U);
        event.data.u64 = tag;
        return event;
    }

} // namespace

core::Result<Poller> Poller::open()
{
    Descriptor descriptor(epoll_create1(EPOLL_CLOEXEC));
    if (!descriptor)
        return systemError("epoll", errno);
    return Poller(std::move(descriptor));
}

core::Status Poller::watch(int descriptor, quint64 tag, Interest interest)
{
    epoll_event event = eventFor(tag, interest);
    if (epoll_ctl(m_descriptor.value(), EPOLL_CTL_ADD, descriptor, &event) != 0)
        return systemError("epoll", errno);
    return core::ok();
}

void Poller::change(int descriptor, quint64 tag, Interest interest)
{
    epoll_event event = eventFor(tag, interest);
    [[maybe_unused]] const int result
        = epoll_ctl(m_descriptor.value(), EPOLL_CTL_MOD, descriptor, &event);
    Q_ASSERT(result == 0); // it cannot fail for a descriptor that is watched
}

std::span<const Poller::Ready> Poller::collect()
{
    const int count
        = epoll_wait(m_descriptor.value(), m_events.data(), static_cast<int>(kBatch), 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = m_events[static_cast<size_t>(i)];
        m_ready[static_cast<size_t>(i)] = {event.data.u64, (event.events & EPOLLIN) != 0,
            (event.events & EPOLLOUT) != 0, (event.events & (EPOLLERR | EPOLLHUP)) != 0};
    }
    return std::span(m_ready).first(static_cast<size_t>(std::max(count, 0)));
}

} // namespace pushgate::daemon

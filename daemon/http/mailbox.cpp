// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/mailbox.h"

#include "daemon/http/system_error.h"

#include <cerrno>
#include <sys/eventfd.h>

namespace pushgate::daemon {

core::Result<std::shared_ptr<Mailbox>> Mailbox::open()
{
    Descriptor event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!event)
        return systemError("eventfd", errno);
    return std::make_shared<Mailbox>(std::move(event));
}

void Mailbox::post(Letter letter)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    m_letters.push_back(std::move(letter));
    if (m_letters.size() == 1) // the others find the bell already rung
        eventfd_write(m_event.value(), 1);
}

void Mailbox::deliver(quint64 connection, quint64 request, Reply reply)
{
    post(Answer{connection, request, std::move(reply)});
}

std::vector<Letter> Mailbox::collect()
{
    const std::lock_guard lock(m_mutex);
    if (!m_letters.empty()) {
        eventfd_t rung = 0;
        eventfd_read(m_event.value(), &rung);
    }
    return std::exchange(m_letters, {});
}

void Mailbox::close()
{
    std::vector<Letter> dropped;
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    dropped.swap(m_letters);
}

} // namespace pushgate::daemon

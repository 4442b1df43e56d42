// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/byte_stream.h"
#include "daemon/http/descriptor.h"
#include "daemon/http/poller.h"

#include <memory>

namespace pushgate::daemon {

/// An unencrypted connection: a TCP or Unix socket, straight from the system.
/// What is written goes to the system without a buffer of ours between, so a slow reader costs
/// no more than its share of the segments; a client that has closed its sending half is simply
/// one that still reads.
class PlainStream final : public ByteStream {
public:
    /// `poller` tells of it under `tag` and must outlive it. `socket` must not block.
    static core::Result<std::unique_ptr<PlainStream>> over(
        Descriptor socket, Poller& poller, quint64 tag);

    Read read(std::span<char> room) override;
    Write write(Outbox& out) override;
    void await(Interest interest) override;
    void endWriting() override;

private:
    PlainStream(Descriptor socket, Poller& poller, quint64 tag)
        : m_socket(std::move(socket))
        , m_poller(poller)
        , m_tag(tag)
    {
    }

    Descriptor m_socket;
    Poller& m_poller;
    quint64 m_tag;
    Interest m_interest{.read = true};
};

} // namespace pushgate::daemon

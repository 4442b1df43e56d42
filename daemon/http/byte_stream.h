// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/interest.h"
#include "daemon/http/outbox.h"

#include <QtGlobal>

#include <span>

namespace pushgate::daemon {

/// The wire of one connection, encrypted or not. It never blocks; its worker is told when it is
/// ready again. Destroying it closes the connection.
/// Threads  one thread at a time.
class ByteStream {
public:
    struct Read {
        enum class State {
            Open,
            Ended, ///< the client sends nothing more, but may still read
            Broken
        };
        State state = State::Open;
        qsizetype bytes = 0; ///< 0 while Open: nothing there at the moment
    };
    enum class Write { Open, Broken };
    /// One `write` takes no more, so that the other connections get their turn.
    static constexpr qint64 kBytesPerWrite = 512LL * 1024;

    virtual ~ByteStream() = default;

    virtual Read read(std::span<char> room) = 0;
    /// Takes from the front of `out` what can be taken now.
    virtual Write write(Outbox& out) = 0;
    virtual void await(Interest interest) = 0; ///< what its worker is to be told of
    /// Tells the client that nothing more will come; reading goes on.
    virtual void endWriting() = 0;
};

} // namespace pushgate::daemon

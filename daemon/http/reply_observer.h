// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace pushgate::daemon {

struct Request;

/// What became of one answered request.
struct Exchange {
    enum class Outcome {
        Sent, ///< the last bytes are on their way
        Lost ///< the client was gone before that
    };

    const Request& request; ///< valid during the call only; its body is gone already
    int status;
    qint64 bodyBytes; ///< of the answer, as announced; 0 for HEAD
    std::chrono::steady_clock::duration duration; ///< from the end of the head until now
    Outcome outcome;
};

/// Told once about each answer that names it.
/// It is called just before the answer's last bytes are handed to the system, so that whoever has
/// read an answer finds it counted.
/// Threads  called on the worker of the connection, so from several threads at once.
class ReplyObserver {
public:
    virtual ~ReplyObserver() = default;
    virtual void replyFinished(const Exchange& exchange) = 0; ///< must not block
};

} // namespace pushgate::daemon

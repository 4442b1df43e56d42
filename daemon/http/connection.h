// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/byte_stream.h"
#include "daemon/http/connection_count.h"
#include "daemon/http/outbox.h"
#include "daemon/http/poller.h"
#include "daemon/http/receive_budget.h"
#include "daemon/http/reply.h"
#include "daemon/http/reply_observer.h"
#include "daemon/http/request_parser.h"

#include <chrono>
#include <memory>
#include <optional>
#include <span>

namespace pushgate::daemon {

/// What a connection asks of the worker it lives in.
class ConnectionHost {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    virtual ~ConnectionHost() = default;
    virtual const HttpLimits& limits() const = 0;
    virtual TimePoint now() const = 0;
    virtual QByteArrayView date() = 0; ///< for the Date field
    virtual ReceiveBudget& receiveBudget() = 0;
    virtual std::span<char> readBuffer() = 0; ///< free for use until control returns to the host
    /// The reply, or nothing if `answer` is called with `number` later.
    virtual std::optional<Reply> dispatch(
        const Request& request, quint64 connection, quint64 number)
        = 0;
    virtual void resumeLater(quint64 connection) = 0; ///< call `resume` after the others' turn
};

/// One client, from its first byte to its last: reads requests one at a time, has each answered
/// before it looks at the next, keeps the deadlines and closes so that no answer is lost.
/// After each call the host looks whether it `isDead` and then destroys it.
/// Threads  one worker.
class Connection {
public:
    using TimePoint = ConnectionHost::TimePoint;

    /// `host` must outlive it.
    Connection(quint64 id, ConnectionHost& host, std::unique_ptr<ByteStream> stream,
        ConnectionCount::Slot slot);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void setPeer(QByteArray address, Request::Transport transport);

    void ready(const Poller::Ready& ready);
    void resume();
    void answer(quint64 number, Reply reply); ///< dropped if `number` waits for none
    void expire(TimePoint now); ///< acts if the deadline has passed
    void finishUp(); ///< no request after the one under way

    bool isDead() const { return m_phase == Phase::Dead; }

private:
    enum class Phase {
        Reading, ///< waiting for a request, or in one
        Handling, ///< the handler owes a reply
        Writing,
        Lingering, ///< the last answer is out; what still comes is thrown away
        Dead
    };

    void work();
    QByteArrayView readSome();
    void endInput();
    void advance(QByteArrayView rest);
    void enterBody(QByteArrayView rest);
    void dispatch();
    void refuse(const Refusal& refusal);
    void refuseCrowded();
    void startReply(Reply reply);
    void flush();
    void finishReply();
    void linger();
    void discard();
    void die();

    void report(Exchange::Outcome outcome);
    void updateInterest();
    bool isIdle() const { return m_phase == Phase::Reading && m_parser.isIdle(); }
    void extendBodyDeadline();
    void extendWriteDeadline();

    const quint64 m_id;
    ConnectionHost& m_host;
    std::unique_ptr<ByteStream> m_stream;
    ConnectionCount::Slot m_slot;
    QByteArray m_peer;
    Request::Transport m_transport = Request::Transport::Plain;

    Phase m_phase = Phase::Reading;
    TimePoint m_deadline;
    RequestParser m_parser;
    ReceiveBudget::Share m_held; ///< what the parser keeps
    QByteArray m_rest; ///< come, but not yet looked at
    bool m_moreToRead = false; ///< the last read filled its room
    bool m_heldBack = false; ///< the client sends while it should wait: not listened to
    bool m_closing = false; ///< after the reply under way
    std::optional<TimePoint> m_startedAt; ///< when the head of the request in work was complete
    std::optional<TimePoint> m_headStartedAt;

    quint64 m_number = 0; ///< of the request in work
    Request m_request; ///< without its body once it is dispatched
    Outbox m_outbox;
    ReplyObserver* m_observer = nullptr;
    int m_status = 0;
    qint64 m_replyBytes = 0;
    std::optional<TimePoint> m_writeEnd; ///< when the reply must be out, however steadily it goes
    qint64 m_discarded = 0;
};

} // namespace pushgate::daemon

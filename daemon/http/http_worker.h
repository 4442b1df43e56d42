// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "daemon/http/connection.h"
#include "daemon/http/front.h"
#include "daemon/http/http_date.h"
#include "daemon/http/http_limits.h"
#include "daemon/http/mailbox.h"
#include "daemon/http/poller.h"
#include "daemon/http/receive_budget.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace pushgate::daemon {

class RequestHandler;

/// The connections of one thread, and the event loop's view of them.
/// Threads  lives in one thread; others reach it through its mailbox.
class HttpWorker final
    : public QObject
    , private ConnectionHost {
    Q_OBJECT
public:
    struct Parts {
        RequestHandler& handler;
        const HttpLimits& limits;
        const core::Clock& clock;
        ReceiveBudget& receiveBudget;
        std::shared_ptr<Mailbox> mailbox; ///< watched by `poller` under `kMailboxTag`
        Poller poller;
    };
    static constexpr quint64 kMailboxTag = 0; ///< connections count from 1

    explicit HttpWorker(Parts parts);
    ~HttpWorker() override;

signals:
    void drained(); ///< once, after a Drain, when the last connection is gone

private:
    const HttpLimits& limits() const override { return m_limits; }
    TimePoint now() const override { return std::chrono::steady_clock::now(); }
    QByteArrayView date() override { return m_date.now(); }
    ReceiveBudget& receiveBudget() override { return m_receiveBudget; }
    std::span<char> readBuffer() override { return m_readBuffer; }
    std::optional<Reply> dispatch(
        const Request& request, quint64 connection, quint64 number) override;
    void resumeLater(quint64 connection) override { m_waiting.push_back(connection); }

    void takeTurn();
    void resumeWaiting();
    void readMail();
    void open(Letter letter);
    void adopt(Arrival arrival);
    void drain();
    void sweep();
    Connection* find(quint64 id) const;
    void settle(const Connection& connection, quint64 id);
    void tellIfDrained();

    RequestHandler& m_handler;
    const HttpLimits& m_limits;
    ReceiveBudget& m_receiveBudget;
    std::shared_ptr<Mailbox> m_mailbox;
    Poller m_poller;
    Front m_front;
    HttpDate m_date;
    std::vector<char> m_readBuffer;
    QSocketNotifier m_notifier;
    QTimer m_sweep;
    QTimer m_again; ///< the next turn, after Qt's loop had its own
    std::unordered_map<quint64, std::unique_ptr<Connection>> m_connections;
    std::vector<quint64> m_waiting; ///< to be resumed after the others' turn
    quint64 m_lastId = kMailboxTag;
    bool m_draining = false;
    bool m_told = false; ///< that it is drained
};

} // namespace pushgate::daemon

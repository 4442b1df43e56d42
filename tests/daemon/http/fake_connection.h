// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/connection.h"
#include "daemon/http/reply_to.h"

#include <QByteArray>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace pushgate::daemon {

/// The client's end of a connection in memory.
struct FakeWire {
    QByteArray toServer; ///< not yet read
    QByteArray toClient; ///< written
    bool ended = false; ///< the client sends nothing more
    bool broken = false;
    bool writingEnded = false; ///< the server sends nothing more
    bool closed = false;
    qint64 window = 1 << 30; ///< how many bytes the client takes
    Interest interest{.read = true};
};

class FakeStream final : public ByteStream {
public:
    explicit FakeStream(FakeWire& wire)
        : m_wire(wire)
    {
    }
    ~FakeStream() override { m_wire.closed = true; }

    Read read(std::span<char> room) override;
    Write write(Outbox& out) override;
    void await(Interest interest) override { m_wire.interest = interest; }
    void endWriting() override { m_wire.writingEnded = true; }

private:
    FakeWire& m_wire;
};

/// A host whose time stands still unless it is moved.
class FakeHost final : public ConnectionHost {
public:
    using Handle = std::function<std::optional<Reply>(const Request&)>;

    const HttpLimits& limits() const override { return limitsInForce; }
    TimePoint now() const override { return time; }
    QByteArrayView date() override { return "today"; }
    ReceiveBudget& receiveBudget() override { return budget; }
    std::span<char> readBuffer() override { return m_buffer; }
    std::optional<Reply> dispatch(
        const Request& request, quint64 connection, quint64 number) override;
    void resumeLater(quint64 connection) override { waiting.push_back(connection); }

    HttpLimits limitsInForce;
    ReceiveBudget budget{1024LL * 1024};
    TimePoint time{std::chrono::hours(1)};
    Handle handle;
    std::vector<Request> requests;
    std::vector<quint64> waiting;
    quint64 lastNumber = 0;

private:
    std::array<char, 4096> m_buffer{};
};

/// A connection between the two.
class FakeConnection {
public:
    static constexpr quint64 kId = 7;

    explicit FakeConnection(FakeHost& host);

    void send(QByteArrayView bytes); ///< and let the connection see it
    void end();
    void reset();
    void takeMore(qint64 bytes); ///< open the client's window
    void wait(std::chrono::milliseconds duration); ///< and look at the deadlines
    QByteArray received(); ///< since the last call

    FakeWire wire;
    Connection* operator->() { return m_connection.get(); }

private:
    void tell();

    FakeHost& m_host;
    ConnectionCount m_count{1};
    std::unique_ptr<Connection> m_connection;
};

} // namespace pushgate::daemon

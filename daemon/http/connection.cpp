// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/connection.h"

#include "daemon/http/reply_writer.h"

#include <algorithm>
#include <utility>

namespace pushgate::daemon {

namespace {

    constexpr int kRequestsPerTurn = 32;
    constexpr int kReadsPerTurn = 8;

    std::chrono::milliseconds timeFor(qint64 bytes, qint64 bytesPerSecond)
    {
        return std::chrono::milliseconds(bytes * 1000 / bytesPerSecond);
    }

} // namespace

Connection::Connection(quint64 id, ConnectionHost& host, std::unique_ptr<ByteStream> stream,
    ConnectionCount::Slot slot)
    : m_id(id)
    , m_host(host)
    , m_stream(std::move(stream))
    , m_slot(std::move(slot))
    , m_deadline(host.now() + host.limits().idle)
    , m_parser(host.limits())
    , m_held(host.receiveBudget())
{
}

Connection::~Connection()
{
    die();
}

void Connection::setPeer(QByteArray address, Request::Transport transport)
{
    m_peer = std::move(address);
    m_transport = transport;
}

void Connection::ready(const Poller::Ready& ready)
{
    if (ready.writable)
        flush();
    const bool readable = ready.readable || ready.broken;
    switch (m_phase) {
    case Phase::Reading:
        if (readable || !m_rest.isEmpty())
            work();
        break;
    case Phase::Lingering:
        if (readable)
            discard();
        break;
    case Phase::Handling:
    case Phase::Writing:
        if (ready.broken)
            die();
        m_heldBack = m_heldBack || ready.readable;
        break;
    case Phase::Dead: break;
    }
    updateInterest();
}

void Connection::resume()
{
    if (m_phase == Phase::Reading)
        work();
    updateInterest();
}

void Connection::work()
{
    const QByteArray held = std::exchange(m_rest, {});
    QByteArrayView in(held);
    const quint64 lastNumber = m_number + kRequestsPerTurn;
    int reads = kReadsPerTurn;
    m_moreToRead = true;
    while (m_phase == Phase::Reading && m_number < lastNumber) {
        if (in.isEmpty()) {
            if (!m_moreToRead || reads-- == 0)
                break;
            in = readSome();
        } else {
            in = in.sliced(m_parser.feed(in));
            advance(in);
        }
    }
    if (m_phase == Phase::Dead || m_phase == Phase::Lingering)
        return;
    m_rest = in.toByteArray();
    if (m_phase == Phase::Reading && !m_rest.isEmpty())
        m_host.resumeLater(m_id);
}

/// Reads once, into the body itself if it is a long one. Returns what is still to be parsed.
QByteArrayView Connection::readSome()
{
    std::span<char> room = m_parser.bodyRoom();
    const bool direct = !room.empty();
    if (!direct)
        room = m_host.readBuffer();
    const ByteStream::Read got = m_stream->read(room);
    m_moreToRead = got.bytes == static_cast<qsizetype>(room.size());
    if (direct)
        m_parser.bodyArrived(got.bytes);
    if (got.state == ByteStream::Read::State::Broken)
        die();
    else if (got.state == ByteStream::Read::State::Ended)
        endInput();
    else if (direct)
        advance({});
    else
        return {room.data(), got.bytes};
    return {};
}

void Connection::endInput()
{
    if (m_parser.isIdle())
        return die();
    m_parser.endInput();
    advance({});
}

/// Acts on what the parser has made of the bytes so far; `rest` is what came behind them.
void Connection::advance(QByteArrayView rest)
{
    switch (m_parser.stage()) {
    case RequestParser::Stage::Head:
        if (!m_headStartedAt && !m_parser.isIdle()) {
            m_headStartedAt = m_host.now();
            m_deadline = *m_headStartedAt + m_host.limits().head;
        }
        if (!m_held.hold(m_parser.heldBytes()))
            refuseCrowded();
        break;
    case RequestParser::Stage::Body:
        if (!m_startedAt)
            enterBody(rest);
        extendBodyDeadline();
        if (!m_held.hold(m_parser.heldBytes()))
            refuseCrowded();
        break;
    case RequestParser::Stage::Complete: dispatch(); break;
    case RequestParser::Stage::Refused: refuse(m_parser.refusal()); break;
    }
}

void Connection::enterBody(QByteArrayView rest)
{
    m_startedAt = m_host.now();
    const bool waits = m_parser.head().expectation == RequestHead::Expectation::Continue;
    if (waits && rest.isEmpty()) {
        m_outbox.append(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
        flush();
    }
}

void Connection::dispatch()
{
    m_phase = Phase::Handling;
    m_deadline = TimePoint::max(); // the application's own deadlines rule here
    ++m_number;
    m_closing = m_closing || m_parser.head().afterwards == RequestHead::Afterwards::Close;
    m_request = m_parser.takeRequest();
    m_request.startedAt = m_startedAt ? *m_startedAt : m_host.now();
    m_request.peerAddress = m_peer;
    m_request.transport = m_transport;
    std::optional<Reply> reply = m_host.dispatch(m_request, m_id, m_number);
    m_request.body.clear();
    m_held.release();
    if (reply)
        startReply(*std::move(reply));
}

void Connection::refuseCrowded()
{
    refuse({503, "too much is being received from other clients now, try again later"});
}

void Connection::refuse(const Refusal& refusal)
{
    m_parser.discard();
    m_held.release();
    m_phase = Phase::Handling;
    ++m_number;
    m_request = {};
    m_request.startedAt = m_host.now();
    m_closing = true;
    startReply(Reply::refusal(refusal.status, refusal.detail));
}

void Connection::answer(quint64 number, Reply reply)
{
    if (m_phase != Phase::Handling || number != m_number)
        return;
    startReply(std::move(reply));
    if (m_phase == Phase::Reading && !m_rest.isEmpty())
        work();
    updateInterest();
}

void Connection::startReply(Reply reply)
{
    ReplyContext context;
    context.minorVersion = m_request.minorVersion;
    if (m_request.method == "HEAD")
        context.body = ReplyContext::Body::Omitted;
    if (m_closing)
        context.afterwards = Reply::Afterwards::Close;
    context.date = m_host.date();
    m_closing = afterwardsOf(reply, context) == Reply::Afterwards::Close;
    m_observer = reply.observer;
    m_status = reply.status;
    m_replyBytes = context.body == ReplyContext::Body::Sent ? reply.bodyBytes() : 0;
    writeReply(std::move(reply), context, m_outbox);
    m_phase = Phase::Writing;
    flush();
}

void Connection::flush()
{
    if (m_phase == Phase::Writing && m_outbox.bytes() <= ByteStream::kBytesPerWrite)
        report(Exchange::Outcome::Sent);
    if (m_stream->write(m_outbox) == ByteStream::Write::Broken)
        return die();
    if (m_phase != Phase::Writing)
        return;
    if (m_outbox.isEmpty())
        finishReply();
    else
        extendWriteDeadline();
}

void Connection::finishReply()
{
    m_request = {};
    m_startedAt.reset();
    m_headStartedAt.reset();
    m_writeEnd.reset();
    m_heldBack = false;
    if (m_closing)
        return linger();
    m_phase = Phase::Reading;
    m_deadline = m_host.now() + m_host.limits().idle;
}

/// Says that the answer was the last one and throws away what still comes: closing while the
/// client sends would reset the connection, and the answer could be lost.
void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_deadline = m_host.now() + m_host.limits().linger;
    m_rest.clear();
    m_stream->endWriting();
    discard();
}

void Connection::discard()
{
    while (m_phase == Phase::Lingering) {
        const ByteStream::Read got = m_stream->read(m_host.readBuffer());
        m_discarded += got.bytes;
        if (got.state != ByteStream::Read::State::Open || m_discarded > m_host.limits().lingerBytes)
            die();
        if (got.bytes == 0)
            return;
    }
}

void Connection::expire(TimePoint now)
{
    if (now < m_deadline)
        return;
    if (m_phase == Phase::Reading && !isIdle())
        refuse({408, {}});
    else
        die();
    updateInterest();
}

void Connection::finishUp()
{
    m_closing = true;
    if (isIdle() && m_rest.isEmpty())
        work(); // a request may be on its way already
    if (isIdle() && m_rest.isEmpty())
        die();
    updateInterest();
}

void Connection::die()
{
    if (m_phase == Phase::Dead)
        return;
    report(Exchange::Outcome::Lost);
    m_phase = Phase::Dead;
    m_held.release();
    m_outbox.clear();
    m_stream.reset();
}

void Connection::report(Exchange::Outcome outcome)
{
    if (ReplyObserver* observer = std::exchange(m_observer, nullptr))
        observer->replyFinished(
            {m_request, m_status, m_replyBytes, m_host.now() - m_request.startedAt, outcome});
}

void Connection::updateInterest()
{
    if (m_phase != Phase::Dead)
        m_stream->await({.read = !m_heldBack, .write = !m_outbox.isEmpty()});
}

void Connection::extendBodyDeadline()
{
    const HttpLimits& limits = m_host.limits();
    m_deadline
        = *m_startedAt + limits.body + timeFor(m_parser.bodyBytes(), limits.bodyBytesPerSecond);
}

void Connection::extendWriteDeadline()
{
    const HttpLimits& limits = m_host.limits();
    const TimePoint stalled = m_host.now() + limits.writeStall;
    if (!m_writeEnd)
        m_writeEnd = stalled + timeFor(m_outbox.bytes(), limits.writeBytesPerSecond);
    m_deadline = std::min(stalled, *m_writeEnd);
}

} // namespace pushgate::daemon

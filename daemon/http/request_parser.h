// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/chunked_decoder.h"
#include "daemon/http/http_limits.h"
#include "daemon/http/refusal.h"
#include "daemon/http/request_head.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>

namespace pushgate::daemon {

/// Reads one request after the other from the bytes of a connection, however they are cut.
/// Knows nothing of sockets and time.
/// Use      `feed` until Complete, then `takeRequest`, which starts the next one; or until
///          Refused, which is final.
/// Threads  none of its own; one thread at a time.
class RequestParser {
public:
    enum class Stage {
        Head,
        Body, ///< the head is known, the body is not complete
        Complete,
        Refused ///< see `refusal`
    };

    /// `limits` must outlive the parser.
    explicit RequestParser(const HttpLimits& limits)
        : m_limits(&limits)
    {
    }

    /// Returns how much of `in` was used. Stops after a head, so that the caller may answer an
    /// expectation, and where a request is complete or refused.
    qsizetype feed(QByteArrayView in);
    /// The client sends nothing more: a request in its body is complete, with a failure; one in
    /// its head is refused.
    void endInput();

    Stage stage() const { return m_stage; }
    bool isIdle() const { return m_stage == Stage::Head && m_text.isEmpty(); }
    const RequestHead& head() const { return m_head; } ///< from Body on
    const Refusal& refusal() const { return m_refusal; }
    qint64 bodyBytes() const { return m_head.request.body.size(); } ///< come so far
    qint64 heldBytes() const { return m_text.size() + bodyBytes(); } ///< of head or body so far

    void discard(); ///< what is held, after the last request

    /// Only when Complete. A chunked body may have made `bodyFailure`.
    Request takeRequest();

    /// Where the next bytes of a long body may be put directly, without a `feed`; empty if there
    /// is nothing to gain. `bodyArrived` must follow, with the number put there.
    std::span<char> bodyRoom();
    void bodyArrived(qsizetype bytes);

private:
    qsizetype feedHead(QByteArrayView in);
    qsizetype feedSized(QByteArrayView in);
    qsizetype feedChunked(QByteArrayView in);
    void finishHead();
    void startBody();
    void completeBroken(QByteArray why);
    void refuse(Refusal refusal);

    const HttpLimits* m_limits;
    Stage m_stage = Stage::Head;
    QByteArray m_text; ///< the head so far
    qsizetype m_lineStart = 0;
    int m_blankLines = 0;
    RequestHead m_head;
    qint64 m_left = 0; ///< of a sized body
    qsizetype m_room = 0;
    std::optional<ChunkedDecoder> m_chunks;
    Refusal m_refusal;
};

} // namespace pushgate::daemon

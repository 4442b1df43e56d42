// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/http_limits.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// Takes a chunked body apart, however it is cut into pieces. Extensions are ignored, trailers
/// checked and dropped. Strict: every line of the framing ends in CRLF.
/// Source  RFC 9112, section 7.1; failures are worded as in the reference.
class ChunkedDecoder {
public:
    enum class State {
        Open, ///< more is to come
        Complete,
        TooLarge, ///< a chunk that would take the body beyond the limit has been announced
        Failed ///< `failure` says why
    };

    /// `limits` must outlive the decoder.
    explicit ChunkedDecoder(const HttpLimits& limits)
        : m_limits(&limits)
    {
    }

    /// Appends to `body` and returns how much of `in` was used; stops where the body ends.
    qsizetype feed(QByteArrayView in, QByteArray& body);

    State state() const { return m_state; }
    const QByteArray& failure() const { return m_failure; }

private:
    enum class Part { Size, Data, DataEnd, Trailer };

    qsizetype feedLine(QByteArrayView in, const QByteArray& body);
    qsizetype feedData(QByteArrayView in, QByteArray& body);
    qsizetype feedDataEnd(QByteArrayView in);
    void readSize(QByteArrayView line, const QByteArray& body);
    void readTrailer(QByteArrayView line);
    void fail(QByteArray why);

    const HttpLimits* m_limits;
    State m_state = State::Open;
    Part m_part = Part::Size;
    QByteArray m_line; ///< what has come of a line of the framing
    qint64 m_left = 0; ///< of the chunk's data, or of the CRLF after it
    qint64 m_framing = 0; ///< bytes of framing beyond what the data explain
    QByteArray m_failure;
};

} // namespace pushgate::daemon

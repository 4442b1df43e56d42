// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_cursor.h"

#include <cstring>
#include <utility>

namespace pushgate::core {

TextCursor::TextCursor(DecodedBody body)
    : m_body(std::move(body))
    , m_at(m_body.bytes.constBegin())
    , m_lineEnd(m_at)
    , m_next(m_at)
{
}

bool TextCursor::nextLine()
{
    if (m_onLastLine)
        return failAtEnd(); // the stand-in was taken for a line feed
    ++m_line;
    const auto bytesLeft = static_cast<size_t>(m_body.bytes.constEnd() - m_next);
    const void* const lineFeed = bytesLeft > 0 ? std::memchr(m_next, '\n', bytesLeft) : nullptr;
    if (!lineFeed)
        return startLastLine();
    m_at = m_next;
    m_lineEnd = static_cast<const char*>(lineFeed);
    m_next = m_lineEnd + 1;
    skipBlanks();
    return true;
}

/// False if there is nothing on it: between lines the end of the input is in order.
bool TextCursor::startLastLine()
{
    m_onLastLine = true;
    m_lastLine.reserve(m_body.bytes.constEnd() - m_next + 1);
    m_lastLine.append(m_next, m_body.bytes.constEnd() - m_next).append('\n');
    m_at = m_lastLine.constData();
    m_lineEnd = m_at + m_lastLine.size() - 1;
    skipBlanks();
    if (m_at != m_lineEnd)
        return true;
    m_failure = m_body.failure;
    return false;
}

QByteArrayView TextCursor::readRest()
{
    const QByteArrayView rest(m_at, m_lineEnd);
    m_at = m_lineEnd;
    return rest;
}

bool TextCursor::fail(const QByteArray& message)
{
    if (m_onLastLine && m_at == m_lineEnd)
        return failAtEnd();
    m_failure = badRequest(framed(message));
    return false;
}

bool TextCursor::failAtEnd()
{
    if (m_body.failure)
        m_failure = m_body.failure;
    else
        m_failure = badRequest(framed("unexpected end of input stream"));
    return false;
}

QByteArray TextCursor::framed(const QByteArray& message) const
{
    return "text format parsing error in line " + QByteArray::number(m_line) + ": " + message;
}

} // namespace pushgate::core

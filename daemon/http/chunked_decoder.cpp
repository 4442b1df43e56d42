// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/chunked_decoder.h"

#include "daemon/http/request_head.h"

#include <algorithm>

namespace pushgate::daemon {

namespace {

    constexpr qsizetype kSizeLineBytes = 4096;
    constexpr qint64 kIdleFramingBytes
        = 16LL * 1024; ///< extensions and the like that carry nothing
    constexpr qint64 kHugeChunk = Q_INT64_C(1) << 56;

    int hexDigit(char c)
    {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        return -1;
    }

    /// The size before blanks and extensions.
    QByteArrayView sizeDigits(QByteArrayView line)
    {
        if (const qsizetype extension = line.indexOf(';'); extension >= 0)
            line = line.first(extension);
        while (!line.isEmpty() && (line.back() == ' ' || line.back() == '\t'))
            line.chop(1);
        return line;
    }

    bool hasControlBytes(QByteArrayView line)
    {
        return std::any_of(line.begin(), line.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\t') || byte == 0x7f;
        });
    }

} // namespace

qsizetype ChunkedDecoder::feed(QByteArrayView in, QByteArray& body)
{
    qsizetype used = 0;
    while (used < in.size() && m_state == State::Open) {
        const QByteArrayView rest = in.sliced(used);
        switch (m_part) {
        case Part::Size:
        case Part::Trailer: used += feedLine(rest, body); break;
        case Part::Data: used += feedData(rest, body); break;
        case Part::DataEnd: used += feedDataEnd(rest); break;
        }
    }
    return used;
}

qsizetype ChunkedDecoder::feedLine(QByteArrayView in, const QByteArray& body)
{
    const qsizetype newline = in.indexOf('\n');
    const qsizetype taken = newline < 0 ? in.size() : newline + 1;
    const qsizetype most = m_part == Part::Size ? kSizeLineBytes : m_limits->headBytes;
    if (m_line.size() + taken > most) {
        fail(QByteArrayLiteral("header line too long"));
        return taken;
    }
    m_line.append(in.first(taken));
    if (newline < 0)
        return taken;
    QByteArrayView line(m_line);
    line.chop(1);
    if (!line.endsWith('\r')) {
        fail(QByteArrayLiteral("chunked line ends with bare LF"));
        return taken;
    }
    line.chop(1);
    if (m_part == Part::Size)
        readSize(line, body);
    else
        readTrailer(line);
    m_line.clear();
    return taken;
}

void ChunkedDecoder::readSize(QByteArrayView line, const QByteArray& body)
{
    if (line.contains('\r'))
        return fail(QByteArrayLiteral("invalid CR in chunked line"));
    if (hasControlBytes(line))
        return fail(QByteArrayLiteral("malformed chunked encoding"));
    const QByteArrayView digits = sizeDigits(line);
    if (digits.isEmpty())
        return fail(QByteArrayLiteral("empty hex number for chunk length"));
    qint64 size = 0;
    for (const char c : digits) {
        const int digit = hexDigit(c);
        if (digit < 0)
            return fail(QByteArrayLiteral("invalid byte in chunk length"));
        if (size >= kHugeChunk)
            return fail(QByteArrayLiteral("http chunk length too large"));
        size = size * 16 + digit;
    }
    m_framing = std::max<qint64>(0, m_framing + line.size() - 16 - 2 * size);
    if (m_framing > kIdleFramingBytes)
        return fail(QByteArrayLiteral("chunked encoding contains too much non-data"));
    if (size > m_limits->bodyBytes - body.size()) {
        m_state = State::TooLarge;
        return;
    }
    m_left = size;
    m_part = size == 0 ? Part::Trailer : Part::Data;
    m_framing = size == 0 ? 0 : m_framing;
}

void ChunkedDecoder::readTrailer(QByteArrayView line)
{
    m_framing += line.size();
    if (line.isEmpty())
        m_state = State::Complete;
    else if (m_framing > m_limits->headBytes)
        fail(QByteArrayLiteral("http: suspiciously long trailer after chunked body"));
    else if (!isFieldLine(line))
        fail(QByteArrayLiteral("malformed trailer"));
}

qsizetype ChunkedDecoder::feedData(QByteArrayView in, QByteArray& body)
{
    const qsizetype taken = std::min<qsizetype>(m_left, in.size());
    body.append(in.first(taken));
    m_left -= taken;
    if (m_left == 0) {
        m_part = Part::DataEnd;
        m_left = 2;
    }
    return taken;
}

qsizetype ChunkedDecoder::feedDataEnd(QByteArrayView in)
{
    if (in.front() != (m_left == 2 ? '\r' : '\n')) {
        fail(QByteArrayLiteral("malformed chunked encoding"));
    } else if (--m_left == 0) {
        m_part = Part::Size;
    }
    return 1;
}

void ChunkedDecoder::fail(QByteArray why)
{
    m_failure = std::move(why);
    m_state = State::Failed;
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request_parser.h"

#include <algorithm>
#include <utility>

namespace pushgate::daemon {

namespace {

    constexpr qsizetype kUsualHeadBytes = 512;
    constexpr int kBlankLines = 4; ///< some clients end a body with one line too many
    constexpr qint64 kBodyPiece = 1024LL * 1024; ///< reserved without having seen a byte of it
    constexpr qint64 kLongBody = 64LL * 1024; ///< what is left of it is worth reading directly

} // namespace

qsizetype RequestParser::feed(QByteArrayView in)
{
    qsizetype used = 0;
    while (used < in.size()) {
        const QByteArrayView rest = in.sliced(used);
        if (m_stage == Stage::Head) {
            used += feedHead(rest);
            if (m_stage != Stage::Head)
                return used;
        } else if (m_stage == Stage::Body) {
            used += m_chunks ? feedChunked(rest) : feedSized(rest);
        } else {
            break;
        }
    }
    return used;
}

qsizetype RequestParser::feedHead(QByteArrayView in)
{
    const qsizetype newline = in.indexOf('\n');
    const qsizetype taken = newline < 0 ? in.size() : newline + 1;
    if (m_text.size() + taken > m_limits->headBytes) {
        refuse({431, {}});
        return taken;
    }
    if (m_text.isEmpty())
        m_text.reserve(kUsualHeadBytes);
    m_text.append(in.first(taken));
    if (newline < 0)
        return taken;
    const QByteArrayView line = QByteArrayView(m_text).sliced(m_lineStart);
    const bool first = m_lineStart == 0;
    m_lineStart = m_text.size();
    if (line != "\r\n" && line != "\n")
        return taken;
    if (!first) {
        finishHead();
        return taken;
    }
    m_text.clear();
    m_lineStart = 0;
    if (++m_blankLines > kBlankLines)
        refuse({400, {}});
    return taken;
}

void RequestParser::finishHead()
{
    auto parsed = parseRequestHead(std::exchange(m_text, {}), *m_limits);
    m_lineStart = 0;
    m_blankLines = 0;
    if (Refusal* refusal = std::get_if<Refusal>(&parsed))
        refuse(std::move(*refusal));
    if (RequestHead* head = std::get_if<RequestHead>(&parsed)) {
        m_head = std::move(*head);
        startBody();
    }
}

void RequestParser::startBody()
{
    m_stage = m_head.body == RequestHead::Body::None ? Stage::Complete : Stage::Body;
    if (m_head.body == RequestHead::Body::Chunked)
        m_chunks.emplace(*m_limits);
    if (m_head.body == RequestHead::Body::Sized) {
        m_left = *m_head.request.contentLength;
        m_head.request.body.reserve(std::min(m_left, kBodyPiece));
    }
}

qsizetype RequestParser::feedSized(QByteArrayView in)
{
    const qsizetype taken = std::min<qsizetype>(m_left, in.size());
    m_head.request.body.append(in.first(taken));
    m_left -= taken;
    if (m_left == 0)
        m_stage = Stage::Complete;
    return taken;
}

qsizetype RequestParser::feedChunked(QByteArrayView in)
{
    const qsizetype taken = m_chunks->feed(in, m_head.request.body);
    switch (m_chunks->state()) {
    case ChunkedDecoder::State::Open: break;
    case ChunkedDecoder::State::Complete: m_stage = Stage::Complete; break;
    case ChunkedDecoder::State::Failed: completeBroken(m_chunks->failure()); break;
    case ChunkedDecoder::State::TooLarge:
        refuse(
            {413, "the body is longer than " + QByteArray::number(m_limits->bodyBytes) + " bytes"});
        break;
    }
    return taken;
}

void RequestParser::endInput()
{
    if (m_stage == Stage::Body)
        completeBroken(QByteArrayLiteral("unexpected EOF"));
    else if (m_stage == Stage::Head)
        refuse({400, {}});
}

void RequestParser::completeBroken(QByteArray why)
{
    m_head.request.bodyFailure = core::badRequest(std::move(why));
    m_head.afterwards = RequestHead::Afterwards::Close;
    m_stage = Stage::Complete;
}

void RequestParser::refuse(Refusal refusal)
{
    m_refusal = std::move(refusal);
    m_stage = Stage::Refused;
    discard();
}

void RequestParser::discard()
{
    m_text.clear();
    m_head.request.body.clear();
}

Request RequestParser::takeRequest()
{
    Request request = std::move(m_head.request);
    m_head.request = {};
    m_chunks.reset();
    m_stage = Stage::Head;
    return request;
}

std::span<char> RequestParser::bodyRoom()
{
    if (m_stage != Stage::Body || m_chunks || m_left < kLongBody)
        return {};
    QByteArray& body = m_head.request.body;
    const qsizetype come = body.size();
    m_room = std::min(m_left, kBodyPiece);
    if (body.capacity() < come + m_room)
        body.reserve(std::min(come + m_left, std::max(2 * come, come + m_room)));
    body.resize(come + m_room);
    return {body.data() + come, static_cast<size_t>(m_room)};
}

void RequestParser::bodyArrived(qsizetype bytes)
{
    QByteArray& body = m_head.request.body;
    body.resize(body.size() - m_room + bytes);
    m_room = 0;
    m_left -= bytes;
    if (m_left == 0)
        m_stage = Stage::Complete;
}

} // namespace pushgate::daemon

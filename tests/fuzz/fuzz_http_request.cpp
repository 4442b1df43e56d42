// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a connection mean the same however they are cut, stay within the limits, and what was
// read as one request is read as the same one when it is written again.
// Input  the first byte says how the rest is cut.
#include "daemon/http/request_parser.h"
#include "tests/fuzz/property.h"

#include <QByteArrayList>

#include <algorithm>

using namespace pushgate::daemon;
using pushgate::tests::require;

namespace {

HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.headBytes = 512;
    limits.fieldCount = 12;
    limits.bodyBytes = 256;
    return limits;
}

QByteArray shown(const Request& request, RequestHead::Afterwards afterwards)
{
    QByteArray text = request.method + ' ' + request.target + ' '
        + QByteArray::number(request.minorVersion) + '\n';
    for (qsizetype i = 0; i < request.fields.size(); ++i) {
        text.append(request.fields.at(i).name).append(": ");
        text.append(request.fields.at(i).value).append('\n');
    }
    text += afterwards == RequestHead::Afterwards::Close ? "close\n" : "keep\n";
    if (request.bodyFailure)
        text += "failure " + request.bodyFailure->message + '\n';
    return text + request.body;
}

/// Reads a connection piece by piece, as the server does, and notes what comes of it.
class Reader {
public:
    void read(QByteArrayView piece);
    void end();

    QByteArrayList outcomes;
    std::vector<Request> requests;

private:
    void note();

    const HttpLimits m_limits = smallLimits();
    RequestParser m_parser{m_limits};
    bool m_closed = false;
};

void Reader::note()
{
    require(m_parser.bodyBytes() <= m_limits.bodyBytes, "bodies are bounded");
    if (m_parser.stage() == RequestParser::Stage::Refused) {
        outcomes.append("refused " + QByteArray::number(m_parser.refusal().status) + ' '
            + m_parser.refusal().detail);
        m_closed = true;
    } else if (m_parser.stage() == RequestParser::Stage::Complete) {
        const auto afterwards = m_parser.head().afterwards;
        requests.push_back(m_parser.takeRequest());
        outcomes.append(shown(requests.back(), afterwards));
        m_closed = afterwards == RequestHead::Afterwards::Close;
        require(!requests.back().bodyFailure || m_closed, "nothing follows a broken body");
    }
}

void Reader::read(QByteArrayView piece)
{
    while (!piece.isEmpty() && !m_closed) {
        const qsizetype used = m_parser.feed(piece);
        require(used > 0 && used <= piece.size(), "parsing goes on");
        piece = piece.sliced(used);
        note();
    }
}

void Reader::end()
{
    if (m_closed || m_parser.isIdle())
        return;
    m_parser.endInput();
    note();
    require(m_closed, "the end of the input decides");
}

QByteArray rewritten(const Request& request)
{
    QByteArray text = request.method + ' ' + request.target + " HTTP/1."
        + QByteArray::number(request.minorVersion) + "\r\n";
    for (qsizetype i = 0; i < request.fields.size(); ++i) {
        const auto [name, value] = request.fields.at(i);
        if (name.compare("transfer-encoding", Qt::CaseInsensitive) != 0)
            text += name.toByteArray() + ": " + value.toByteArray() + "\r\n";
    }
    if (!request.contentLength && !request.body.isEmpty())
        text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return text + "\r\n" + request.body;
}

void checkRewriting(const Request& request)
{
    const QByteArray text = rewritten(request);
    if (request.bodyFailure || text.size() - request.body.size() > smallLimits().headBytes
        || request.fields.size() >= smallLimits().fieldCount)
        return;
    Reader reader;
    reader.read(text);
    require(reader.requests.size() == 1, "one request stays one");
    const Request& again = reader.requests.front();
    require(again.method == request.method && again.target == request.target
            && again.body == request.body,
        "and the same");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView wire = pushgate::tests::viewOf(data + 1, size - 1);
    Reader whole;
    whole.read(wire);
    whole.end();

    Reader pieces;
    unsigned state = *data;
    for (QByteArrayView rest = wire; !rest.isEmpty();) {
        state = state * 1103515245U + 12345U;
        const auto step = std::min<qsizetype>(1 + (state >> 16) % 24, rest.size());
        pieces.read(rest.first(step));
        rest = rest.sliced(step);
    }
    pieces.end();
    require(whole.outcomes == pieces.outcomes, "cuts do not matter");
    for (const Request& request : whole.requests)
        checkRewriting(request);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request_head.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace pushgate::daemon {

namespace {

    using Outcome = std::optional<Refusal>; ///< nothing: all is well so far

    enum ByteClass : quint8 { Token = 1, TargetByte = 2, FieldByte = 4, HostByte = 8, Digit = 16 };

    constexpr std::array<quint8, 256> makeByteClasses()
    {
        std::array<quint8, 256> classes{};
        for (size_t byte = 0x20; byte < 256; ++byte) {
            if (byte == 0x7f)
                continue;
            classes[byte] = byte == 0x20 ? FieldByte : FieldByte | TargetByte;
        }
        classes['\t'] = FieldByte;
        constexpr std::string_view kLetters
            = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        constexpr std::string_view kDigits = "0123456789";
        constexpr std::string_view kTokens = "!#$%&'*+-.^_`|~";
        constexpr std::string_view kHosts = "!$%&'()*+,-.:;=[]_~";
        const auto mark = [&classes](std::string_view bytes, quint8 flags) {
            for (const char c : bytes)
                classes[static_cast<unsigned char>(c)] |= flags;
        };
        mark(kLetters, Token | HostByte);
        mark(kDigits, Token | HostByte | Digit);
        mark(kTokens, Token);
        mark(kHosts, HostByte);
        return classes;
    }

    constexpr std::array<quint8, 256> kByteClasses = makeByteClasses();

    bool consistsOf(QByteArrayView text, ByteClass byteClass)
    {
        return std::all_of(text.begin(), text.end(), [byteClass](char c) {
            return (kByteClasses[static_cast<unsigned char>(c)] & byteClass) != 0;
        });
    }

    /// Without blanks and tabs at both ends; other white space does not count here.
    QByteArrayView trimmed(QByteArrayView text)
    {
        const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
        while (!text.isEmpty() && isBlank(text.front()))
            text = text.sliced(1);
        while (!text.isEmpty() && isBlank(text.back()))
            text.chop(1);
        return text;
    }

    bool is(QByteArrayView name, QByteArrayView lower)
    {
        return name.size() == lower.size() && name.compare(lower, Qt::CaseInsensitive) == 0;
    }

    /// The usual methods need no memory of their own.
    QByteArray methodName(QByteArrayView text)
    {
        if (text == "PUT")
            return QByteArrayLiteral("PUT");
        if (text == "POST")
            return QByteArrayLiteral("POST");
        if (text == "GET")
            return QByteArrayLiteral("GET");
        return text.toByteArray();
    }

    class HeadReader {
    public:
        HeadReader(QByteArray text, const HttpLimits& limits)
            : m_limits(limits)
        {
            m_head.request.fields = RequestFields(std::move(text));
        }

        Outcome read();
        RequestHead takeHead() { return std::move(m_head); }

    private:
        Outcome readRequestLine(QByteArrayView line);
        Outcome readVersion(QByteArrayView version);
        Outcome readField(QByteArrayView line);
        Outcome noteField(QByteArrayView name, QByteArrayView value);
        Outcome noteHost(QByteArrayView value);
        Outcome noteLength(QByteArrayView value);
        Outcome noteCoding(QByteArrayView value);
        Outcome noteExpectation(QByteArrayView value);
        void noteConnection(QByteArrayView value);
        Outcome conclude();

        const HttpLimits& m_limits;
        RequestHead m_head;
        int m_hosts = 0;
        int m_codings = 0;
        bool m_closeAsked = false;
        bool m_keepAliveAsked = false;
    };

    Outcome HeadReader::read()
    {
        QByteArrayView rest = m_head.request.fields.text();
        bool first = true;
        while (!rest.isEmpty()) {
            const qsizetype end = rest.indexOf('\n');
            if (end < 0)
                return Refusal{};
            QByteArrayView line = rest.first(end);
            rest = rest.sliced(end + 1);
            if (line.endsWith('\r'))
                line.chop(1);
            if (!first && line.isEmpty())
                return conclude();
            if (Outcome refused = first ? readRequestLine(line) : readField(line))
                return refused;
            first = false;
        }
        return Refusal{};
    }

    Outcome HeadReader::readRequestLine(QByteArrayView line)
    {
        const qsizetype methodEnd = line.indexOf(' ');
        const qsizetype targetEnd = line.lastIndexOf(' ');
        if (methodEnd <= 0 || targetEnd <= methodEnd + 1)
            return Refusal{};
        const QByteArrayView method = line.first(methodEnd);
        const QByteArrayView target = line.sliced(methodEnd + 1, targetEnd - methodEnd - 1);
        if (!consistsOf(method, Token) || !consistsOf(target, TargetByte))
            return Refusal{};
        if (Outcome refused = readVersion(line.sliced(targetEnd + 1)))
            return refused;
        m_head.request.method = methodName(method);
        m_head.request.target = target.toByteArray();
        return std::nullopt;
    }

    Outcome HeadReader::readVersion(QByteArrayView version)
    {
        if (version.size() != 8 || !version.startsWith("HTTP/") || version[6] != '.'
            || !consistsOf(version.sliced(5, 1), Digit) || !consistsOf(version.sliced(7, 1), Digit))
            return Refusal{};
        if (version[5] != '1')
            return Refusal{505, QByteArrayLiteral("unsupported protocol version")};
        m_head.request.minorVersion = version[7] == '0' ? 0 : 1;
        return std::nullopt;
    }

    Outcome HeadReader::readField(QByteArrayView line)
    {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return Refusal{};
        const QByteArrayView name = line.first(colon);
        if (!consistsOf(name, Token))
            return Refusal{400, QByteArrayLiteral("invalid header name")};
        const QByteArrayView value = trimmed(line.sliced(colon + 1));
        if (!consistsOf(value, FieldByte))
            return Refusal{400, QByteArrayLiteral("invalid header value")};
        if (m_head.request.fields.size() >= m_limits.fieldCount)
            return Refusal{431, QByteArrayLiteral("too many header fields")};
        m_head.request.fields.add(name, value);
        return noteField(name, value);
    }

    Outcome HeadReader::noteField(QByteArrayView name, QByteArrayView value)
    {
        if (is(name, "host"))
            return noteHost(value);
        if (is(name, "content-length"))
            return noteLength(value);
        if (is(name, "transfer-encoding"))
            return noteCoding(value);
        if (is(name, "expect"))
            return noteExpectation(value);
        if (is(name, "connection"))
            noteConnection(value);
        return std::nullopt;
    }

    Outcome HeadReader::noteHost(QByteArrayView value)
    {
        if (++m_hosts > 1)
            return Refusal{400, QByteArrayLiteral("too many Host headers")};
        if (!consistsOf(value, HostByte))
            return Refusal{400, QByteArrayLiteral("malformed Host header")};
        return std::nullopt;
    }

    Outcome HeadReader::noteLength(QByteArrayView value)
    {
        if (value.isEmpty() || !consistsOf(value, Digit))
            return Refusal{400, QByteArrayLiteral("bad Content-Length")};
        while (value.size() > 1 && value.front() == '0')
            value = value.sliced(1);
        // Too many digits for a qint64 are certainly beyond the limit.
        constexpr qsizetype kSafeDigits = std::numeric_limits<qint64>::digits10;
        const qint64 length
            = value.size() <= kSafeDigits ? value.toLongLong() : std::numeric_limits<qint64>::max();
        std::optional<qint64>& known = m_head.request.contentLength;
        if (known && *known != length)
            return Refusal{400, QByteArrayLiteral("contradicting Content-Length")};
        known = length;
        return std::nullopt;
    }

    Outcome HeadReader::noteCoding(QByteArrayView value)
    {
        if (++m_codings > 1 || !is(value, "chunked"))
            return Refusal{501, QByteArrayLiteral("unsupported transfer encoding")};
        return std::nullopt;
    }

    Outcome HeadReader::noteExpectation(QByteArrayView value)
    {
        if (value.isEmpty())
            return std::nullopt;
        if (!is(value, "100-continue"))
            return Refusal{417, QByteArrayLiteral("unknown expectation")};
        if (m_head.request.minorVersion >= 1)
            m_head.expectation = RequestHead::Expectation::Continue;
        return std::nullopt;
    }

    void HeadReader::noteConnection(QByteArrayView value)
    {
        while (!value.isEmpty()) {
            const qsizetype comma = value.indexOf(',');
            const QByteArrayView option = trimmed(comma < 0 ? value : value.first(comma));
            value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
            m_closeAsked = m_closeAsked || is(option, "close");
            m_keepAliveAsked = m_keepAliveAsked || is(option, "keep-alive");
        }
    }

    Outcome HeadReader::conclude()
    {
        Request& request = m_head.request;
        if (m_hosts == 0 && request.minorVersion >= 1)
            return Refusal{400, QByteArrayLiteral("missing required Host header")};
        if (m_closeAsked || (request.minorVersion == 0 && !m_keepAliveAsked))
            m_head.afterwards = RequestHead::Afterwards::Close;
        if (m_codings > 0) {
            if (request.contentLength || request.minorVersion == 0)
                return Refusal{400, QByteArrayLiteral("unexpected Transfer-Encoding")};
            m_head.body = RequestHead::Body::Chunked;
        } else if (request.contentLength.value_or(0) > m_limits.bodyBytes) {
            return Refusal{413,
                "the body is longer than " + QByteArray::number(m_limits.bodyBytes) + " bytes"};
        } else if (request.contentLength.value_or(0) > 0) {
            m_head.body = RequestHead::Body::Sized;
        }
        return std::nullopt;
    }

} // namespace

std::variant<RequestHead, Refusal> parseRequestHead(QByteArray text, const HttpLimits& limits)
{
    HeadReader reader(std::move(text), limits);
    if (Outcome refused = reader.read())
        return *std::move(refused);
    return reader.takeHead();
}

bool isFieldLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    return colon > 0 && consistsOf(line.first(colon), Token)
        && consistsOf(line.sliced(colon + 1), FieldByte);
}

} // namespace pushgate::daemon

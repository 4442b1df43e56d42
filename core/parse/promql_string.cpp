// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/promql_string.h"

#include "core/base/utf8.h"

#include <optional>

namespace pushgate::core {

namespace {

    using Fault = PromqlStringFault;

    /// A numeric escape: how many digits, in which base, and whether it is a code point.
    struct NumericEscape {
        int digits;
        unsigned base;
        bool isCodePoint;
    };

    std::optional<NumericEscape> numericEscape(char letter)
    {
        switch (letter) {
        case 'x': return NumericEscape{2, 16, false};
        case 'u': return NumericEscape{4, 16, true};
        case 'U': return NumericEscape{8, 16, true};
        default: return std::nullopt;
        }
    }

    std::optional<char> simpleEscape(char letter, char quote)
    {
        switch (letter) {
        case 'a': return '\a';
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        case 'v': return '\v';
        case '\\': return '\\';
        default: return letter == quote ? std::optional(quote) : std::nullopt;
        }
    }

    std::optional<unsigned> digitValue(char c, unsigned base)
    {
        unsigned value = base;
        if (c >= '0' && c <= '9')
            value = static_cast<unsigned>(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = static_cast<unsigned>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            value = static_cast<unsigned>(c - 'A' + 10);
        return value < base ? std::optional(value) : std::nullopt;
    }

    class StringReader {
    public:
        explicit StringReader(QByteArrayView text)
            : m_text(text)
            , m_quote(text.front())
        {
        }

        std::variant<PromqlString, Fault> read()
        {
            while (m_at < m_text.size()) {
                const char c = m_text[m_at];
                if (c == m_quote)
                    return PromqlString{std::move(m_value), m_at + 1};
                if (c == '\n' && m_quote != '`')
                    return Fault{m_at, "a string ends with its line"};
                if (c == '\\' && m_quote != '`') {
                    if (auto fault = readEscape())
                        return *std::move(fault);
                } else {
                    m_value.append(c);
                    ++m_at;
                }
            }
            return Fault{0, "the string is not ended"};
        }

    private:
        std::optional<Fault> readEscape()
        {
            const qsizetype begin = m_at++;
            if (m_at == m_text.size())
                return Fault{begin, "the string is not ended"};
            const char letter = m_text[m_at];
            if (const auto simple = simpleEscape(letter, m_quote)) {
                m_value.append(*simple);
                ++m_at;
                return std::nullopt;
            }
            if (digitValue(letter, 8))
                return readNumber(begin, {3, 8, false});
            const auto numeric = numericEscape(letter);
            if (!numeric)
                return Fault{begin, "unknown escape sequence"};
            ++m_at;
            return readNumber(begin, *numeric);
        }

        std::optional<Fault> readNumber(qsizetype begin, const NumericEscape& escape)
        {
            char32_t number = 0;
            for (int i = 0; i < escape.digits; ++i, ++m_at) {
                const auto digit
                    = m_at < m_text.size() ? digitValue(m_text[m_at], escape.base) : std::nullopt;
                if (!digit)
                    return Fault{begin, "the escape sequence has too few digits"};
                number = number * escape.base + *digit;
            }
            if (escape.isCodePoint ? !isUnicodeScalar(number) : number > 0xFF)
                return Fault{begin, "the escape sequence names no character"};
            if (escape.isCodePoint)
                appendUtf8(m_value, number);
            else
                m_value.append(static_cast<char>(number));
            return std::nullopt;
        }

        QByteArrayView m_text;
        char m_quote;
        qsizetype m_at = 1;
        QByteArray m_value;
    };

} // namespace

std::variant<PromqlString, PromqlStringFault> readPromqlString(QByteArrayView text)
{
    return StringReader(text).read();
}

} // namespace pushgate::core

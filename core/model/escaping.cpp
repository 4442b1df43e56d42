// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/escaping.h"

#include "core/base/utf8.h"
#include "core/model/name_rules.h"

#include <array>
#include <utility>

namespace pushgate::core {

namespace {

    constexpr QByteArrayView kValuesPrefix = "U__";
    constexpr int kMostHexDigits = 5;

    constexpr std::array<std::pair<Escaping, QByteArrayView>, 4> kWords = {{
        {Escaping::AllowUtf8, "allow-utf-8"},
        {Escaping::Underscores, "underscores"},
        {Escaping::Dots, "dots"},
        {Escaping::Values, "values"},
    }};

    /// Whether the code point may stand where it is in a legacy metric name.
    bool isLegacyHere(const CodePoint& point)
    {
        const char32_t value = point.value;
        const bool isDigit = value >= '0' && value <= '9';
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value == '_'
            || value == ':' || (isDigit && point.offset > 0);
    }

    void appendUnderscored(QByteArray& out, const CodePoint& point)
    {
        out += isLegacyHere(point) ? static_cast<char>(point.value) : '_';
    }

    void appendDotted(QByteArray& out, const CodePoint& point)
    {
        if (point.value == '.')
            out += "_dot_";
        else if (point.value != '_' && isLegacyHere(point))
            out += static_cast<char>(point.value);
        else
            out += "__";
    }

    void appendValue(QByteArray& out, const CodePoint& point)
    {
        if (point.value == '_') {
            out += "__";
        } else if (isLegacyHere(point)) {
            out += static_cast<char>(point.value);
        } else {
            out += '_';
            out += QByteArray::number(static_cast<uint>(point.value), 16);
            out += '_';
        }
    }

    void appendEscaped(QByteArray& out, const CodePoint& point, Escaping escaping)
    {
        switch (escaping) {
        case Escaping::AllowUtf8: break; // escapeName has returned before
        case Escaping::Underscores: appendUnderscored(out, point); break;
        case Escaping::Dots: appendDotted(out, point); break;
        case Escaping::Values: appendValue(out, point); break;
        }
    }

    std::optional<char32_t> hexDigit(char c)
    {
        if (c >= '0' && c <= '9')
            return static_cast<char32_t>(c - '0');
        const char lower = static_cast<char>(c | 0x20);
        if (lower >= 'a' && lower <= 'f')
            return static_cast<char32_t>(lower - 'a' + 10);
        return std::nullopt;
    }

    /// Reads `HEX_` from the front of `rest` and steps over it.
    std::optional<char32_t> takeHexValue(QByteArrayView& rest)
    {
        const qsizetype length = rest.indexOf('_');
        if (length < 1 || length > kMostHexDigits)
            return std::nullopt;
        char32_t value = 0;
        for (const char c : rest.first(length)) {
            const auto digit = hexDigit(c);
            if (!digit)
                return std::nullopt;
            value = value * 16 + *digit;
        }
        rest = rest.sliced(length + 1);
        return isUnicodeScalar(value) ? std::optional(value) : std::nullopt;
    }

} // namespace

QByteArrayView wireWord(Escaping escaping)
{
    return kWords[static_cast<size_t>(escaping)].second;
}

std::optional<Escaping> escapingOfWireWord(QByteArrayView word)
{
    for (const auto& [escaping, itsWord] : kWords) {
        if (word == itsWord)
            return escaping;
    }
    return std::nullopt;
}

QByteArray escapeName(const QByteArray& name, Escaping escaping)
{
    if (escaping == Escaping::AllowUtf8 || name.isEmpty() || isLegacyMetricName(name))
        return name;
    QByteArray out;
    out.reserve(name.size() + 16);
    if (escaping == Escaping::Values)
        out += kValuesPrefix;
    for (const CodePoint& point : CodePoints(name))
        appendEscaped(out, point, escaping);
    return out;
}

QByteArray unescapeValues(const QByteArray& name)
{
    if (!name.startsWith(kValuesPrefix))
        return name;
    QByteArrayView rest = QByteArrayView(name).sliced(kValuesPrefix.size());
    QByteArray out;
    while (!rest.isEmpty()) {
        const char c = rest.front();
        rest = rest.sliced(1);
        if (c != '_') {
            out += c;
        } else if (rest.startsWith('_')) {
            out += c;
            rest = rest.sliced(1);
        } else if (const auto value = takeHexValue(rest)) {
            appendUtf8(out, *value);
        } else {
            return name;
        }
    }
    return out;
}

} // namespace pushgate::core

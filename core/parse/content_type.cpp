// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/content_type.h"

#include <QByteArray>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace pushgate::core {

namespace {

    constexpr QByteArrayView kSeparators = R"(()<>@,;:\"/[]?=)";

    struct MediaType {
        QByteArray type; // in lower case
        std::map<QByteArray, QByteArray> parameters; // names in lower case
    };

    struct Parameter {
        QByteArray name;
        QByteArray value;
    };

    bool isTokenCharacter(char c)
    {
        return c > ' ' && c < '\x7f' && !kSeparators.contains(c);
    }

    QByteArrayView withoutLeadingSpace(QByteArrayView text)
    {
        constexpr QByteArrayView kSpace = " \t\n\v\f\r";
        const auto* first = std::find_if_not(
            text.begin(), text.end(), [&](char c) { return kSpace.contains(c); });
        return text.sliced(first - text.begin());
    }

    QByteArrayView takeToken(QByteArrayView& rest)
    {
        const auto* end = std::find_if_not(rest.begin(), rest.end(), isTokenCharacter);
        const QByteArrayView token = rest.first(end - rest.begin());
        rest = rest.sliced(token.size());
        return token;
    }

    /// Steps over `c` and the space around it; false if it is not there.
    bool takeSeparator(QByteArrayView& rest, char c)
    {
        rest = withoutLeadingSpace(rest);
        if (!rest.startsWith(c))
            return false;
        rest = withoutLeadingSpace(rest.sliced(1));
        return true;
    }

    /// Reads from the opening quote to the closing one. A backslash counts as such only before a
    /// character that needs one, as browsers once sent file names with plain backslashes.
    std::optional<QByteArray> takeQuoted(QByteArrayView& rest)
    {
        QByteArray value;
        for (qsizetype i = 1; i < rest.size(); ++i) {
            const char c = rest[i];
            if (c == '"') {
                rest = rest.sliced(i + 1);
                return value;
            }
            if (c == '\r' || c == '\n')
                return std::nullopt;
            const bool escapes
                = c == '\\' && i + 1 < rest.size() && kSeparators.contains(rest[i + 1]);
            value += escapes ? rest[++i] : c;
        }
        return std::nullopt;
    }

    std::optional<QByteArray> takeValue(QByteArrayView& rest)
    {
        if (rest.startsWith('"'))
            return takeQuoted(rest);
        const QByteArrayView token = takeToken(rest);
        return token.isEmpty() ? std::nullopt : std::optional(token.toByteArray());
    }

    /// Reads `;name=value` off the front.
    std::optional<Parameter> takeParameter(QByteArrayView& rest)
    {
        if (!takeSeparator(rest, ';'))
            return std::nullopt;
        const QByteArrayView name = takeToken(rest);
        if (name.isEmpty() || !takeSeparator(rest, '='))
            return std::nullopt;
        auto value = takeValue(rest);
        if (!value)
            return std::nullopt;
        return Parameter{name.toByteArray().toLower(), *std::move(value)};
    }

    /// A type, or a type and a subtype.
    bool isWellFormedType(QByteArrayView type)
    {
        if (takeToken(type).isEmpty())
            return false;
        if (type.isEmpty())
            return true;
        if (!type.startsWith('/'))
            return false;
        type = type.sliced(1);
        return !takeToken(type).isEmpty() && type.isEmpty();
    }

    std::optional<MediaType> parseMediaType(QByteArrayView text)
    {
        const qsizetype semicolon = text.indexOf(';');
        const QByteArrayView type = semicolon < 0 ? text : text.first(semicolon);
        MediaType media{type.trimmed().toByteArray().toLower(), {}};
        if (!isWellFormedType(media.type))
            return std::nullopt;

        QByteArrayView rest = withoutLeadingSpace(text.sliced(type.size()));
        while (!rest.isEmpty() && rest.trimmed() != ";") {
            auto parameter = takeParameter(rest);
            if (!parameter)
                return std::nullopt;
            const auto [known, isNew]
                = media.parameters.insert({parameter->name, parameter->value});
            if (!isNew && known->second != parameter->value)
                return std::nullopt;
            rest = withoutLeadingSpace(rest);
        }
        return media;
    }

    bool hasParameter(const MediaType& media, const QByteArray& name, QByteArrayView value)
    {
        const auto found = media.parameters.find(name);
        return found != media.parameters.end() && found->second == value;
    }

} // namespace

BodyFormat bodyFormatOf(QByteArrayView contentType)
{
    const auto media = parseMediaType(contentType);
    const bool isProtobuf = media && media->type == "application/vnd.google.protobuf"
        && hasParameter(*media, "encoding", "delimited")
        && hasParameter(*media, "proto", "io.prometheus.client.MetricFamily");
    return isProtobuf ? BodyFormat::DelimitedProtobuf : BodyFormat::Text;
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/negotiate.h"

#include "core/expose/accept_clauses.h"

#include <array>

namespace pushgate::core {

namespace {

    struct SyntaxWord {
        ExpositionSyntax syntax;
        QByteArrayView encoding;
    };
    constexpr std::array<SyntaxWord, 3> kProtobufSyntaxes{{
        {ExpositionSyntax::Delimited, "delimited"},
        {ExpositionSyntax::ProtobufText, "text"},
        {ExpositionSyntax::CompactText, "compact-text"},
    }};

    std::optional<ExpositionSyntax> syntaxOf(const AcceptClause& clause)
    {
        if (clause.type == "application" && clause.subtype == "vnd.google.protobuf"
            && clause.parameter("proto") == "io.prometheus.client.MetricFamily") {
            for (const SyntaxWord& word : kProtobufSyntaxes) {
                if (clause.parameter("encoding") == word.encoding)
                    return word.syntax;
            }
        }
        const QByteArrayView version = clause.parameter("version");
        if (clause.type == "text" && clause.subtype == "plain"
            && (version.isEmpty() || version == "0.0.4"))
            return ExpositionSyntax::Text;
        return std::nullopt;
    }

} // namespace

ExpositionFormat negotiateFormat(QByteArrayView accept)
{
    ExpositionFormat format;
    for (const AcceptClause& clause : parseAccept(accept)) {
        if (const auto escaping = escapingOfWireWord(clause.parameter("escaping")))
            format.escaping = *escaping; // counts also where the clause itself fits nothing
        if (const auto syntax = syntaxOf(clause)) {
            format.syntax = *syntax;
            break;
        }
    }
    return format;
}

QByteArray contentType(ExpositionFormat format)
{
    QByteArray type;
    if (format.syntax == ExpositionSyntax::Text) {
        type = "text/plain; version=0.0.4; charset=utf-8";
    } else {
        type = "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily";
        for (const SyntaxWord& word : kProtobufSyntaxes) {
            if (word.syntax == format.syntax)
                type.append("; encoding=").append(word.encoding);
        }
    }
    return type.append("; escaping=").append(wireWord(format.escaping));
}

ContentCoding negotiateCoding(std::span<const QByteArrayView> acceptEncoding)
{
    constexpr std::array kOffers{ContentCoding::Identity, ContentCoding::Gzip};
    const std::vector<CodingClause> clauses = parseAcceptEncoding(acceptEncoding);
    ContentCoding best = ContentCoding::Identity;
    double bestQuality = -1;
    for (const ContentCoding offer : kOffers) {
        const QByteArrayView word = offer == ContentCoding::Gzip ? "gzip" : "identity";
        for (const CodingClause& clause : clauses) {
            if (clause.quality > bestQuality && (clause.coding == word || clause.coding == "*")) {
                best = offer;
                bestQuality = clause.quality;
            }
        }
    }
    return bestQuality == 0 ? ContentCoding::Identity : best;
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/escaping.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace pushgate::core {

/// How an exposition is written.
enum class ExpositionSyntax {
    Text, ///< the text format, version 0.0.4
    Delimited, ///< protobuf messages, each with its length in front
    ProtobufText, ///< protobuf as indented text
    CompactText ///< protobuf as text, a line per family
};

struct ExpositionFormat {
    ExpositionSyntax syntax = ExpositionSyntax::Text;
    Escaping escaping = Escaping::Underscores;

    friend bool operator==(const ExpositionFormat&, const ExpositionFormat&) = default;
};

/// The format that the first Accept line asks for, `accept`; empty if there is none. Whatever it
/// says, there is one.
/// Source  spec/exposition.md 4.
ExpositionFormat negotiateFormat(QByteArrayView accept);

QByteArray contentType(ExpositionFormat format);

enum class ContentCoding { Identity, Gzip };

/// The coding that the Accept-Encoding lines ask for.
/// Source  spec/exposition.md 7.
ContentCoding negotiateCoding(std::span<const QByteArrayView> acceptEncoding);

} // namespace pushgate::core

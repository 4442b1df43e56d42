// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <variant>

namespace pushgate::core {

struct PromqlString {
    QByteArray value;
    qsizetype length = 0; ///< bytes that were read, quotes included
};

struct PromqlStringFault {
    qsizetype offset = 0; ///< of what is wrong
    QByteArray why;
};

/// Reads the string literal at the beginning of `text`, which begins with one of the quotes
/// `"`, `'` and a backtick. In a backtick's string nothing is escaped; in the others a backslash
/// begins `\n` and the like, `\101`, `\x41`, `\u00e4`, `\U0001f600`.
/// Source  Prometheus documentation, query language, string literals.
std::variant<PromqlString, PromqlStringFault> readPromqlString(QByteArrayView text);

} // namespace pushgate::core

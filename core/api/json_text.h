// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/number_text.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::core {

/// How many bytes a string of `size` bytes may take as JSON, quotes included.
constexpr qsizetype mostJsonStringBytes(qsizetype size)
{
    return 6 * size + 2;
}

/// Writes `text` as a JSON string, as Go's encoder does: besides quotes, backslashes and controls
/// also `<`, `>`, `&`, U+2028 and U+2029 are escaped; an invalid byte becomes `\ufffd`.
/// Input   `out` has room for mostJsonStringBytes.
/// Output  the end of what was written.
/// Cost    eight bytes at a time where nothing is escaped.
/// Source  spec/query-api.md 1.
char* writeJsonString(char* out, QByteArrayView text);

QByteArray jsonString(QByteArrayView text);

inline constexpr qsizetype kMostJsonNumberBytes = qsizetype(kMaxGoNumberChars) + 2;

/// Writes `value` as a string, as the query API has all numbers. Room: kMostJsonNumberBytes.
char* writeJsonNumber(char* out, double value);
char* writeJsonNumber(char* out, quint64 value);

} // namespace pushgate::core

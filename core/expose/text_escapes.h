// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pushgate::core {

/// How many bytes the escapes of `size` bytes may take, at most.
constexpr qsizetype mostEscapedBytes(qsizetype size)
{
    return 2 * size;
}

/// Writes the inside of a quoted name or label value: `\\`, `\n` and `\"`.
/// Input   `out` has room for mostEscapedBytes.
/// Output  the end of what was written.
char* writeQuotedText(char* out, QByteArrayView text);

/// The same for help, where quotes stay as they are.
char* writeHelpText(char* out, QByteArrayView text);

} // namespace pushgate::core

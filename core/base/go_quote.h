// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::core {

/// `bytes` in double quotes as Go's %q shows a string: printable code points as they are, others
/// as `\n` and the like, `\u00ad` or `\U000e0001`, controls and invalid bytes as `\x00`.
/// Source  spec/text-format.md 8.
QByteArray goQuote(QByteArrayView bytes);

/// The code point with the number of `byte` (so 0xE9 is é) in single quotes, by the same rules.
QByteArray goQuoteByte(char byte);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pushgate::core {

struct Base64Decoded {
    QByteArray bytes; ///< of the complete groups of four before the fault, if there is one
    std::optional<qsizetype> illegalAt; ///< offset into the input as Go reports it

    friend bool operator==(const Base64Decoded&, const Base64Decoded&) = default;
};

/// Decodes Base64 with `-` and `_`, without padding: `=` at the end is dropped, CR and LF anywhere
/// are skipped, bits left over at the end are not looked at.
/// Illegal are every other character, and a single one left over at the end; the latter is
/// reported at the last byte of the input.
/// Source  spec/push-api.md 5.
Base64Decoded decodeBase64Url(QByteArrayView text);

} // namespace pushgate::core

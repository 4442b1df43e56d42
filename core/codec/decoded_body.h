// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

namespace pushgate::core {

/// What came out of an encoded body, up to the fault if there is one. A parser works through
/// `bytes` first: what it objects to there comes before `failure`, as if it had read a stream.
struct DecodedBody {
    QByteArray bytes;
    std::optional<Error> failure;
};

/// The failure of a body that decodes to more than `limitBytes`.
inline Error decodedTooLarge(qint64 limitBytes)
{
    return tooLarge("the decompressed body is larger than " + QByteArray::number(limitBytes)
        + " bytes, the most this gateway accepts");
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::core {

/// Replaces each `%XX`; everything else, `+` included, stays as it is. Any byte may come out.
/// Errors  BadRequest: a `%` without two hexadecimal digits after it.
Result<QByteArray> percentDecode(QByteArrayView text);

/// The bytes of a URL path as a Location header shows them: unreserved characters and
/// `$&+,/:;=@` as they are, anything else as `%XX` in capitals.
QByteArray percentEncodePath(QByteArrayView path);

} // namespace pushgate::core

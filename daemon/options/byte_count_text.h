// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// Reads a number of bytes: `1048576`, `1024KiB`, `1MiB`, `2GiB`.
/// Errors  BadRequest: no such number, zero, or too large for 63 bits.
core::Result<qint64> parseByteCount(QByteArrayView text);

/// In the largest unit that needs no fraction: `512MiB`, `1000`.
QByteArray byteCountText(qint64 bytes);

} // namespace pushgate::daemon

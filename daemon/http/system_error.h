// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// The system's words for an `errno`, in lower case as within a sentence.
QByteArray systemText(int errorNumber);

/// Unavailable: `what: ` and the system's words.
core::Error systemError(QByteArrayView what, int errorNumber);

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// True for what `cleanPath` leaves as it is. One pass, no allocation.
bool isCleanPath(QByteArrayView path);

/// Collapses slashes and resolves `.` and `..`; begins with a slash, and ends with one if `path`
/// did. Works on the spelling it is given: of a path as received it leaves `%2F` and `%2e` alone,
/// so that encoded slashes in label values survive.
/// Source  Push API, section 4.
QByteArray cleanPath(QByteArrayView path);

} // namespace pushgate::daemon

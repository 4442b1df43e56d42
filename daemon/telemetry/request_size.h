// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pushgate::daemon {

struct Request;

/// The size of a request as the reference estimates it, body included as sent. A chunked body
/// counts nothing, since nobody said how large it is.
/// Cost    O(n log n) in the number of fields.
/// Source  Exposition, section 9.
qint64 estimatedRequestBytes(const Request& request);

} // namespace pushgate::daemon

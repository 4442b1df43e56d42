// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// What a request's target says, taken apart.
struct RequestTarget {
    /// As received; escaped anew as a whole, as the reference does, if it holds a byte that a URL
    /// must not hold unescaped.
    QByteArray escapedPath;
    QByteArray path; ///< percent-decoded
    QByteArray query; ///< as received, without the question mark
};

/// Takes a path with a slash in front or an absolute URL, whose scheme and host are dropped; of
/// CONNECT also an authority, which has no path. `#` is an ordinary character here.
/// Errors  BadRequest: neither of them, or a broken percent escape in the path.
/// Cost    one pass; what needs no decoding is not copied twice.
core::Result<RequestTarget> parseRequestTarget(QByteArrayView method, const QByteArray& target);

} // namespace pushgate::daemon

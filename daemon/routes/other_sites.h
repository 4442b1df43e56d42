// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pushgate::daemon {

struct Request;

/// Whether a browser sends this on behalf of another site's page: `Sec-Fetch-Site` says so, or
/// without it an `Origin` that is neither the request's host nor the external URL's.
/// What is no browser sends neither.
/// `externalHost`: host and perhaps port in lower case; empty if there is none.
/// Source  Groups API, 'Other sites'.
bool isFromOtherSite(const Request& request, QByteArrayView externalHost);

} // namespace pushgate::daemon

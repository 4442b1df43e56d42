// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// `text` as it may stand anywhere in HTML, in elements and in quoted attributes. Bytes that are no
/// UTF-8 become U+FFFD, and so do controls other than tab and line end, which HTML does not allow.
QByteArray htmlText(QByteArrayView text);

} // namespace pushgate::daemon

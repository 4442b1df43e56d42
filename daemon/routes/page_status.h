// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/routes/page_html.h"

#include <QByteArray>

namespace pushgate::daemon {

/// Build, runtime, store, persistence and flags, each as a table.
void appendStatus(QByteArray& html, const PageFacts& facts, const PageMoment& moment);

} // namespace pushgate::daemon

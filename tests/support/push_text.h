// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/metric_store.h"

#include <QByteArrayView>

namespace pushgate::tests {

/// Pushes `text` into the group of `path` (`/job/a/instance/b`, percent-decoded), as a PUT does at
/// `seconds` of Unix time. Errors  those of path, text and store.
core::Status pushText(core::MetricStore& store, QByteArrayView path, QByteArrayView text,
    qint64 seconds = 1'700'000'000, core::Consistency check = core::Consistency::Checked);

} // namespace pushgate::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/snapshot.h"

#include <QByteArray>
#include <QList>

namespace pushgate::core {

/// What `GET /api/v1/metrics` has under `data`: an array with an object for each group, in the
/// order of their keys, with all their families.
/// Output  segments of about 64 KiB, cut anywhere.
/// Cost    O(bytes of output).
/// Threads any.
/// Source  spec/query-api.md 4.
QList<QByteArray> renderFamiliesJson(const Snapshot& snapshot);

} // namespace pushgate::core

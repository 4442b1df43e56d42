// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/negotiate.h"
#include "core/model/group.h"

#include <QByteArray>
#include <QList>

namespace pushgate::core {

/// A body that makes the group again when it is pushed to its path: all its families but the two
/// push times, which each push makes itself. Metrics have the grouping labels, as in a scrape.
/// The text syntaxes lose the buckets of native histograms; Delimited loses nothing.
/// Cost    O(bytes of output).
/// Threads any.
QList<QByteArray> renderGroupBody(const Group& group, ExpositionFormat format);

} // namespace pushgate::core

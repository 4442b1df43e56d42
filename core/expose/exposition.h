// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/negotiate.h"
#include "core/store/snapshot.h"

#include <QByteArray>
#include <QList>

#include <span>

namespace pushgate::core {

/// What a scrape shows of a store without errors and of the gateway itself.
/// Input   `own`: the gateway's own families with their values of the moment, in any order, of
///         each name one. Where a pushed family has that name too, the own metrics come first,
///         and the own help and type are shown.
/// Output  the body, cut into segments of about 64 KiB anywhere, none empty. Families by name;
///         those without metrics are left out. Within a family the groups by key; a group's
///         metrics as they are stored. Equal input gives equal bytes.
/// Cost    O(bytes of output).
/// Threads any.
/// Source  spec/exposition.md 1.
QList<QByteArray> renderExposition(
    const Snapshot& snapshot, std::span<const MetricFamily> own, ExpositionFormat format);

} // namespace pushgate::core

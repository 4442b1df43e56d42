// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/negotiate.h"
#include "core/store/snapshot.h"

#include <QByteArray>
#include <QList>

#include <span>

namespace pushgate::core {

class RenderedChunks;

/// What a scrape shows of a store without errors and of the gateway itself.
/// Input   `own`: the gateway's own families with their values of the moment, in any order, of
///         each name one. Where a pushed family has that name too, the own metrics come first,
///         and the own help and type are shown.
/// Output  the body, cut into segments of about 64 KiB anywhere, none empty. Families by name;
///         those without metrics are left out. Within a family the groups by key; a group's
///         metrics as they are stored. Equal input gives equal bytes.
///         `kept`: what was rendered before in this format, and is added to; null: nothing.
/// Cost    O(bytes of output), those kept at the price of a copy or less.
/// Threads any.
/// Source  spec/exposition.md 1.
QList<QByteArray> renderExposition(const Snapshot& snapshot, std::span<const MetricFamily> own,
    ExpositionFormat format, RenderedChunks* kept = nullptr);

} // namespace pushgate::core

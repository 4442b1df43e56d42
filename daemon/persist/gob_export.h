// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QtGlobal>

namespace pushgate::daemon {

struct ExportTotals {
    qint64 groups = 0;
    qint64 families = 0;

    friend bool operator==(const ExportTotals&, const ExportTotals&) = default;
};

/// Writes what the persistence file `store` holds into the new file `path`, as a Go Pushgateway
/// keeps it. A gateway may be using the store: what is written is its state at one moment.
/// Errors  Unavailable: `path` is there already, the store cannot be read, the file cannot be
///         written; TooLarge: more than a Go Pushgateway reads. No file is left behind then.
/// Memory  one family.
core::Result<ExportTotals> exportGob(const QByteArray& store, const QByteArray& path);

} // namespace pushgate::daemon

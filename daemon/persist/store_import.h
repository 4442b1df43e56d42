// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/own_family.h"
#include "core/store/metric_store.h"
#include "daemon/persist/gob_import.h"

#include <QByteArray>

#include <vector>

namespace pushgate::daemon {

struct ImportTask {
    QByteArray source; ///< a Go Pushgateway's persistence file, only read
    QByteArray store; ///< a persistence file that no gateway is using; made if it is not there
    /// Checked: a group that contradicts what is stored, or an own family, is refused.
    core::Consistency check = core::Consistency::Checked;
    std::vector<core::OwnFamily> own;
};

/// Takes the groups that the store has not yet, all in one transaction.
/// Errors  Unavailable or BadRequest, with the path: the source cannot be read or is damaged, a
///         gateway is using the store, or the store cannot be used. Nothing is changed then.
/// Memory  one group; besides, if checked, that of a gateway with this store.
core::Result<ImportTotals> importIntoStore(const ImportTask& task, const TellRefusal& tellRefusal);

} // namespace pushgate::daemon

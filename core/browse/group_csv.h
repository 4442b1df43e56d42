// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_row.h"

#include <QByteArray>

#include <vector>

namespace pushgate::core {

/// One line for each group, for spreadsheets: a column `label_NAME` for each label that one of them
/// has, then state, times (UTC, RFC 3339), durations in seconds, and sizes. What a group does not
/// have is an empty cell. A label's value that a spreadsheet would take for a formula is led by an
/// apostrophe.
/// Source  RFC 4180; the first line has the names of the columns.
QByteArray groupsCsv(const std::vector<GroupRowPtr>& groups, TimePoint now);

} // namespace pushgate::core

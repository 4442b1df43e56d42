// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <QByteArray>

#include <vector>

namespace pushgate::core {

/// Groups as a gateway shows them under `data` of its answers, readably indented: one object, or a
/// list of them where there is not exactly one. All labels stand on each series.
/// Source  spec/query-api.md 4.
QByteArray detailsJson(const std::vector<GroupDetailsPtr>& groups);

} // namespace pushgate::core

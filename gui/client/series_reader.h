// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

class QJsonObject;

namespace pushgate::gui {

/// The families among the members of a group's object, ascending by name. What is no family (the
/// labels, say) is passed over.
/// Source  spec/query-api.md 4.
std::vector<core::FamilyRow> readFamilies(const QJsonObject& object, const core::GroupingKey& key);

} // namespace pushgate::gui

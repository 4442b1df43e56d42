// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/group.h"
#include "core/store/snapshot.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace pushgate::tests {

/// All that a group holds, as text to compare: times to the last digit, absent or empty told
/// apart, the age of each family, what the index knows of it.
QByteArray groupText(const core::Group& group);

/// By encoded key.
std::map<QByteArray, QByteArray> groupTexts(const std::vector<core::GroupPtr>& groups);
std::map<QByteArray, QByteArray> groupTexts(const core::Snapshot& snapshot);

} // namespace pushgate::tests

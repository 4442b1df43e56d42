// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/consistency_index.h"
#include "core/check/error_texts.h"

#include <vector>

namespace pushgate::core {

/// What is wrong with families that were just added to `index` (and what they displace removed):
/// blames the added ones, as the later ones. Empty if the errors are others' alone.
/// `added`: sorted by name.
/// Cost    O(metrics in `added`), whatever else is stored.
ErrorList describePushErrors(
    const ConsistencyIndex& index, const std::vector<const CheckedFamily*>& added);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/error_texts.h"
#include "core/check/own_family.h"
#include "core/store/snapshot.h"

#include <vector>

namespace pushgate::core {

/// What a scrape of `snapshot` would report, in the reference's words; of all orders in which the
/// reference may meet families and groups, the one by name and by age.
/// Empty iff `snapshot.errors` is 0.
/// Cost    O(everything stored): for the rare store that holds an error.
ErrorList findErrors(const Snapshot& snapshot, const std::vector<OwnFamily>& own);

} // namespace pushgate::core

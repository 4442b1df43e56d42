// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/stale/staleness_rules.h"

#include <QByteArray>

namespace pushgate::core {

/// The rules of staleness in force: `{"rules":[{"match":..,"stale_after_seconds":..,
/// "delete_after_seconds":..}],"default":{..},"now":..}`, null where a rule does not say.
/// Cost    O(rules).
QByteArray renderRulesJson(const StalenessRules& rules, TimePoint now);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/stale/staleness_rules.h"

#include <QByteArray>

namespace pushgate::daemon {

/// Reads rules of staleness.
/// Shape   YAML: `rules`, a list of objects with `match` (a selector), `stale_after` and
///         `delete_after`; `default`, an object with the last two. All but `match` may be left
///         out; durations are Prometheus', and 0 is as if left out. Nothing at all is no rule.
/// Errors  BadRequest, with the line: not YAML, unknown or repeated keys, a bad value.
/// Source  Groups API, Rules.
core::Result<core::StalenessRules> parseRules(const QByteArray& yaml);

/// The same from a file. Errors  BadRequest, naming the file; also if it cannot be read.
core::Result<core::StalenessRules> readRulesFile(const QByteArray& path);

} // namespace pushgate::daemon

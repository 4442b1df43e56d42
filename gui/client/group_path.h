// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/grouping_key.h"

#include <QByteArray>

namespace pushgate::gui {

/// The path of a group, percent-encoded, to be put behind `/metrics` or `/api/v1/groups`:
/// `/job/a/instance/b`. Values that a path cannot carry as they are go as base64url, names outside
/// the legacy set in their `U__` form.
/// Source  spec/push-api.md 5 and 6.
QByteArray groupPath(const core::GroupingKey& key);

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stale/group_state.h"

#include <QIcon>

#include <optional>

namespace pushgate::gui {

/// The icon of the program, legible from 16 pixels on; with the sign of a state in its corner.
QIcon programIcon(std::optional<core::GroupState> badge = std::nullopt);

} // namespace pushgate::gui

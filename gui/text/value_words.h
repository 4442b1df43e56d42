// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <QString>

namespace pushgate::gui {

/// What a series tells, in one line: its number, or `Count 41, sum 388.25, mean 9.47`.
QString valueText(const core::SeriesValue& value);

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_row.h"

#include <QColor>
#include <QIcon>

class QPalette;

namespace pushgate::gui {

enum class Shade { Light, Dark };

/// What the palette is, by its window colour.
Shade shadeOf(const QPalette& palette);

/// How a state looks: `text` on `tint`, at a contrast of at least 4.5 to 1.
struct StateColors {
    QColor text;
    QColor tint;
};

StateColors stateColors(core::GroupState state, Shade shade);

/// The sign of a state, which tells it apart without colour; drawn in any colour by TintedIcon.
QString stateSign(core::GroupState state);

/// WCAG 2: from 1 for equal colours to 21.
double contrast(const QColor& one, const QColor& other);

} // namespace pushgate::gui

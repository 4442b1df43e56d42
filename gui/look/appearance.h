// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>

namespace pushgate::gui {

/// Which colours the program has: those of the desktop, or always light or dark ones.
enum class Appearance { Desktop, Light, Dark };

void apply(Appearance appearance);

/// The muted colour of labels and of what is said beside: at least 4.5 to 1 on the base colour.
QColor mutedText(const QPalette& palette);
/// One pixel wide rules.
QColor hairline(const QPalette& palette);
/// For sample values: monospaced, as large as `base`.
QFont valueFont(const QFont& base);

} // namespace pushgate::gui

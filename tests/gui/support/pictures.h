// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace pushgate::tests {

/// Columns `appearance` and `locale`: light, dark and every language.
void addAppearances();

/// Takes a picture of the widget as it is once its layouts have settled, checks that something is
/// to be seen, and saves it as `NAME-ROW.png` in the folder named by PUSHGATE_SCREENSHOTS, if any.
void takePicture(QWidget& widget, const QString& name);

} // namespace pushgate::tests

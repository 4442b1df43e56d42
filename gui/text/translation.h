// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLocale;

namespace pushgate::gui {

/// From now on all words are those of the locale's language, English where we have no other.
/// Before the first window is made.
void speak(const QLocale& locale);

} // namespace pushgate::gui

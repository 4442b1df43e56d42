// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pushgate::gui {

/// A line of a gateway's log.
struct LogLine {
    enum class Level { Debug, Info, Warning, Error }; // ascending

    Level level = Level::Info; ///< Info where the line tells none
    QString text; ///< as it came

    friend bool operator==(const LogLine&, const LogLine&) = default;
};

LogLine logLineOf(const QString& text);

/// The value of `key=value` or `key="value"` in a line of the form logfmt; empty: there is none.
QString logField(const QString& line, const QString& key);

} // namespace pushgate::gui

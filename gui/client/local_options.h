// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QSettings;

namespace pushgate::gui {

/// How somebody wants the local gateway to be.
struct LocalOptions {
    std::optional<quint16> port; ///< nothing: 9091, or any that is free where that is taken
    QString file; ///< of --persistence.file; empty: in memory

    friend bool operator==(const LocalOptions&, const LocalOptions&) = default;
};

LocalOptions readLocalOptions(const QSettings& settings);
void writeLocalOptions(QSettings& settings, const LocalOptions& options);

} // namespace pushgate::gui

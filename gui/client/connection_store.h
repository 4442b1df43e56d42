// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/connection.h"

#include <vector>

class QSettings;

namespace pushgate::gui {

/// The gateways somebody has added, from one start to the next. Secrets are not kept.
class ConnectionStore {
public:
    /// `settings` must outlive the store.
    explicit ConnectionStore(QSettings& settings)
        : m_settings(settings)
    {
    }

    /// In the order added; entries without a usable address are left out.
    std::vector<Connection> load() const;
    /// Adds the connection, or replaces the one with its id; others are left alone, so that
    /// several programs can share the settings.
    void put(const Connection& connection);
    void remove(const QString& id); ///< no error if there is none

private:
    QSettings& m_settings;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/alarm_pacer.h"
#include "gui/panels/gateway_list_model.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <optional>

class QSettings;

namespace pushgate::gui {

/// The program in the corner of the desktop, where the desktop has one for it: the worst state of
/// all groups, how the gateways are doing, and what happened.
class Tray final : public QObject {
    Q_OBJECT

public:
    /// What was told last, so that somebody who clicks on it gets there.
    struct Told {
        QString gateway; ///< id of its connection
        Alarm alarm;
    };

    /// All must outlive it. `window`: the one that is shown and hidden.
    Tray(const GatewayListModel& gateways, QSettings& settings, QWidget& window);

    /// Somebody wants the program to go on when its window is closed, and can get it back.
    bool keepsRunning() const;
    QAction* keepRunningAction() const { return m_keepRunning; }
    QMenu& menu() { return m_menu; }
    QString toolTip() const { return m_icon.toolTip(); }

    void tell(const Gateway& gateway, const Alarm& alarm);
    void showWindow();

signals:
    void gatewayChosen(const QString& id);
    void toldChosen(const pushgate::gui::Tray::Told& told);
    void quitRequested();

private:
    void setUpMenu();
    void fillMenu();
    void showWhereThereIsOne();
    void showSummary();
    void toggleWindow();
    void takeClick();

    const GatewayListModel& m_gateways;
    QWidget& m_window;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction* m_toggle = nullptr;
    QAction* m_end = nullptr; // of the gateways in the menu
    QAction* m_keepRunning;
    QTimer m_again; // until the desktop has a tray
    QTimer m_soon; // what changes at once is shown at once
    std::optional<GatewaysSummary> m_summary; // that is shown
    std::optional<Told> m_told;
};

} // namespace pushgate::gui

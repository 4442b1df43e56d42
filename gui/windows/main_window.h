// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/local_gateway.h"
#include "gui/client/network_thread.h"
#include "gui/client/secret_keeper.h"
#include "gui/panels/gateway_list_model.h"
#include "gui/text/group_cells.h"
#include "gui/windows/tray.h"

#include <QMainWindow>
#include <QUndoStack>

#include <map>

class QLabel;
class QListView;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace pushgate::gui {

class GatewayPage;
class GroupOutput;
class LocalGatewayDock;
class MessagePage;
class Notifier;

/// Gateways at the left, the chosen one at the right, what can be done in menus and toolbar.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// All must outlive the window. `localProgram`: of LocalGateway. `secrets`: of SecretKeeper.
    MainWindow(QSettings& settings, const core::Clock& clock, const QString& localProgram = {},
        SecretStore* secrets = nullptr);
    ~MainWindow() override;

    /// Adds the gateway and shows it; one that is there already is only shown.
    void connectTo(const Connection& connection);
    void startLocalGateway();
    GatewayPage* currentPage() const; ///< null: none
    Tray& tray() const { return *m_tray; }
    const GatewayListModel& gateways() const { return m_gateways; }
    QUndoStack& undoStack() { return m_undo; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Actions {
        QAction* connect;
        QAction* local;
        QAction* localOptions;
        QAction* edit;
        QAction* remove;
        QAction* notices;
        QAction* refresh;
        QAction* live;
        QAction* overview;
        QAction* push;
        QAction* deleteGroups;
        QAction* deleteShown;
        QAction* wipe;
        QAction* copyLabels;
        QAction* filter;
        QAction* undo;
        QAction* redo;
    };

    void setUpActions();
    void setUpSecrets();
    void setUpLocalGateway();
    void setUpTray();
    void setUpGatewayActions();
    void setUpGroupActions();
    void setUpViewActions();
    void setUpMenus();
    void setUpViewMenu(QMenu& menu);
    void setUpAppearanceMenu(QMenu& menu);
    void setUpToolBar();
    void setUpCentre();
    template <typename What>
    QAction* addMenuAction(
        const QString& text, const QString& icon, const QKeySequence& keys, What what);

    Gateway& addGateway(const Connection& connection, Gateway::Place place);
    GatewayPage& addPage(Gateway& gateway);
    void followJobs(Gateway& gateway, GatewayPage& page);
    void removeGateway(Gateway& gateway);
    void showGateway(Gateway& gateway);
    void showPageOf(const QModelIndex& index);
    void showStart();
    void restore();
    void save();
    void saveLayout(const GatewayPage& page, const QString& group);
    void restoreLayout(GatewayPage& page);

    void showToldAlarm(const Tray::Told& told);
    void showGatewayOf(const QString& id);
    void quit();
    void askConnection();
    void editCurrent();
    void removeCurrent();
    void setNotices(bool areOn);
    void toggleLocalGateway();
    void removeLocalGateways();
    void refreshCurrent() const;
    void askPush();
    void deleteSelected();
    void deleteShown();
    void deleteKeys(GatewayPage& page, const std::vector<core::GroupingKey>& keys);
    void wipe();
    void takeWiped(GatewayPage& page, const JobReport& report);
    void copySelected() const;
    void focusFilter() const;
    void showKeys();
    void showAbout();
    void showState(int chip) const;
    void takeDeleted(GatewayPage& page, const JobReport& report);
    void updateActions();
    void updateStatus();

    QSettings& m_settings;
    const core::Clock& m_clock;
    GroupCells m_words;
    NetworkThread m_network; // outlives the gateways below
    LocalGateway m_localProcess;
    SecretKeeper m_secrets;
    GatewayListModel m_gateways;
    QUndoStack m_undo;
    Actions m_actions{};
    GroupOutput* m_output = nullptr;
    std::map<const Gateway*, GatewayPage*> m_pages;
    std::map<std::pair<const Gateway*, JobId>, qsizetype> m_deletions; // under way -> groups
    QSplitter* m_splitter = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    MessagePage* m_start = nullptr;
    LocalGatewayDock* m_localDock = nullptr;
    Notifier* m_notifier = nullptr;
    Tray* m_tray = nullptr;
    bool m_isQuitting = false; // closing is not hiding
    QLabel* m_status = nullptr;
    QLabel* m_selected = nullptr;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
// What ties the main window to the desktop: keychain, tray and local gateway.
#include "gui/client/connection_store.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/text/messages.h"
#include "gui/windows/local_gateway_dock.h"
#include "gui/windows/main_window.h"
#include "gui/windows/notifier.h"

#include <QAction>
#include <QCoreApplication>
#include <QStatusBar>

#include <algorithm>

namespace pushgate::gui {

void MainWindow::setUpLocalGateway()
{
    m_localDock = new LocalGatewayDock(m_localProcess, m_settings, this);
    addDockWidget(Qt::BottomDockWidgetArea, m_localDock);
    connect(m_localDock, &LocalGatewayDock::stopRequested, this, &MainWindow::toggleLocalGateway);
    connect(
        m_actions.localOptions, &QAction::triggered, m_localDock, &LocalGatewayDock::askOptions);
    connect(&m_localProcess, &LocalGateway::started, this, [this](const QUrl& url) {
        removeLocalGateways(); // one that ended by itself is still shown
        if (auto connection = connectionTo(url.toString()))
            showGateway(addGateway(*connection, Gateway::Place::Local));
        updateActions();
    });
    connect(&m_localProcess, &LocalGateway::failed, this, [this](const LocalFailure& failure) {
        statusBar()->showMessage(localFailureText(failure), 10'000);
        updateActions();
    });
    connect(&m_localProcess, &LocalGateway::stopped, this, &MainWindow::updateActions);
}

void MainWindow::setUpTray()
{
    m_notifier = new Notifier(m_gateways, m_clock, this);
    m_tray = new Tray(m_gateways, m_settings, *this);
    connect(m_notifier, &Notifier::raised, m_tray,
        [this](const Gateway* gateway, const Alarm& alarm) { m_tray->tell(*gateway, alarm); });
    connect(m_tray, &Tray::gatewayChosen, this, &MainWindow::showGatewayOf);
    connect(m_tray, &Tray::toldChosen, this, &MainWindow::showToldAlarm);
    connect(m_tray, &Tray::quitRequested, this, &MainWindow::quit);
}

void MainWindow::setUpSecrets()
{
    const auto say = [this](const QString& sentence, const Connection& connection) {
        statusBar()->showMessage(
            sentence.arg(connection.title(),
                secretCauseText(m_secrets.lastAnswer().value_or(SecretAnswer{}))),
            10'000);
    };
    connect(&m_secrets, &SecretKeeper::notKept, this, [say](const Connection& connection) {
        say(tr("The password of %1 will be asked for again at the next start: %2."), connection);
    });
    connect(&m_secrets, &SecretKeeper::notForgotten, this, [say](const Connection& connection) {
        say(tr("The password of %1 may still be in the keychain: %2."), connection);
    });
}

void MainWindow::showGatewayOf(const QString& id)
{
    for (int row = 0; row < m_gateways.rowCount(); ++row) {
        if (m_gateways.at(row).connection().id == id)
            showGateway(m_gateways.at(row));
    }
}

void MainWindow::showToldAlarm(const Tray::Told& told)
{
    showGatewayOf(told.gateway);
    GatewayPage* const page = currentPage();
    if (page == nullptr || page->gateway().connection().id != told.gateway
        || told.alarm.groups.empty())
        return;
    // All that was told is to be seen, and nothing that hides it.
    const auto& groups = told.alarm.groups;
    const bool isOneState = std::all_of(groups.begin(), groups.end(),
        [&](const auto& group) { return group.state == groups.front().state; });
    page->filterBar().clear();
    page->filterBar().setState(isOneState ? std::optional(groups.front().state) : std::nullopt);
    page->arrange();
    page->view().select(groups.front().key);
}

void MainWindow::startLocalGateway()
{
    m_localDock->start();
    updateActions();
}

void MainWindow::toggleLocalGateway()
{
    if (!m_localProcess.isRunning()) {
        startLocalGateway();
        return;
    }
    removeLocalGateways();
    m_localProcess.stop();
}

void MainWindow::removeLocalGateways()
{
    for (int row = m_gateways.rowCount() - 1; row >= 0; --row) {
        if (m_gateways.at(row).place() == Gateway::Place::Local)
            removeGateway(m_gateways.at(row));
    }
}

void MainWindow::setNotices(bool areOn)
{
    GatewayPage* const page = currentPage();
    if (page == nullptr)
        return;
    Gateway& gateway = page->gateway();
    gateway.setNotices(areOn ? Connection::Notices::On : Connection::Notices::Off);
    if (gateway.place() == Gateway::Place::Remote)
        ConnectionStore(m_settings).put(gateway.connection());
}

void MainWindow::quit()
{
    m_isQuitting = true;
    if (close())
        QCoreApplication::quit(); // also where the window was hidden
}

} // namespace pushgate::gui

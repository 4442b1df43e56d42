// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the main window: menus, toolbar, and what they set off.
#include "gui/client/connection_store.h"
#include "gui/commands/delete_groups.h"
#include "gui/look/appearance.h"
#include "gui/look/tinted_icon.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/text/messages.h"
#include "gui/windows/connection_dialog.h"
#include "gui/windows/delete_dialog.h"
#include "gui/windows/group_output.h"
#include "gui/windows/local_gateway_dock.h"
#include "gui/windows/main_window.h"
#include "gui/windows/push_dialog.h"
#include "gui/windows/wipe_dialog.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStringList>
#include <QToolBar>

#include <array>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

template <typename What>
QAction* MainWindow::addMenuAction(
    const QString& text, const QString& icon, const QKeySequence& keys, What what)
{
    auto* const action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(tintedIcon(u":/icons/%1.svg"_s.arg(icon)));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, what);
    return action;
}

void MainWindow::setUpActions()
{
    setUpGatewayActions();
    setUpGroupActions();
    setUpViewActions();
    // The numbers choose a state, as the chips do: all, then by urgency.
    for (int chip = 0; chip <= int(core::kGroupStates.size()); ++chip) {
        auto* const shortcut = new QShortcut(QKeySequence(Qt::CTRL | (Qt::Key_1 + chip)), this);
        connect(shortcut, &QShortcut::activated, this, [this, chip] { showState(chip); });
    }
    auto* const slash = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    connect(slash, &QShortcut::activated, this, &MainWindow::focusFilter);
    auto* const question = new QShortcut(QKeySequence(Qt::Key_Question), this);
    connect(question, &QShortcut::activated, this, &MainWindow::showKeys);
}

void MainWindow::setUpGatewayActions()
{
    m_actions.connect = addMenuAction(
        tr("&Connect..."), u"connect"_s, QKeySequence::New, &MainWindow::askConnection);
    m_actions.local
        = addMenuAction(tr("&Local gateway"), u"local"_s, {}, &MainWindow::toggleLocalGateway);
    m_actions.local->setCheckable(true);
    m_actions.local->setToolTip(tr("Start or stop a gateway of your own, to try things out"));
    m_actions.localOptions = new QAction(tr("L&ocal gateway options..."), this);
    m_actions.edit = addMenuAction(tr("&Edit..."), {}, {}, &MainWindow::editCurrent);
    m_actions.remove
        = addMenuAction(tr("Re&move from the list"), {}, {}, &MainWindow::removeCurrent);
    m_actions.notices = new QAction(tr("&Notify"), this);
    m_actions.notices->setCheckable(true);
    m_actions.notices->setToolTip(tr("Tell me when groups fail or the gateway is lost"));
    connect(m_actions.notices, &QAction::triggered, this, &MainWindow::setNotices);
    m_actions.refresh = addMenuAction(
        tr("&Refresh"), u"refresh"_s, QKeySequence::Refresh, &MainWindow::refreshCurrent);
    m_actions.live = new QAction(tintedIcon(u":/icons/live.svg"_s), tr("Li&ve"), this);
    m_actions.live->setCheckable(true);
    m_actions.live->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_actions.live->setToolTip(tr("Follow changes as they happen (Ctrl+L)"));
    connect(m_actions.live, &QAction::triggered, this, [this](bool isOn) {
        if (GatewayPage* const page = currentPage())
            page->gateway().setUpdates(
                isOn ? GatewayClient::Updates::Live : GatewayClient::Updates::OnRequest);
    });
}

void MainWindow::setUpViewActions()
{
    m_actions.overview = new QAction(tintedIcon(u":/icons/overview.svg"_s), tr("&Overview"), this);
    m_actions.overview->setCheckable(true);
    m_actions.overview->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    m_actions.overview->setToolTip(tr("All groups in four pictures (Ctrl+O)"));
    connect(m_actions.overview, &QAction::triggered, this, [this](bool isOn) {
        if (GatewayPage* const page = currentPage())
            page->setMode(isOn ? GatewayPage::Mode::Overview : GatewayPage::Mode::Groups);
    });
}

void MainWindow::setUpGroupActions()
{
    m_actions.push = addMenuAction(
        tr("&Push..."), u"push"_s, QKeySequence(Qt::CTRL | Qt::Key_P), &MainWindow::askPush);
    m_actions.deleteGroups = addMenuAction(
        tr("&Delete..."), u"delete"_s, QKeySequence::Delete, &MainWindow::deleteSelected);
    m_actions.deleteShown
        = addMenuAction(tr("Delete all s&hown..."), {}, {}, &MainWindow::deleteShown);
    m_actions.wipe = addMenuAction(tr("Delete &all groups..."), {}, {}, &MainWindow::wipe);
    m_actions.copyLabels = addMenuAction(
        tr("&Copy labels"), u"copy"_s, QKeySequence::Copy, &MainWindow::copySelected);
    m_actions.filter
        = addMenuAction(tr("&Filter"), u"search"_s, QKeySequence::Find, &MainWindow::focusFilter);
    m_output = new GroupOutput([this] { return currentPage(); }, *this);
    m_actions.undo = m_undo.createUndoAction(this, tr("&Undo"));
    m_actions.undo->setShortcut(QKeySequence::Undo);
    m_actions.redo = m_undo.createRedoAction(this, tr("&Redo"));
    m_actions.redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
}

void MainWindow::setUpMenus()
{
    QMenu* const gateway = menuBar()->addMenu(tr("&Gateway"));
    gateway->addActions({m_actions.connect, m_actions.local, m_actions.localOptions});
    gateway->addSeparator();
    gateway->addActions(
        {m_actions.refresh, m_actions.live, m_actions.edit, m_actions.notices, m_actions.remove});
    gateway->addSeparator();
    gateway->addAction(m_actions.wipe);
    gateway->addSeparator();
    gateway->addActions(m_output->exportActions());
    gateway->addSeparator();
    QAction* const quit = gateway->addAction(tr("&Quit"), this, &MainWindow::quit);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q)); // on every desktop
    quit->setMenuRole(QAction::QuitRole);

    QMenu* const edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo});
    edit->addSeparator();
    edit->addActions({m_actions.push, m_actions.copyLabels});
    edit->addMenu(m_output->copyMenu());
    edit->addActions({m_actions.deleteGroups, m_actions.deleteShown});
    edit->addSeparator();
    edit->addAction(m_actions.filter);

    setUpViewMenu(*menuBar()->addMenu(tr("&View")));

    QMenu* const help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keys"), this, &MainWindow::showKeys);
    help->addAction(tr("&About Pushgate"), this, &MainWindow::showAbout);
}

void MainWindow::setUpViewMenu(QMenu& menu)
{
    menu.addAction(m_actions.overview);
    QMenu* const grouping = menu.addMenu(tr("&Group by"));
    connect(grouping, &QMenu::aboutToShow, this, [this, grouping] {
        grouping->clear();
        if (const GatewayPage* const page = currentPage())
            page->view().fillGroupingMenu(*grouping);
    });
    menu.addSeparator();
    menu.addAction(m_localDock->toggleViewAction());
    menu.addAction(m_tray->keepRunningAction());
    setUpAppearanceMenu(menu);
}

void MainWindow::setUpAppearanceMenu(QMenu& menu)
{
    QMenu* const appearance = menu.addMenu(tr("&Appearance"));
    auto* const group = new QActionGroup(appearance);
    const std::array names{tr("As the &desktop"), tr("&Light"), tr("D&ark")};
    const int chosen = m_settings.value("appearance"_L1).toInt();
    for (int at = 0; at < int(names.size()); ++at) {
        QAction* const action = appearance->addAction(names[size_t(at)]);
        action->setCheckable(true);
        action->setChecked(at == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, at] {
            m_settings.setValue("appearance"_L1, at);
            apply(static_cast<Appearance>(at));
        });
    }
}

void MainWindow::setUpToolBar()
{
    QToolBar* const bar = addToolBar(tr("Actions"));
    bar->setObjectName(u"actions"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({16, 16});
    bar->addActions({m_actions.connect, m_actions.local});
    bar->addSeparator();
    bar->addActions({m_actions.refresh, m_actions.live, m_actions.overview});
    bar->addSeparator();
    bar->addActions({m_actions.deleteGroups, m_actions.push});
    setContextMenuPolicy(Qt::NoContextMenu); // there is only this one bar
}

// ------------------------------------------------------------------------------------ gateways

void MainWindow::askConnection()
{
    ConnectionDialog dialog(std::nullopt, {m_network, m_words, m_clock, &m_secrets}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto connection = dialog.connection())
        connectTo(*connection);
}

void MainWindow::editCurrent()
{
    GatewayPage* const page = currentPage();
    if (page == nullptr || page->gateway().place() == Gateway::Place::Local)
        return;
    const Connection before = page->gateway().connection();
    ConnectionDialog dialog(before, {m_network, m_words, m_clock, &m_secrets}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto connection = dialog.connection()) {
        page->gateway().setConnection(*connection);
        ConnectionStore(m_settings).put(*connection);
        m_secrets.keep(*connection, before);
        m_secrets.unlock(page->gateway());
    }
}

void MainWindow::removeCurrent()
{
    GatewayPage* const page = currentPage();
    if (page == nullptr)
        return;
    const Connection connection = page->gateway().connection();
    ConnectionStore(m_settings).remove(connection.id);
    m_secrets.forget(connection);
    removeGateway(page->gateway());
}

void MainWindow::refreshCurrent() const
{
    if (GatewayPage* const page = currentPage()) {
        page->gateway().refresh();
        page->arrange();
    }
}

// -------------------------------------------------------------------------------------- groups

void MainWindow::askPush()
{
    GatewayPage* const page = currentPage();
    if (page == nullptr)
        return;
    const core::GroupRowPtr current = page->view().currentGroup();
    PushDialog dialog(page->gateway(), current ? std::optional(current->key) : std::nullopt, this);
    dialog.exec();
}

void MainWindow::deleteSelected()
{
    GatewayPage* const page = currentPage();
    if (page == nullptr || !page->canDelete())
        return;
    deleteKeys(*page, page->view().selectedKeys());
}

void MainWindow::deleteShown()
{
    if (GatewayPage* const page = currentPage())
        deleteKeys(*page, page->shownKeys());
}

void MainWindow::deleteKeys(GatewayPage& page, const std::vector<core::GroupingKey>& keys)
{
    if (keys.empty())
        return;
    DeleteDialog dialog(page.gateway().connection(), keys, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const JobId job = page.gateway().deleteGroups(keys);
    m_deletions[{&page.gateway(), job}] = qsizetype(keys.size());
}

void MainWindow::wipe()
{
    GatewayPage* const page = currentPage();
    if (page == nullptr)
        return;
    Gateway& gateway = page->gateway();
    WipeDialog dialog(gateway, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<core::GroupingKey> kept;
    const core::GroupModel& groups = gateway.groups();
    if (canUndoWipe(groups)) {
        for (int row = 0; row < groups.rowCount(); ++row)
            kept.push_back(groups.group(row)->key);
    }
    m_deletions[{&gateway, gateway.wipe(kept)}] = qsizetype(kept.size());
}

void MainWindow::takeWiped(GatewayPage& page, const JobReport& report)
{
    m_deletions.erase({&page.gateway(), report.job});
    if (!report.done.empty())
        m_undo.push(new DeleteGroups(page.gateway(), report.done));
    page.sayResult(wipedText(report), report.done.empty() ? QString() : tr("Undo"));
}

void MainWindow::takeDeleted(GatewayPage& page, const JobReport& report)
{
    const bool isNew = m_deletions.erase({&page.gateway(), report.job}) > 0;
    const bool canUndo = isNew && !report.done.empty();
    if (canUndo)
        m_undo.push(new DeleteGroups(page.gateway(), report.done));
    page.sayResult(deletedText(report), canUndo ? tr("Undo") : QString());
}

void MainWindow::copySelected() const
{
    const GatewayPage* const page = currentPage();
    if (page == nullptr)
        return;
    QStringList lines;
    for (const core::GroupingKey& key : page->view().selectedKeys())
        lines.push_back(groupTitle(key));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void MainWindow::focusFilter() const
{
    if (const GatewayPage* const page = currentPage())
        page->filterBar().focusLine();
}

void MainWindow::showState(int chip) const
{
    if (const GatewayPage* const page = currentPage())
        page->filterBar().setState(
            chip == 0 ? std::nullopt : std::optional(core::kGroupStates[size_t(chip) - 1]));
}

// ---------------------------------------------------------------------------------------- help

void MainWindow::showKeys()
{
    const QStringList lines{tr("/ or Ctrl+F: filter; Esc clears it"),
        tr("Ctrl+1: all groups; Ctrl+2 to Ctrl+5: failed, stale, overdue, fresh"),
        tr("Up, Down, with Shift: select; Delete: delete"), tr("Ctrl+Z: undo; Ctrl+Shift+Z: redo"),
        tr("F5: refresh and sort again; Ctrl+L: live"),
        tr("Ctrl+O: overview; arrow keys and Enter choose in its pictures"),
        tr("Ctrl+N: connect; Ctrl+P: push; Ctrl+C: copy labels"),
        tr("Ctrl+Shift+C: copy as text; Ctrl+E: export"), tr("Ctrl+Q: quit; ?: this list")};
    QMessageBox box(QMessageBox::NoIcon, tr("Keys"), lines.join(u'\n'), QMessageBox::Close, this);
    box.exec();
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Pushgate"),
        tr("Pushgate %1\n\nA gateway for metrics of batch and short-lived jobs, and this window "
           "onto it.\n\nGPL-3.0-or-later")
            .arg(QLatin1String(PUSHGATE_VERSION)));
}

} // namespace pushgate::gui

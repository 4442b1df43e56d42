// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/main_window.h"

#include "gui/client/connection_store.h"
#include "gui/delegates/gateway_delegate.h"
#include "gui/look/appearance.h"
#include "gui/look/program_icon.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/panels/message_page.h"
#include "gui/text/ages.h"
#include "gui/text/messages.h"
#include "gui/windows/group_output.h"
#include "gui/windows/local_gateway_dock.h"
#include "gui/windows/notifier.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr QSize kDefaultSize{1280, 800};
    constexpr QSize kSmallestSize{900, 560};
    constexpr int kListWidth = 240;
    const QString kNewLayout = u"layout/new"_s;

    QString layoutGroup(const Gateway& gateway)
    {
        const bool isLocal = gateway.place() == Gateway::Place::Local; // another one at each start
        return u"layout/"_s + (isLocal ? u"local"_s : gateway.connection().id);
    }

    QString gatewaySummary(const Gateway& gateway, core::TimePoint now)
    {
        QStringList parts{gateway.connection().title()};
        const GatewayStatus& status = gateway.status();
        if (status.identity)
            parts.push_back(identityText(*status.identity));
        parts.push_back(linkText(gateway, now));
        if (status.updated) {
            parts.push_back(MainWindow::tr("%n group(s)", nullptr, gateway.groups().rowCount()));
            parts.push_back(MainWindow::tr("%1 series")
                                .arg(QLocale().toString(gateway.groups().seriesTotal())));
        }
        return parts.join(u" · "_s);
    }

} // namespace

MainWindow::MainWindow(QSettings& settings, const core::Clock& clock, const QString& localProgram,
    SecretStore* secrets)
    : m_settings(settings)
    , m_clock(clock)
    , m_localProcess(localProgram)
    , m_secrets(secrets)
    , m_gateways(clock)
{
    setWindowTitle(tr("Pushgate"));
    setWindowIcon(programIcon());
    setUpActions();
    setUpCentre();
    setUpLocalGateway();
    setUpTray();
    setUpMenus();
    setUpToolBar();
    setUpSecrets();
    resize(kDefaultSize);
    setMinimumSize(kSmallestSize);
    restore();
    showStart();
    updateActions();
}

MainWindow::~MainWindow()
{
    // Pages look at gateways, which are members and go first otherwise.
    m_undo.clear();
    delete m_notifier;
    delete m_tray;
    m_list->selectionModel()->disconnect(this);
    for (const auto& [gateway, page] : m_pages)
        delete page;
}

void MainWindow::setUpCentre()
{
    m_list = new QListView(this);
    m_list->setModel(&m_gateways);
    m_list->setItemDelegate(new GatewayDelegate(m_list));
    m_list->setAccessibleName(tr("Gateways"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(140);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({m_actions.edit, m_actions.notices, m_actions.remove});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &MainWindow::showPageOf);

    m_start = new MessagePage(this);
    connect(m_start, &MessagePage::actionRequested, this, &MainWindow::startLocalGateway);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_start);
    m_splitter = new QSplitter(this);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({kListWidth, kDefaultSize.width() - kListWidth});
    setCentralWidget(m_splitter);

    m_status = new QLabel(this);
    m_selected = new QLabel(this);
    m_status->setContentsMargins(8, 0, 0, 0);
    m_selected->setContentsMargins(0, 0, 8, 0);
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_selected);
}

// ------------------------------------------------------------------------------------ gateways

Gateway& MainWindow::addGateway(const Connection& connection, Gateway::Place place)
{
    Gateway& gateway
        = m_gateways.add(std::make_unique<Gateway>(connection, place, m_network, m_words, m_clock));
    GatewayPage& page = addPage(gateway);
    followJobs(gateway, page);
    m_secrets.unlock(gateway);
    return gateway;
}

GatewayPage& MainWindow::addPage(Gateway& gateway)
{
    auto* const page = new GatewayPage(gateway, m_clock, m_stack);
    restoreLayout(*page);
    page->view().setContextMenuPolicy(Qt::ActionsContextMenu);
    page->view().addActions(
        {m_actions.copyLabels, m_output->copyMenu()->menuAction(), m_actions.deleteGroups});
    m_stack->addWidget(page);
    m_pages[&gateway] = page;
    connect(page, &GatewayPage::selectionChanged, this, &MainWindow::updateActions);
    connect(page, &GatewayPage::undoRequested, &m_undo, &QUndoStack::undo);
    connect(page, &GatewayPage::editRequested, this, &MainWindow::editCurrent);
    connect(&gateway, &Gateway::statusChanged, this, &MainWindow::updateActions);
    connect(&gateway, &Gateway::connectionEdited, this, &MainWindow::save);
    connect(&gateway, &Gateway::ticked, this, &MainWindow::updateStatus);
    connect(&gateway, &Gateway::groupsUpdated, this, &MainWindow::updateStatus);
    return *page;
}

void MainWindow::followJobs(Gateway& gateway, GatewayPage& page)
{
    connect(&gateway, &Gateway::jobProgressed, this, [&, this](JobId job, qsizetype done) {
        const auto at = m_deletions.find({&gateway, job});
        if (at != m_deletions.end())
            page.sayProgress(job, done, at->second);
    });
    connect(&gateway, &Gateway::groupsDeleted, this,
        [&, this](const JobReport& report) { takeDeleted(page, report); });
    connect(&gateway, &Gateway::wiped, this,
        [&, this](const JobReport& report) { takeWiped(page, report); });
    connect(&gateway, &Gateway::groupsRestored, this,
        [&](const JobReport& report) { page.sayResult(restoredText(report), {}); });
}

void MainWindow::removeGateway(Gateway& gateway)
{
    m_undo.clear(); // what was deleted there can no longer be brought back
    const auto page = m_pages.find(&gateway);
    page->second->disconnect(this);
    if (gateway.place() == Gateway::Place::Local)
        saveLayout(*page->second, layoutGroup(gateway));
    else
        m_settings.remove(layoutGroup(gateway));
    delete page->second;
    m_pages.erase(page);
    std::erase_if(m_deletions, [&](const auto& entry) { return entry.first.first == &gateway; });
    m_gateways.remove(gateway);
    showPageOf(m_list->currentIndex());
}

void MainWindow::connectTo(const Connection& connection)
{
    for (int row = 0; row < m_gateways.rowCount(); ++row) {
        if (m_gateways.at(row).connection().url == connection.url) {
            showGateway(m_gateways.at(row));
            return;
        }
    }
    ConnectionStore(m_settings).put(connection);
    m_secrets.keep(connection);
    showGateway(addGateway(connection, Gateway::Place::Remote));
}

void MainWindow::showGateway(Gateway& gateway)
{
    m_list->setCurrentIndex(m_gateways.index(m_gateways.rowOf(gateway)));
}

void MainWindow::showPageOf(const QModelIndex& index)
{
    const auto page = index.isValid() ? m_pages.find(&m_gateways.at(index.row())) : m_pages.end();
    if (page == m_pages.end()) {
        showStart();
    } else {
        m_stack->setCurrentWidget(page->second);
        page->second->view().setFocus();
    }
    updateActions();
}

void MainWindow::showStart()
{
    m_start->show({tr("No gateway yet."),
        tr("Connect to one under Gateway > Connect, or start a local one to try things out."), {},
        tr("Start local gateway")});
    if (currentPage() == nullptr)
        m_stack->setCurrentWidget(m_start);
}

GatewayPage* MainWindow::currentPage() const
{
    return qobject_cast<GatewayPage*>(m_stack->currentWidget());
}

// ---------------------------------------------------------------------- from start to start

void MainWindow::restore()
{
    const int appearance = m_settings.value("appearance"_L1).toInt();
    apply(static_cast<Appearance>(std::clamp(appearance, 0, int(Appearance::Dark))));
    restoreGeometry(m_settings.value("window"_L1).toByteArray());
    restoreState(m_settings.value("docks"_L1).toByteArray());
    m_splitter->restoreState(m_settings.value("splitter"_L1).toByteArray());
    for (const Connection& connection : ConnectionStore(m_settings).load())
        addGateway(connection, Gateway::Place::Remote);
    if (m_gateways.rowCount() > 0)
        m_list->setCurrentIndex(m_gateways.index(0));
}

void MainWindow::save()
{
    m_settings.setValue("window"_L1, saveGeometry());
    m_settings.setValue("docks"_L1, saveState());
    m_settings.setValue("splitter"_L1, m_splitter->saveState());
    for (const auto& [gateway, page] : m_pages)
        saveLayout(*page, layoutGroup(*gateway));
    if (const GatewayPage* const page = currentPage())
        saveLayout(*page, kNewLayout);
}

void MainWindow::saveLayout(const GatewayPage& page, const QString& group)
{
    m_settings.beginGroup(group);
    page.saveLayout(m_settings);
    m_settings.endGroup();
}

void MainWindow::restoreLayout(GatewayPage& page)
{
    const QString own = layoutGroup(page.gateway());
    // A new gateway starts as the last one that was looked at.
    m_settings.beginGroup(m_settings.contains(own + "/header"_L1) ? own : kNewLayout);
    page.restoreLayout(m_settings);
    m_settings.endGroup();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    save();
    // Whoever logs out wants no window to stay.
    if (!m_isQuitting && m_tray->keepsRunning() && !qApp->isSavingSession()) {
        hide();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_list != nullptr)
        updateStatus();
}

// ------------------------------------------------------------------------------------- status

void MainWindow::updateStatus()
{
    const GatewayPage* const page = currentPage();
    m_status->setText(page == nullptr ? QString() : gatewaySummary(page->gateway(), m_clock.now()));
    const int selected = page == nullptr ? 0 : page->view().selectedCount();
    m_selected->setText(selected == 0 ? QString() : tr("%n selected", nullptr, selected));
}

void MainWindow::updateActions()
{
    const GatewayPage* const page = currentPage();
    const bool isRemote = page != nullptr && page->gateway().place() == Gateway::Place::Remote;
    m_actions.edit->setEnabled(isRemote);
    m_actions.remove->setEnabled(isRemote);
    m_actions.notices->setEnabled(page != nullptr);
    m_actions.notices->setChecked(
        page != nullptr && page->gateway().connection().notices == Connection::Notices::On);
    m_actions.refresh->setEnabled(page != nullptr);
    m_actions.live->setEnabled(page != nullptr);
    m_actions.live->setChecked(page != nullptr && page->gateway().isLive());
    m_actions.filter->setEnabled(page != nullptr);
    m_actions.overview->setEnabled(page != nullptr);
    m_actions.overview->setChecked(page != nullptr && page->mode() == GatewayPage::Mode::Overview);
    const bool isLive
        = page != nullptr && page->gateway().status().link == GatewayStatus::Link::Live;
    m_actions.push->setEnabled(isLive);
    m_actions.deleteGroups->setEnabled(page != nullptr && page->canDelete());
    const auto identity = page == nullptr ? std::nullopt : page->gateway().status().identity;
    m_actions.deleteShown->setEnabled(isLive && page->shownGroups() > 0);
    m_actions.wipe->setEnabled(isLive && page->gateway().groups().rowCount() > 0 && identity
        && identity->admin == GatewayIdentity::Admin::On);
    m_actions.copyLabels->setEnabled(page != nullptr && page->view().selectedCount() > 0);
    m_output->update();
    m_actions.local->setChecked(m_localProcess.isRunning());
    updateStatus();
}

} // namespace pushgate::gui

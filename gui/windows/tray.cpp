// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/tray.h"

#include "gui/look/program_icon.h"
#include "gui/text/alarm_words.h"

#include <QAction>
#include <QSettings>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    constexpr auto kTrayMayComeLate = 10s; // after the program, when a desktop starts
    constexpr auto kSummaryInterval = 500ms; // however much happens
    const QString kKeepRunning = u"keepRunning"_s;

} // namespace

Tray::Tray(const GatewayListModel& gateways, QSettings& settings, QWidget& window)
    : QObject(&window)
    , m_gateways(gateways)
    , m_window(window)
    , m_icon(this)
    , m_keepRunning(new QAction(tr("&Keep running in the tray"), this))
{
    setUpMenu();
    m_keepRunning->setCheckable(true);
    m_keepRunning->setChecked(settings.value(kKeepRunning).toBool());
    m_keepRunning->setToolTip(tr("Closing the window leaves the program in the tray"));
    connect(m_keepRunning, &QAction::toggled, this,
        [&settings](bool isOn) { settings.setValue(kKeepRunning, isOn); });
    connect(&m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                toggleWindow();
        });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::takeClick);
    const auto later = [this] {
        if (!m_soon.isActive())
            m_soon.start(kSummaryInterval);
    };
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Tray::showSummary);
    connect(&m_gateways, &QAbstractItemModel::dataChanged, this, later);
    connect(&m_gateways, &QAbstractItemModel::rowsInserted, this, later);
    connect(&m_gateways, &QAbstractItemModel::rowsRemoved, this, later);
    connect(&m_again, &QTimer::timeout, this, &Tray::showWhereThereIsOne);
    showSummary();
    showWhereThereIsOne();
}

void Tray::setUpMenu()
{
    m_toggle = m_menu.addAction(QString(), this, &Tray::toggleWindow);
    m_menu.addSeparator();
    m_end = m_menu.addSeparator();
    m_menu.addAction(tr("&Quit"), this, &Tray::quitRequested);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::fillMenu);
    m_icon.setContextMenu(&m_menu);
    fillMenu();
}

void Tray::fillMenu()
{
    m_toggle->setText(m_window.isVisible() ? tr("&Hide the window") : tr("&Show the window"));
    const auto old = m_menu.findChildren<QAction*>(u"gateway"_s);
    qDeleteAll(old);
    for (int row = 0; row < m_gateways.rowCount(); ++row) {
        // A & in a name is no mnemonic.
        QString text = m_gateways.index(row).data(Qt::AccessibleTextRole).toString();
        auto* const action = new QAction(text.replace(u'&', "&&"_L1), &m_menu);
        action->setObjectName(u"gateway"_s);
        const QString id = m_gateways.at(row).connection().id;
        connect(action, &QAction::triggered, this, [this, id] {
            showWindow();
            emit gatewayChosen(id);
        });
        m_menu.insertAction(m_end, action);
    }
}

void Tray::showWhereThereIsOne()
{
    const bool isThere = QSystemTrayIcon::isSystemTrayAvailable();
    m_keepRunning->setEnabled(isThere);
    m_icon.setVisible(isThere);
    if (isThere)
        m_again.stop();
    else if (!m_again.isActive())
        m_again.start(kTrayMayComeLate);
}

bool Tray::keepsRunning() const
{
    return m_icon.isVisible() && m_keepRunning->isChecked();
}

void Tray::showSummary()
{
    const GatewaysSummary summary = m_gateways.summaryOfAll();
    if (m_summary == summary)
        return;
    const auto worst = summary.worst();
    if (!m_summary || m_summary->worst() != worst) {
        const bool isWell = !worst || *worst == core::GroupState::Fresh;
        m_icon.setIcon(programIcon(isWell ? std::nullopt : worst));
    }
    m_icon.setToolTip(tr("Pushgate") + u'\n' + summaryText(summary));
    m_summary = summary;
}

void Tray::tell(const Gateway& gateway, const Alarm& alarm)
{
    m_told = Told{gateway.connection().id, alarm};
    if (!m_icon.isVisible())
        return;
    const auto worst = alarm.groups.empty() ? std::optional<core::GroupState>()
                                            : std::optional(alarm.groups.front().state);
    m_icon.showMessage(gateway.connection().title(), alarmText(alarm), programIcon(worst));
}

void Tray::takeClick()
{
    if (!m_told)
        return;
    showWindow();
    emit toldChosen(*m_told);
}

void Tray::showWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Tray::toggleWindow()
{
    if (m_window.isVisible() && !m_window.isMinimized())
        m_window.hide();
    else
        showWindow();
}

} // namespace pushgate::gui

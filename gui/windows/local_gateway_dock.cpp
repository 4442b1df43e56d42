// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/local_gateway_dock.h"

#include "gui/look/tinted_icon.h"
#include "gui/panels/log_view.h"
#include "gui/text/commands.h"
#include "gui/text/messages.h"
#include "gui/windows/local_options_dialog.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    const QString kSeen = u"local/seen"_s;
    constexpr int kFirstHeight = 220; // some lines, and most of the window for groups

} // namespace

LocalGatewayDock::LocalGatewayDock(LocalGateway& local, QSettings& settings, QWidget* parent)
    : QDockWidget(tr("Log of the local gateway"), parent)
    , m_local(local)
    , m_settings(settings)
    , m_state(new QLabel(this))
    , m_toggle(new QPushButton(this))
    , m_example(
          new QPushButton(tintedIcon(u":/icons/copy.svg"_s), tr("Copy the example push"), this))
    , m_log(new LogView(LocalGateway::kMostLogLines, this))
{
    setObjectName(u"localGateway"_s); // by which its place is remembered
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::RightDockWidgetArea);
    auto* const content = new QWidget(this);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(makeHead());
    column->addWidget(m_log, 1);
    setWidget(content);

    for (const LogLine& line : m_local.log())
        m_log->append(line);
    connect(&m_local, &LocalGateway::logged, m_log, &LogView::append);
    connect(&m_local, &LocalGateway::started, this, &LocalGatewayDock::takeStart);
    connect(&m_local, &LocalGateway::stopped, this, &LocalGatewayDock::showState);
    connect(&m_local, &LocalGateway::failed, this, &LocalGatewayDock::takeFailure);
    hide();
    showState();
}

QLayout* LocalGatewayDock::makeHead()
{
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const options = new QPushButton(tr("Options..."), this);
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        if (m_local.isRunning())
            emit stopRequested();
        else
            start();
    });
    connect(options, &QPushButton::clicked, this, &LocalGatewayDock::askOptions);
    connect(m_example, &QPushButton::clicked, this, &LocalGatewayDock::copyExample);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(m_state, 1);
    row->addWidget(m_example);
    row->addWidget(options);
    row->addWidget(m_toggle);
    return row;
}

void LocalGatewayDock::start()
{
    m_failure.clear();
    m_local.start(readLocalOptions(m_settings));
    showState();
}

void LocalGatewayDock::askOptions()
{
    LocalOptionsDialog dialog(readLocalOptions(m_settings),
        m_local.isRunning() ? LocalOptionsDialog::Effect::AtNextStart
                            : LocalOptionsDialog::Effect::AtOnce,
        this);
    if (dialog.exec() == QDialog::Accepted)
        writeLocalOptions(m_settings, dialog.options());
}

void LocalGatewayDock::takeStart()
{
    showState();
    // The first time somebody should see that there is a log; later it is as they left it.
    if (!m_settings.value(kSeen).toBool()) {
        m_settings.setValue(kSeen, true);
        show();
        if (auto* const window = qobject_cast<QMainWindow*>(parentWidget()))
            window->resizeDocks({this}, {kFirstHeight}, Qt::Vertical);
    }
}

void LocalGatewayDock::takeFailure(const LocalFailure& failure)
{
    m_failure = localFailureText(failure);
    showState();
    show();
    raise();
}

QString LocalGatewayDock::stateText() const
{
    return m_state->text();
}

void LocalGatewayDock::showState()
{
    const bool isRunning = m_local.isRunning();
    m_toggle->setText(isRunning ? tr("Stop") : tr("Start"));
    m_example->setEnabled(m_local.state() == LocalGateway::State::Running);
    switch (m_local.state()) {
    case LocalGateway::State::Stopped:
        m_state->setText(m_failure.isEmpty() ? tr("It does not run.") : m_failure);
        break;
    case LocalGateway::State::Starting: m_state->setText(tr("It is starting.")); break;
    case LocalGateway::State::Running: {
        const QString file = m_local.options().file;
        const QString address = m_local.url().toString();
        m_state->setText(file.isEmpty()
                ? tr("It runs at %1 and keeps groups in memory.").arg(address)
                : tr("It runs at %1 and keeps groups in %2.").arg(address, file));
        break;
    }
    }
}

void LocalGatewayDock::copyExample()
{
    if (const auto connection = connectionTo(m_local.url().toString()))
        QGuiApplication::clipboard()->setText(examplePush(*connection));
}

} // namespace pushgate::gui

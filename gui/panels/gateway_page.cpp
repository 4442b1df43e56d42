// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/gateway_page.h"

#include "gui/panels/details_panel.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/group_view.h"
#include "gui/panels/notice_bar.h"
#include "gui/panels/overview_panel.h"
#include "gui/panels/skeleton.h"
#include "gui/panels/threshold_bar.h"
#include "gui/text/ages.h"
#include "gui/text/commands.h"
#include "gui/text/group_cells.h"
#include "gui/text/messages.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    const QString kOverviewName = u"overview"_s;
    constexpr auto kUndoOffer = 10s;
    constexpr auto kBriefly = 10s;
    constexpr auto kLoadingMayTake = 200ms; // before anybody needs a sign of it

    MessagePage::Message secretMessage(const Gateway& gateway)
    {
        const QString title = gateway.connection().title();
        const QString type = GatewayPage::tr("Type the password...");
        if (gateway.status().link == GatewayStatus::Link::AwaitingSecret)
            return {GatewayPage::tr("Waiting for the password of %1.").arg(title),
                GatewayPage::tr("The desktop's keychain may ask to be unlocked."), {}, type};
        return {GatewayPage::tr("%1 needs its password.").arg(title),
            GatewayPage::tr("The desktop's keychain does not give it away."), {}, type};
    }

} // namespace

GatewayPage::GatewayPage(Gateway& gateway, const core::Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_filtered(gateway.groups())
    , m_filterBar(new FilterBar(this))
    , m_link(new NoticeBar(NoticeBar::Closing::ByProgram, this))
    , m_pending(new NoticeBar(NoticeBar::Closing::ByProgram, this))
    , m_result(new NoticeBar(NoticeBar::Closing::ByUser, this))
    , m_content(new QStackedWidget(this))
    , m_message(new MessagePage(this))
    , m_skeleton(new Skeleton(this))
    , m_view(new GroupView(m_filtered, this))
    , m_details(new DetailsPanel(gateway, this))
    , m_overview(new OverviewPanel(gateway, m_filtered, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setUpLayout();
    connectGateway();
    connectOverview();

    connect(m_filterBar, &FilterBar::filterChanged, this, [this](const core::GroupFilter& filter) {
        m_filtered.setFilter(filter);
        m_overview->refresh();
        showContent();
        showPending();
    });
    connect(m_filterBar, &FilterBar::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &GroupView::selectedCountChanged, this, &GatewayPage::selectionChanged);
    connect(m_view, &GroupView::currentGroupChanged, this, &GatewayPage::showCurrentGroup);
    connect(m_details, &DetailsPanel::copied, this, &GatewayPage::sayBriefly);
    connect(m_view->header(), &QHeaderView::sortIndicatorChanged, this, &GatewayPage::showPending);
    connect(m_pending, &NoticeBar::actionRequested, this, &GatewayPage::arrange);
    connect(m_link, &NoticeBar::actionRequested, &m_gateway, &Gateway::refresh);
    connect(m_message, &MessagePage::actionRequested, this, [this] {
        if (m_gateway.groups().rowCount() > 0)
            m_filterBar->clear();
        else
            emit editRequested();
    });
    connect(m_result, &NoticeBar::actionRequested, this, [this] {
        m_result->dismiss();
        if (m_job)
            m_gateway.cancelJob(*m_job);
        else
            emit undoRequested();
    });
    m_untilSkeleton.setSingleShot(true);
    connect(&m_untilSkeleton, &QTimer::timeout, this, &GatewayPage::showContent);
    m_untilSkeleton.start(kLoadingMayTake);
    showContent();
}

void GatewayPage::setUpLayout()
{
    m_content->addWidget(m_view);
    m_content->addWidget(m_message);
    m_content->addWidget(m_skeleton);
    m_content->addWidget(m_overview);
    auto* const top = new QWidget(this);
    auto* const column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* const part : {static_cast<QWidget*>(m_filterBar),
             static_cast<QWidget*>(new ThresholdBar(m_gateway, top)), static_cast<QWidget*>(m_link),
             static_cast<QWidget*>(m_result), static_cast<QWidget*>(m_pending)})
        column->addWidget(part);
    column->addWidget(m_content, 1);

    m_splitter->addWidget(top);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setCollapsible(0, false);
    m_splitter->setHandleWidth(1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void GatewayPage::connectGateway()
{
    connect(&m_gateway, &Gateway::statusChanged, this, &GatewayPage::showContent);
    connect(&m_gateway, &Gateway::groupsUpdated, this, [this] {
        showContent();
        showPending();
        showCurrentGroup();
    });
    connect(&m_gateway, &Gateway::ticked, this, [this] {
        showLink();
        showPending();
        showCurrentGroup();
    });
    connect(&m_gateway, &Gateway::detailsReceived, m_details, &DetailsPanel::setDetails);
    connect(&m_gateway.groups(), &core::GroupModel::countsChanged, this,
        [this] { m_filterBar->setCounts(m_gateway.groups().counts()); });
}

/// What a picture shows is what the table then shows: other states and ages no longer count.
void GatewayPage::connectOverview()
{
    const auto choose
        = [this](const core::FilterLine& line, std::optional<core::GroupState> state) {
              m_filterBar->setFilter(line, state);
              setMode(Mode::Groups);
          };
    connect(m_overview, &OverviewPanel::stateChosen, this,
        [=, this](core::GroupState state) { choose(m_filterBar->line().withAges({}), state); });
    connect(m_overview, &OverviewPanel::agesChosen, this, [=, this](const core::AgeBounds& ages) {
        choose(m_filterBar->line().withAges(ages), std::nullopt);
    });
    connect(m_overview, &OverviewPanel::jobChosen, this, [=, this](const QByteArray& job) {
        core::FilterLine line = m_filterBar->line().withAges({});
        line.selector = groupTitle(*core::GroupingKey::from(*core::Labels::from({{"job", job}})));
        choose(line, std::nullopt);
    });
}

void GatewayPage::setMode(Mode mode)
{
    m_mode = mode;
    showContent();
    showPending();
    m_content->currentWidget()->setFocus();
}

bool GatewayPage::canDelete() const
{
    return m_mode == Mode::Groups && m_gateway.status().link == GatewayStatus::Link::Live
        && m_view->selectedCount() > 0;
}

std::vector<core::GroupingKey> GatewayPage::shownKeys() const
{
    const core::GroupModel& groups = m_gateway.groups();
    std::vector<core::GroupingKey> keys;
    for (int row = 0; row < groups.rowCount(); ++row) {
        const core::GroupRow& group = *groups.group(row);
        if (m_filtered.filter().accepts({group, groups.state(row), groups.now()}))
            keys.push_back(group.key);
    }
    return keys;
}

// ------------------------------------------------------------------------- what is to be seen

void GatewayPage::showContent()
{
    showLink();
    const bool hasGroups = m_gateway.groups().rowCount() > 0;
    m_details->setVisible(hasGroups && m_mode == Mode::Groups);
    m_filterBar->setEnabled(hasGroups);
    m_view->setEnabled(m_gateway.status().link != GatewayStatus::Link::Lost);
    QWidget* const content = contentToShow();
    if (content == m_message)
        m_message->show(emptyMessage());
    m_content->setCurrentWidget(content);
    emit selectionChanged();
}

QWidget* GatewayPage::contentToShow() const
{
    if (m_mode == Mode::Overview && m_gateway.groups().rowCount() > 0)
        return m_overview;
    if (m_filtered.shownGroups() > 0)
        return m_view;
    if (m_gateway.status().link == GatewayStatus::Link::Connecting)
        return m_untilSkeleton.isActive() ? m_view : m_skeleton;
    return m_message;
}

MessagePage::Message GatewayPage::emptyMessage() const
{
    if (m_gateway.groups().rowCount() > 0)
        return {tr("No group passes the filter."), {}, {}, tr("Clear filter")};
    if (m_gateway.connection().lacksSecret())
        return secretMessage(m_gateway);
    if (const auto& error = m_gateway.status().error) {
        return {tr("%1 cannot be reached.").arg(m_gateway.connection().title()),
            tr("The reason: %1. %2").arg(causeText(*error), adviceText(*error)).trimmed(), {},
            tr("Edit gateway...")};
    }
    return {tr("Nothing has been pushed yet."), tr("Try this in a terminal:"),
        examplePush(m_gateway.connection()), {}};
}

void GatewayPage::showLink()
{
    const GatewayStatus& status = m_gateway.status();
    if (status.link != GatewayStatus::Link::Lost) {
        m_link->dismiss();
        return;
    }
    const auto now = m_clock.now();
    const auto wait = std::max(status.retryAt - now, core::TimePoint::duration::zero());
    const QString text = tr("Lost %1 %2, %3: %4.")
                             .arg(m_gateway.connection().title(), ageText(now - status.lostAt),
                                 retryText(wait), causeText(*status.error));
    m_link->show({text, tr("Retry"), {}});
}

void GatewayPage::showCurrentGroup()
{
    const core::GroupRowPtr current = m_view->currentGroup();
    const int selected = m_view->selectedCount();
    if (!current || selected != 1) {
        m_details->setGroup(std::nullopt, selected);
        if (std::exchange(m_watched, std::nullopt))
            m_gateway.watch(std::nullopt);
        return;
    }
    const core::GroupModel& groups = m_gateway.groups();
    m_details->setGroup(
        core::GroupMoment{*current, core::stateAt(*current, groups.now()), groups.now()}, selected);
    if (m_watched != current->key) {
        m_watched = current->key;
        m_gateway.watch(m_watched);
    }
}

// ---------------------------------------------------------------------- nothing moves by itself

bool GatewayPage::isBeingRead() const
{
    return m_mode == Mode::Groups
        && (m_view->underMouse() || m_view->selectionModel()->hasSelection()
            || m_view->verticalScrollBar()->value() > 0);
}

void GatewayPage::showPending()
{
    const int count = m_filtered.pendingChanges();
    if (count == 0 || !isBeingRead()) {
        if (count > 0)
            arrange();
        m_pending->dismiss();
        return;
    }
    m_pending->show({tr("%n change(s) would move rows.", nullptr, count), tr("Sort again"), {}});
}

void GatewayPage::arrange()
{
    m_filtered.arrange();
    m_pending->dismiss();
    showContent();
}

// ------------------------------------------------------------------------------- what was done

void GatewayPage::sayProgress(JobId job, qsizetype done, qsizetype of)
{
    m_job = job;
    m_result->show(
        {tr("%1 of %2 groups done.").arg(QLocale().toString(done), QLocale().toString(of)),
            tr("Cancel"), {}});
}

void GatewayPage::sayResult(const QString& text, const QString& undo)
{
    m_job.reset();
    m_result->show({text, undo, undo.isEmpty() ? 0s : kUndoOffer});
}

void GatewayPage::sayBriefly(const QString& text)
{
    m_job.reset();
    m_result->show({text, {}, kBriefly});
}

// -------------------------------------------------------------------------------------- layout

void GatewayPage::saveLayout(QSettings& settings) const
{
    m_view->saveLayout(settings);
    settings.setValue("view"_L1, m_mode == Mode::Overview ? kOverviewName : QString());
    settings.setValue("splitter"_L1, m_splitter->saveState());
    settings.setValue("details"_L1, m_details->layoutState());
}

void GatewayPage::restoreLayout(const QSettings& settings)
{
    m_view->restoreLayout(settings);
    m_mode = settings.value("view"_L1).toString() == kOverviewName ? Mode::Overview : Mode::Groups;
    showContent();
    m_splitter->restoreState(settings.value("splitter"_L1).toByteArray());
    m_details->restoreLayout(settings.value("details"_L1).toByteArray());
}

} // namespace pushgate::gui

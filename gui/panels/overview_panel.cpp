// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/overview_panel.h"

#include "core/browse/overview.h"
#include "gui/charts/activity_chart.h"
#include "gui/charts/age_chart.h"
#include "gui/charts/job_chart.h"
#include "gui/charts/state_chart.h"
#include "gui/client/gateway.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pushgate::gui {

namespace {

    constexpr int kMargin = 16;
    constexpr int kGap = 16;

} // namespace

OverviewPanel::OverviewPanel(
    Gateway& gateway, const core::GroupFilterModel& groups, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_groups(groups)
    , m_states(new StateChart(this))
    , m_ages(new AgeChart(this))
    , m_jobs(new JobChart(this))
    , m_activity(new ActivityChart(this))
{
    setAccessibleName(tr("Overview"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    grid->setSpacing(kGap);
    QVBoxLayout* const states = addPicture(*m_states, tr("Groups by state"));
    grid->addLayout(states, 0, 0, 1, 2);
    grid->addLayout(addPicture(*m_ages, tr("Groups by age of the last push")), 1, 0);
    grid->addLayout(addPicture(*m_jobs, tr("Jobs with the most series")), 1, 1);
    QVBoxLayout* const activity = addPicture(*m_activity, {});
    grid->addLayout(activity, 2, 0, 1, 2);
    m_activityCaption = qobject_cast<QLabel*>(activity->itemAt(0)->widget());
    for (const int row : {1, 2})
        grid->setRowStretch(row, 1);
    for (const int column : {0, 1})
        grid->setColumnStretch(column, 1);
    connectPictures();
    connect(&gateway, &Gateway::ticked, this, &OverviewPanel::refresh);
    connect(&gateway, &Gateway::activityUpdated, this, &OverviewPanel::showActivity);
}

/// A caption with a picture below it.
QVBoxLayout* OverviewPanel::addPicture(ChoiceChart& chart, const QString& caption)
{
    auto* const label = new QLabel(caption, this);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    auto* const picture = new QVBoxLayout;
    picture->setSpacing(8);
    picture->addWidget(label);
    picture->addWidget(&chart, 1);
    return picture;
}

void OverviewPanel::connectPictures()
{
    connect(m_states, &ChoiceChart::chosen, this,
        [this](int id) { emit stateChosen(static_cast<core::GroupState>(id)); });
    connect(m_ages, &ChoiceChart::chosen, this, [this](int id) {
        const core::AgeBin bin = m_ages->bin(id);
        emit agesChosen({bin.from, bin.to});
    });
    connect(m_jobs, &ChoiceChart::chosen, this,
        [this](int id) { emit jobChosen(m_jobs->job(id).job); });
    connect(m_activity, &ChoiceChart::chosen, this, [this](int id) {
        if (id == ActivityChart::Failures)
            emit stateChosen(core::GroupState::Failed);
        else
            emit agesChosen({{}, m_activity->span()});
    });
}

void OverviewPanel::refresh()
{
    if (!isVisible())
        return;
    const core::Overview overview = core::overviewOf(m_groups.groups(), m_groups.filter());
    m_states->show(overview.states);
    m_ages->show(overview.ages);
    m_jobs->show(overview.jobs);
    showActivity();
}

void OverviewPanel::showActivity()
{
    if (!isVisible())
        return;
    const GatewayActivity told = m_gateway.activity();
    m_activity->show(told.activity);
    m_activityCaption->setText(told.source == GatewayActivity::Source::Gateway
            ? tr("Pushes and failures a minute")
            : tr("Pushes and failures a minute, as seen by this program"));
    m_activityCaption->setToolTip(told.source == GatewayActivity::Source::Gateway
            ? QString()
            : tr("This gateway does not count them. Of several pushes into a group between two "
                 "looks, one is seen."));
}

void OverviewPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_gateway.setActivityWish(GatewayClient::ActivityWish::Followed);
    refresh();
}

void OverviewPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_gateway.setActivityWish(GatewayClient::ActivityWish::Ignored);
}

} // namespace pushgate::gui

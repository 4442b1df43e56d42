// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/filter_line.h"
#include "core/browse/group_filter_model.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace pushgate::gui {

class ActivityChart;
class AgeChart;
class ChoiceChart;
class Gateway;
class JobChart;
class StateChart;

/// All groups of the filter in four pictures; what is chosen in them narrows the table.
/// Cost    the figures are counted once a second while the panel is to be seen, else never.
class OverviewPanel final : public QWidget {
    Q_OBJECT

public:
    /// `gateway` and `groups` must outlive the panel.
    OverviewPanel(
        Gateway& gateway, const core::GroupFilterModel& groups, QWidget* parent = nullptr);

    void refresh(); ///< now, as the filter is another; nothing while nobody sees it

signals:
    void stateChosen(pushgate::core::GroupState state);
    void agesChosen(const pushgate::core::AgeBounds& ages);
    void jobChosen(const QByteArray& job);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QVBoxLayout* addPicture(ChoiceChart& chart, const QString& caption);
    void connectPictures();
    void showActivity();

    Gateway& m_gateway;
    const core::GroupFilterModel& m_groups;
    StateChart* m_states;
    AgeChart* m_ages;
    JobChart* m_jobs;
    ActivityChart* m_activity;
    QLabel* m_activityCaption;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/alarm_pacer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pushgate::gui {

void AlarmPacer::begin(core::TimePoint now)
{
    if (!m_since)
        m_since = now;
}

void AlarmPacer::addGroups(std::vector<core::TurnedGroup> groups, core::TimePoint now)
{
    if (groups.empty())
        return;
    begin(now);
    std::move(groups.begin(), groups.end(), std::back_inserter(m_groups));
}

void AlarmPacer::addLoss(core::TimePoint now)
{
    if (m_link == Alarm::Kind::Back)
        m_link.reset(); // nobody has heard of the return
    if (m_hasToldLoss)
        return;
    begin(now);
    m_link = Alarm::Kind::Lost;
}

void AlarmPacer::addReturn(core::TimePoint now)
{
    m_link.reset();
    if (!m_hasToldLoss)
        return; // nobody has heard of the loss
    begin(now);
    m_link = Alarm::Kind::Back;
}

void AlarmPacer::dropRecovered(const core::GroupModel& groups)
{
    for (core::TurnedGroup& group : m_groups) {
        const int row = groups.find(group.key);
        group.state = row < 0 ? core::GroupState::Fresh : groups.state(row);
    }
    std::erase_if(
        m_groups, [](const auto& group) { return group.state == core::GroupState::Fresh; });
    // One that has turned, recovered and turned again is told once.
    std::sort(m_groups.begin(), m_groups.end(),
        [](const auto& one, const auto& other) { return one.key < other.key; });
    const auto end = std::unique(m_groups.begin(), m_groups.end(),
        [](const auto& one, const auto& other) { return one.key == other.key; });
    m_groups.erase(end, m_groups.end());
    std::stable_sort(m_groups.begin(), m_groups.end(),
        [](const auto& one, const auto& other) { return one.state < other.state; });
}

std::optional<Alarm> AlarmPacer::take(const core::GroupModel& groups, core::TimePoint now)
{
    if (!m_since || now < *m_since + kGather || (m_told && now < *m_told + kPause))
        return std::nullopt;
    dropRecovered(groups);
    std::optional<Alarm> alarm;
    if (m_link) {
        m_hasToldLoss = m_link == Alarm::Kind::Lost;
        alarm = Alarm{*std::exchange(m_link, std::nullopt), {}};
    } else if (!m_groups.empty()) {
        alarm = Alarm{Alarm::Kind::Groups, std::exchange(m_groups, {})};
    }
    if (alarm)
        m_told = now;
    if (m_groups.empty())
        m_since.reset();
    return alarm;
}

void AlarmPacer::clear()
{
    m_groups.clear();
    m_link.reset();
    m_since.reset();
    m_told.reset(); // by a clock that may have been wrong
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/gateway_list_model.h"

#include "gui/text/group_cells.h"
#include "gui/text/messages.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    int urgentCount(const core::StateCounts& counts)
    {
        return counts.total() - counts.of(core::GroupState::Fresh);
    }

} // namespace

GatewayListModel::GatewayListModel(const core::Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

GatewayListModel::~GatewayListModel() = default;

Gateway& GatewayListModel::add(std::unique_ptr<Gateway> gateway)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    Gateway& added = *m_gateways.emplace_back(std::move(gateway));
    endInsertRows();
    const auto changed = [this, &added] {
        const int at = rowOf(added);
        if (at >= 0)
            emit dataChanged(index(at), index(at));
    };
    connect(&added, &Gateway::statusChanged, this, changed);
    connect(&added, &Gateway::ticked, this, changed);
    connect(&added.groups(), &core::GroupModel::countsChanged, this, changed);
    return added;
}

void GatewayListModel::remove(const Gateway& gateway)
{
    const int row = rowOf(gateway);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    const std::unique_ptr<Gateway> removed = std::move(m_gateways[size_t(row)]);
    m_gateways.erase(m_gateways.begin() + row);
    endRemoveRows();
}

int GatewayListModel::rowOf(const Gateway& gateway) const
{
    const auto at = std::find_if(m_gateways.begin(), m_gateways.end(),
        [&](const auto& candidate) { return candidate.get() == &gateway; });
    return at == m_gateways.end() ? -1 : static_cast<int>(at - m_gateways.begin());
}

GatewaysSummary GatewayListModel::summaryOfAll() const
{
    GatewaysSummary summary;
    for (const auto& gateway : m_gateways) {
        ++summary.gateways;
        if (gateway->status().link == GatewayStatus::Link::Lost)
            ++summary.lost;
        summary.counts += gateway->groups().counts();
    }
    return summary;
}

int GatewayListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_gateways.size());
}

QString GatewayListModel::summary(const Gateway& gateway) const
{
    if (gateway.status().link != GatewayStatus::Link::Live)
        return linkText(gateway, m_clock.now());
    const core::StateCounts& counts = gateway.groups().counts();
    QStringList parts;
    for (const core::GroupState state : core::kGroupStates) {
        if (state != core::GroupState::Fresh && counts.of(state) > 0)
            parts.push_back(
                QLocale().toString(counts.of(state)) + u' ' + stateWord(state).toLower());
    }
    return parts.isEmpty() ? tr("%n group(s)", nullptr, counts.total()) : parts.join(", "_L1);
}

QVariant GatewayListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Gateway& gateway = at(index.row());
    const QString title = gateway.connection().title();
    switch (role) {
    case Qt::DisplayRole:
        return gateway.place() == Gateway::Place::Local ? tr("Local %1").arg(title) : title;
    case Qt::ToolTipRole:
        return gateway.connection().url.toString() + u'\n' + linkText(gateway, m_clock.now());
    case Qt::AccessibleTextRole: return title + ": "_L1 + summary(gateway);
    case LinkRole: return static_cast<int>(gateway.status().link);
    case SummaryRole: return summary(gateway);
    case UrgentRole: return urgentCount(gateway.groups().counts());
    default: return {};
    }
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway.h"
#include "gui/client/gateways_summary.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace pushgate::gui {

/// The gateways at the left: who they are and how they are doing. Owns them.
class GatewayListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        LinkRole = Qt::UserRole, ///< GatewayStatus::Link as int
        SummaryRole, ///< the second line
        UrgentRole ///< number of failed, stale and overdue groups
    };

    /// `clock` must outlive the model.
    explicit GatewayListModel(const core::Clock& clock, QObject* parent = nullptr);
    ~GatewayListModel() override;

    Gateway& add(std::unique_ptr<Gateway> gateway);
    /// The gateway is gone after `rowsRemoved`.
    void remove(const Gateway& gateway);
    Gateway& at(int row) const { return *m_gateways[size_t(row)]; }
    int rowOf(const Gateway& gateway) const; ///< -1: none
    GatewaysSummary summaryOfAll() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString summary(const Gateway& gateway) const;

    const core::Clock& m_clock;
    std::vector<std::unique_ptr<Gateway>> m_gateways;
};

} // namespace pushgate::gui

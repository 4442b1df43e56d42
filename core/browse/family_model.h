// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace pushgate::core {

/// What a group holds, as a tree: families, their series, and below a histogram or summary its
/// parts. Taking newer details touches only what differs, so that open branches stay open.
class FamilyModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, ValueColumn, HelpColumn, ColumnCount };
    enum Role {
        LevelRole = Qt::UserRole, ///< 0 family, 1 series, 2 part
        /// `const FamilyRow*` and `const SeriesRow*` that the line belongs to, valid as long as the
        /// details; the series is null on the line of a family with several.
        FamilyRole,
        SeriesRole
    };

    explicit FamilyModel(QObject* parent = nullptr);
    ~FamilyModel() override;

    /// Null: nothing to show. Cost  O(series of old and new).
    void setDetails(const GroupDetailsPtr& details);
    const GroupDetailsPtr& details() const { return m_details; }
    /// What the column heads say, as many as there are columns.
    void setHeaders(QStringList headers) { m_headers = std::move(headers); }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    QModelIndex indexOf(const Node& node, int column) const;
    Node& nodeOf(const QModelIndex& index) const;
    void turnInto(Node& node, std::vector<std::unique_ptr<Node>> children);
    void insertChildren(Node& node, int first, std::span<std::unique_ptr<Node>> children);
    void removeChildren(Node& node, int first, int count);

    std::unique_ptr<Node> m_root;
    GroupDetailsPtr m_details;
    QStringList m_headers;
};

} // namespace pushgate::core

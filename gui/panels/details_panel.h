// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/family_model.h"
#include "core/browse/group_words.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace pushgate::gui {

/// What one group holds: its labels, why it is in its state, its families and series.
class DetailsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget* parent = nullptr);

    /// The group to show, whose details may come later; nothing: an invitation to choose one.
    void setGroup(const std::optional<core::GroupMoment>& moment, int selected);
    /// Those of another group than the one shown are passed over; null: it is gone.
    void setDetails(const core::GroupDetailsPtr& details);
    const core::GroupDetailsPtr& details() const { return m_families.details(); }

private:
    QWidget* makeHeader();
    void showHint(const QString& text);
    void copyValue();

    core::FamilyModel m_families;
    QSortFilterProxyModel m_found;
    std::optional<core::GroupingKey> m_key;
    QStackedWidget* m_pages;
    QLabel* m_hint;
    QLabel* m_sign;
    QLabel* m_title;
    QLabel* m_reason;
    QLineEdit* m_search;
    QTreeView* m_tree;
};

} // namespace pushgate::gui

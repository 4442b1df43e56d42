// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/family_model.h"
#include "core/browse/group_words.h"
#include "gui/text/copies.h"

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace pushgate::gui {

class Gateway;
class SeriesPanel;

/// What one group holds: its labels, why it is in its state, its families and series, and beside
/// them what the chosen series is like.
class DetailsPanel final : public QWidget {
    Q_OBJECT

public:
    /// `gateway` must outlive the panel.
    explicit DetailsPanel(const Gateway& gateway, QWidget* parent = nullptr);

    /// The group to show, whose details may come later; nothing: an invitation to choose one.
    void setGroup(const std::optional<core::GroupMoment>& moment, int selected);
    /// Those of another group than the one shown are passed over; null: it is gone.
    void setDetails(const core::GroupDetailsPtr& details);
    const core::GroupDetailsPtr& details() const { return m_families.details(); }

    QByteArray layoutState() const; ///< how wide the part beside the tree is
    void restoreLayout(const QByteArray& state);

signals:
    /// Something is in the clipboard; `text` says what it lacks.
    void copied(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpTree();
    void fitColumns();
    QWidget* makeHeader();
    void find();
    void showSeries();
    void showHint(const QString& text);
    void copyValue();
    void take(const Copy& copy);
    void showMenu(const QPoint& position);

    const Gateway& m_gateway;
    core::FamilyModel m_families;
    QSortFilterProxyModel m_found;
    std::optional<core::GroupingKey> m_key;
    QStackedWidget* m_pages;
    QLabel* m_hint;
    QLabel* m_sign = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_reason = nullptr;
    QLineEdit* m_search = nullptr;
    QTimer m_untilFind;
    QSplitter* m_splitter;
    QTreeView* m_tree;
    SeriesPanel* m_series;
    QScrollArea* m_side; // around m_series
};

} // namespace pushgate::gui

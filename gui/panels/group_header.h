// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_model.h"

#include <QHeaderView>

#include <vector>

class QMenu;
class QSettings;

namespace pushgate::gui {

/// The columns of the table of groups: shown, hidden, moved, made wider; any label as one of its
/// own. Remembers all of it.
class GroupHeader final : public QHeaderView {
    Q_OBJECT

public:
    /// `groups` must outlive the header.
    explicit GroupHeader(core::GroupModel& groups, QWidget* parent = nullptr);

    /// Once the view has its model: widths that suit the language, and what is hidden at first.
    void setUp();
    /// A label of the user's choice as a column. No error if all columns for labels are in use.
    void showLabel(const QByteArray& name);
    void hideLabel(const QByteArray& name);
    /// The one label that has a column whatever was chosen, as the rows stand by it; empty: none.
    void setPinnedLabel(const QByteArray& name);
    /// Everything there is to choose, with check marks.
    void fillMenu(QMenu& menu);

    void save(QSettings& settings) const;
    void restore(const QSettings& settings); ///< what `save` wrote, if it did

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addColumnActions(QMenu& menu);
    void addLabelActions(QMenu& menu);
    bool isChosen(const QByteArray& name) const;
    void applyLabels();
    void placePinned(const core::LabelColumns& labels);
    int widthOf(core::GroupColumn column, int atLeast) const;

    core::GroupModel& m_groups;
    core::LabelColumns m_chosen; // by the user
    QByteArray m_pinned;
};

} // namespace pushgate::gui

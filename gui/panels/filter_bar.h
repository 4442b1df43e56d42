// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_filter.h"

#include <QWidget>

#include <array>
#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QToolButton;

namespace pushgate::gui {

/// The filter line and a chip for each state with its count.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    void setCounts(const core::StateCounts& counts);
    void setState(std::optional<core::GroupState> state); ///< nothing: all
    core::GroupFilter filter() const; ///< while the line has a fault: the last one without
    core::FilterLine line() const; ///< as typed
    void setFilter(const core::FilterLine& line, std::optional<core::GroupState> state);
    void focusLine();
    void clear();

signals:
    void filterChanged(const pushgate::core::GroupFilter& filter);
    void left(); ///< Down was pressed: on to the table

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addChip(int id);

    void readLine();

    core::GroupFilter m_filter; // of the line, without a state
    QLineEdit* m_line;
    QLabel* m_fault;
    QButtonGroup* m_chips; // ids: 0 all, 1 + state
};

} // namespace pushgate::gui

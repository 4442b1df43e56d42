// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/connection.h"
#include "gui/client/gateway.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace pushgate::gui {

/// Whether what a gateway holds can be taken down before it is wiped, so that undo brings it back:
/// up to kMostUndoneGroups and kMostUndoneSeries, which fit into memory and into some seconds.
bool canUndoWipe(const core::GroupModel& groups);

inline constexpr int kMostUndoneGroups = 5'000;
inline constexpr qint64 kMostUndoneSeries = 500'000;

/// Asks before all groups of a gateway are deleted: wants the name of the gateway typed, says
/// whether it can be undone. Delete is not the default button, and off while the gateway is lost.
class WipeDialog final : public QDialog {
    Q_OBJECT

public:
    /// `gateway` must outlive the dialog.
    explicit WipeDialog(const Gateway& gateway, QWidget* parent = nullptr);

private:
    void addTexts();
    void addButtons();
    void showState();

    const Gateway& m_gateway;
    QLineEdit* m_name;
    QPushButton* m_delete = nullptr;
};

} // namespace pushgate::gui

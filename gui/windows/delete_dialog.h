// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/grouping_key.h"
#include "gui/client/connection.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QPushButton;

namespace pushgate::gui {

/// Asks before groups are deleted: lists what goes, says what stays, wants the count typed where it
/// is large. Delete is not the default button.
class DeleteDialog final : public QDialog {
    Q_OBJECT

public:
    DeleteDialog(const Connection& connection, const std::vector<core::GroupingKey>& keys,
        QWidget* parent = nullptr);

private:
    QWidget* makeList(const std::vector<core::GroupingKey>& keys);
    void addCountLine(qsizetype count);

    QPushButton* m_delete = nullptr;
    QLineEdit* m_count = nullptr;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/grouping_key.h"
#include "gui/client/gateway.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace pushgate::gui {

/// Pushes a body that somebody types or loads; says while they type what is wrong with it.
class PushDialog final : public QDialog {
    Q_OBJECT

public:
    /// `gateway` must outlive the dialog. `key`: the group to begin with; nothing: an example.
    PushDialog(
        Gateway& gateway, const std::optional<core::GroupingKey>& key, QWidget* parent = nullptr);

private:
    void setUpFields(QFormLayout& form);
    void setUpButtons();
    void loadFile();
    void check();
    void push();
    void takeResult(const PushReport& report);

    Gateway& m_gateway;
    QLineEdit* m_labels;
    QComboBox* m_mode;
    QPlainTextEdit* m_body;
    QLabel* m_verdict;
    QPushButton* m_push = nullptr;
    QTimer m_pause; // in typing
    JobId m_job = 0; // under way or done last
};

} // namespace pushgate::gui

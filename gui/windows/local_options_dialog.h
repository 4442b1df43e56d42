// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/local_options.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace pushgate::gui {

/// Asks how the local gateway is to be started.
class LocalOptionsDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Effect { AtOnce, AtNextStart };

    LocalOptionsDialog(const LocalOptions& options, Effect effect, QWidget* parent = nullptr);

    LocalOptions options() const;

private:
    QWidget* makeFileLine();
    void chooseFile();
    void showFields();

    QSpinBox* m_port;
    QComboBox* m_place;
    QLineEdit* m_file;
    QPushButton* m_choose;
    QPushButton* m_ok = nullptr;
};

} // namespace pushgate::gui

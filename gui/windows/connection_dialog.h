// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_words.h"
#include "gui/client/connection.h"
#include "gui/client/gateway.h"

#include <QDialog>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace pushgate::gui {

class StaleAfterBox;

class NetworkThread;
class SecretKeeper;

/// Asks how to reach a gateway; Test tries it and says in words what is wrong.
class ConnectionDialog final : public QDialog {
    Q_OBJECT

public:
    /// What a test needs; all of it must outlive the dialog.
    struct World {
        NetworkThread& network;
        const core::GroupWords& words;
        const core::Clock& clock;
        SecretKeeper* secrets = nullptr; ///< null: secrets last until the program ends
    };

    /// `connection`: to be edited; nothing: a new one.
    ConnectionDialog(
        const std::optional<Connection>& connection, World world, QWidget* parent = nullptr);
    ~ConnectionDialog() override;

    /// What was typed. Errors  BadRequest: no address.
    core::Result<Connection> connection() const;

private:
    void addFields(QFormLayout& form);
    void addTlsFields(QFormLayout& form);
    void setFocusOrder();
    QWidget* fileLine(QLineEdit* line, const QString& name);
    void fill(const Connection& connection);
    void showFields();
    void test();
    void showTest();
    void showSecretPlace();

    World m_world;
    QString m_id; // of the connection that is edited
    bool m_lackedSecret = false; // and may go on without it
    QLineEdit* m_address;
    QLineEdit* m_name;
    QComboBox* m_signIn;
    QLineEdit* m_user;
    QLineEdit* m_secret;
    QLabel* m_secretPlace;
    QLineEdit* m_caFile;
    QLineEdit* m_certificateFile;
    QLineEdit* m_keyFile;
    QCheckBox* m_ignoreTls;
    StaleAfterBox* m_staleAfter;
    QCheckBox* m_notices;
    QLabel* m_verdict;
    QFormLayout* m_form = nullptr;
    QDialogButtonBox* m_buttons;
    std::unique_ptr<Gateway> m_tested;
};

} // namespace pushgate::gui

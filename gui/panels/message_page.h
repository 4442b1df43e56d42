// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace pushgate::gui {

/// Stands where a table would, when there is none: says why, and what to do next.
class MessagePage final : public QWidget {
    Q_OBJECT

public:
    struct Message {
        QString title;
        QString text;
        QString command; ///< a line for a terminal, to be copied; empty: none
        QString action; ///< what the button says; empty: no button
    };

    explicit MessagePage(QWidget* parent = nullptr);

    void show(const Message& message);
    QString title() const;
    QString command() const;

signals:
    void actionRequested();

private:
    void setUpCommand();

    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_commandRow;
    QLabel* m_command;
    QPushButton* m_action;
};

} // namespace pushgate::gui

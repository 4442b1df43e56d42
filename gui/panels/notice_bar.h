// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <chrono>

class QLabel;
class QPushButton;
class QToolButton;

namespace pushgate::gui {

/// One line between the filter and the table that says what happened and offers what can be done.
/// Hidden while there is nothing to say.
class NoticeBar final : public QFrame {
    Q_OBJECT

public:
    struct Notice {
        QString text;
        QString action; ///< what the button says; empty: no button
        std::chrono::milliseconds duration{0}; ///< 0: until dismissed
    };
    enum class Closing { ByUser, ByProgram };

    explicit NoticeBar(Closing closing, QWidget* parent = nullptr);

    void show(const Notice& notice);
    void dismiss();
    QString text() const;

signals:
    void actionRequested();

private:
    QLabel* m_text;
    QPushButton* m_action;
    QTimer m_end;
};

} // namespace pushgate::gui

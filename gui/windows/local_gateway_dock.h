// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/local_gateway.h"

#include <QDockWidget>

class QLabel;
class QPushButton;
class QSettings;

namespace pushgate::gui {

class LogView;

/// The local gateway: whether it runs or why it does not, how it is started, and its log.
class LocalGatewayDock final : public QDockWidget {
    Q_OBJECT

public:
    /// `local` and `settings` must outlive the dock.
    LocalGatewayDock(LocalGateway& local, QSettings& settings, QWidget* parent = nullptr);

    /// As somebody wants it to be, from one start to the next.
    void start();
    void askOptions();
    QString stateText() const;

signals:
    void stopRequested();

private:
    QLayout* makeHead();
    void takeStart();
    void takeFailure(const LocalFailure& failure);
    void showState();
    void copyExample();

    LocalGateway& m_local;
    QSettings& m_settings;
    QString m_failure; // the last one, in words; empty: none since the last start
    QLabel* m_state;
    QPushButton* m_toggle;
    QPushButton* m_example;
    LogView* m_log;
};

} // namespace pushgate::gui

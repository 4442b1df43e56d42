// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/activity.h"
#include "gui/client/connection.h"

#include <QObject>
#include <QTimer>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace pushgate::gui {

/// Asks a gateway again and again how much happened there lately, until it says that it does not
/// know. Other failures are left to what lists the groups; it just asks again.
/// Threads  that of `network`.
class ActivityPoll final : public QObject {
    Q_OBJECT

public:
    /// `network` must outlive the poll. Asks at once.
    ActivityPoll(QNetworkAccessManager& network, Connection connection,
        std::chrono::milliseconds interval = std::chrono::seconds(10), QObject* parent = nullptr);
    ~ActivityPoll() override;

signals:
    void received(const pushgate::core::Activity& activity);
    void refused(); ///< there is no such path; nothing more is asked

private:
    void ask();
    void take(QNetworkReply& reply);

    QNetworkAccessManager& m_network;
    Connection m_connection;
    QTimer m_next;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway_job.h"
#include "gui/client/request_batch.h"

#include <QObject>

namespace pushgate::gui {

/// Deletes groups one by one, which both kinds of gateway can, and takes down first what they held;
/// or pushes groups again from what was taken down.
/// Cost    one listing of all metrics before the deletes.
class GroupJob final : public QObject {
    Q_OBJECT

public:
    /// `network` must outlive the job.
    GroupJob(QNetworkAccessManager& network, Connection connection, JobId job,
        QObject* parent = nullptr);

    void deleteGroups(std::vector<core::GroupingKey> keys);
    void restoreGroups(std::vector<GroupBackup> backups);
    void cancel();

signals:
    void progressed(pushgate::gui::JobId job, qsizetype done);
    /// Comes exactly once.
    void finished(const pushgate::gui::JobReport& report);

private:
    void takeDown(const std::vector<core::GroupingKey>& keys, QNetworkReply& reply);
    void failAll(const std::vector<core::GroupingKey>& keys, const ClientError& error);
    void run(const QByteArray& verb);
    void report();

    QNetworkAccessManager& m_network;
    Connection m_connection;
    JobId m_job;
    std::vector<GroupBackup> m_backups; // one for each step of the batch
    RequestBatch* m_batch = nullptr;
    bool m_isCancelled = false;
};

} // namespace pushgate::gui

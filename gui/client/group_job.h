// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway_identity.h"
#include "gui/client/gateway_job.h"
#include "gui/client/request_batch.h"

#include <QObject>

namespace pushgate::gui {

/// Deletes groups or all of them, and takes down first what they held; or pushes groups again from
/// what was taken down. A Pushgate gateway gives each group as a body that makes it again, and
/// deletes many with one call. A Go Pushgateway is asked for all that it holds, and for the end of
/// each group by itself. Cost    Pushgate: that of the groups; else one listing of all metrics, and
/// a call for each.
class GroupJob final : public QObject {
    Q_OBJECT

public:
    struct Target {
        Connection connection;
        GatewayIdentity::Kind kind = GatewayIdentity::Kind::Pushgate;
    };

    /// `network` must outlive the job.
    GroupJob(QNetworkAccessManager& network, Target target, JobId job, QObject* parent = nullptr);

    void deleteGroups(std::vector<core::GroupingKey> keys);
    /// Deletes all that the gateway holds, with one call, after `kept` were taken down. Nothing is
    /// deleted where one of them could not be.
    void wipe(std::vector<core::GroupingKey> kept);
    void restoreGroups(std::vector<GroupBackup> backups);
    void cancel();

signals:
    void progressed(pushgate::gui::JobId job, qsizetype done);
    /// Comes exactly once.
    void finished(const pushgate::gui::JobReport& report);

private:
    using Next = void (GroupJob::*)();

    void takeDown(std::vector<core::GroupingKey> keys);
    void wipeAll();
    void takeWiped();
    void askForEach();
    void takeBodies();
    void deleteNamed();
    void takeNamed();
    void askForAll();
    void takeListing(QNetworkReply& reply);
    void runEach(const QByteArray& verb);
    void takeEach();
    void run(std::vector<BatchStep> steps, Next next);
    void fail(const core::GroupingKey& key, const ClientError& error);
    void failAll(const ClientError& error);
    void finish();

    QNetworkAccessManager& m_network;
    Target m_target;
    std::vector<core::GroupingKey> m_keys; // to be deleted, ascending
    std::vector<GroupBackup> m_backups; // of those that are there
    std::vector<size_t> m_perCall; // how many of m_backups each step of the batch deletes
    RequestBatch* m_batch = nullptr; // under way
    double m_groupsPerStep = 1; // of the batch, for the progress
    double m_progress = 0; // groups, before the batch
    bool m_isCancelled = false;
    bool m_isWiping = false;
    JobReport m_report;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/activity.h"
#include "core/browse/group_details.h"
#include "core/browse/group_model.h"
#include "gui/client/client_error.h"
#include "gui/client/connection.h"
#include "gui/client/gateway_identity.h"
#include "gui/client/gateway_job.h"
#include "gui/client/group_listing.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace pushgate::gui {

class ActivityPoll;
class GroupJob;

/// What is new at a gateway, and what time it is there.
struct GroupNews {
    core::GroupChanges changes;
    core::TimePoint gatewayNow;
};

/// Talks to one gateway: finds out what it is, lists its groups, stays up to date, tries again when
/// it is lost, deletes and restores groups.
/// Threads  made anywhere, then moved to a network thread, where all members run and all JSON is
///          read; signals carry values that never change.
class GatewayClient final : public QObject {
    Q_OBJECT

public:
    enum class Updates { Live, OnRequest };
    enum class ActivityWish { Ignored, Followed };

    explicit GatewayClient(Connection connection);
    ~GatewayClient() override;

    void start();
    void reconnect(); ///< over connections that are new, and with patience that is new
    void refresh(); ///< now, also before the next attempt is due
    void setUpdates(Updates updates);
    /// Of groups of a gateway without rules.
    void setStaleAfter(std::optional<std::chrono::seconds> age);
    /// The group whose details are wanted, on every change of it; nothing: none.
    void watch(const std::optional<core::GroupingKey>& key);
    /// Whether somebody wants to know how much happens at the gateway.
    void setActivityWish(ActivityWish wish);

    void deleteGroups(JobId id, const std::vector<core::GroupingKey>& keys);
    /// Deletes everything, after `kept` were taken down; if that fails, nothing is deleted.
    void wipe(JobId id, const std::vector<core::GroupingKey>& kept);
    void restoreGroups(JobId id, const std::vector<GroupBackup>& backups);
    void readContents(JobId id, const std::vector<core::GroupingKey>& keys);
    void cancelJob(JobId id);
    void push(JobId id, const PushOrder& order);

signals:
    void identified(const pushgate::gui::GatewayIdentity& identity);
    void groupsReceived(const pushgate::gui::GroupNews& news);
    /// Null: the group that is watched is not there.
    void detailsReceived(const pushgate::core::GroupDetailsPtr& details);
    /// Nothing: the gateway does not tell.
    void activityReceived(const std::optional<pushgate::core::Activity>& activity);
    void lost(const pushgate::gui::ClientError& error, std::chrono::milliseconds untilRetry);
    void jobProgressed(pushgate::gui::JobId job, qsizetype done);
    void groupsDeleted(const pushgate::gui::JobReport& report);
    void wiped(const pushgate::gui::JobReport& report);
    void groupsRestored(const pushgate::gui::JobReport& report);
    void contentsRead(const pushgate::gui::ContentsReport& report);
    void pushed(const pushgate::gui::PushReport& report);

private:
    using Report = void (GatewayClient::*)(const JobReport& report);
    using Take = std::function<void(GatewayClient&, QNetworkReply& reply)>;

    QNetworkReply* ask(const QByteArray& path, const Take& take);
    void poll();
    void askStatus();
    void askGroups();
    void askMetrics();
    void askDetails();
    void takeStatus(QNetworkReply& reply);
    void takeGroups(QNetworkReply& reply);
    void takeMetrics(QNetworkReply& reply);
    void takeDetails(const core::GroupingKey& key, QNetworkReply& reply);
    bool concernsWatched(const core::GroupChanges& changes) const;
    void identify(GatewayIdentity::Kind kind);
    void followActivity();
    void scheduleNext();
    void fail(const ClientError& error);
    GroupJob* newJob(JobId id, Report report);

    Connection m_connection;
    QNetworkAccessManager* m_network = nullptr; // made on the network thread
    QTimer* m_next = nullptr;
    QNetworkReply* m_poll = nullptr; // the one request that keeps the list up to date
    Updates m_updates = Updates::Live;
    ActivityWish m_activityWish = ActivityWish::Ignored;
    std::unique_ptr<ActivityPoll> m_activity; // while it is followed
    QString m_version;
    GatewayIdentity::Admin m_admin = GatewayIdentity::Admin::Off;
    std::optional<GatewayIdentity> m_identity;
    GroupListing m_listing; // of a Pushgate
    std::optional<core::GroupingKey> m_watched;
    int m_failures = 0; // in a row
};

} // namespace pushgate::gui

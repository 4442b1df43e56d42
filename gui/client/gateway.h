// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/browse/activity.h"
#include "core/browse/clock_watch.h"
#include "core/browse/value_history.h"
#include "gui/client/gateway_client.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace pushgate::gui {

class NetworkThread;

/// How a gateway is doing, as far as can be seen from here.
struct GatewayStatus {
    enum class Link {
        AwaitingSecret, ///< somebody looks for the password; nothing is asked meanwhile
        SecretMissing, ///< nobody has the password; nothing is asked without it
        Connecting,
        Live,
        Lost
    };

    Link link = Link::Connecting;
    std::optional<GatewayIdentity> identity; ///< of the last time it was seen
    std::optional<core::TimePoint> updated; ///< when it last answered, by our clock
    std::optional<ClientError> error; ///< of Lost
    core::TimePoint lostAt; ///< of Lost
    core::TimePoint retryAt; ///< of Lost
};

/// Pushes and failures, and who counted them.
struct GatewayActivity {
    enum class Source {
        Gateway,
        Program ///< what could be seen from here, since the program runs
    };

    core::Activity activity;
    Source source = Source::Program;
};

/// One gateway as the windows know it: its groups, its state, what can be asked of it.
/// Threads  that of the windows; the work is done by a GatewayClient on the network thread.
class Gateway final : public QObject {
    Q_OBJECT

public:
    enum class Place { Remote, Local }; ///< Local: a child of this program

    /// `words`, `clock` and `network` must outlive the gateway. Without its secret it waits for
    /// setConnection.
    Gateway(Connection connection, Place place, NetworkThread& network,
        const core::GroupWords& words, const core::Clock& clock, QObject* parent = nullptr);
    ~Gateway() override;

    const Connection& connection() const { return m_connection; }
    /// Reaches the gateway in another way from now on; what is under way is given up.
    void setConnection(Connection connection);
    /// Where the gateway has no rules, for the groups that are known, too; nothing: never.
    void setStaleAfter(std::optional<std::chrono::seconds> age);
    /// Of a gateway that awaits its secret: there is none to be had.
    void giveUpSecret();
    void setNotices(Connection::Notices notices) { m_connection.notices = notices; }
    Place place() const { return m_place; }
    const GatewayStatus& status() const { return m_status; }
    core::GroupModel& groups() { return m_groups; }
    const core::GroupModel& groups() const { return m_groups; }

    /// Of the groups that were watched.
    const core::ValueHistory& history() const { return m_history; }

    bool isLive() const { return m_updates == GatewayClient::Updates::Live; }
    void setUpdates(GatewayClient::Updates updates);
    void refresh();
    void watch(const std::optional<core::GroupingKey>& key);
    /// While it is followed, the gateway is asked for what it counted.
    void setActivityWish(GatewayClient::ActivityWish wish);
    GatewayActivity activity() const;
    JobId deleteGroups(const std::vector<core::GroupingKey>& keys);
    JobId wipe(const std::vector<core::GroupingKey>& kept);
    JobId restoreGroups(const std::vector<GroupBackup>& backups);
    JobId readContents(const std::vector<core::GroupingKey>& keys);
    void cancelJob(JobId job);
    JobId push(const PushOrder& order);

signals:
    void statusChanged();
    void connectionEdited(); ///< by setStaleAfter
    void ticked(); ///< each second, for what shows ages
    /// The clock jumped: the machine slept, say. The gateway is asked anew; before `ticked`.
    void woke();
    void groupsUpdated();
    void activityUpdated(); ///< by the gateway
    void detailsReceived(const pushgate::core::GroupDetailsPtr& details);
    void jobProgressed(pushgate::gui::JobId job, qsizetype done);
    void groupsDeleted(const pushgate::gui::JobReport& report);
    void wiped(const pushgate::gui::JobReport& report);
    void groupsRestored(const pushgate::gui::JobReport& report);
    void contentsRead(const pushgate::gui::ContentsReport& report);
    void pushed(const pushgate::gui::PushReport& report);

private:
    template <typename... Parameters, typename... Arguments>
    void tell(void (GatewayClient::*what)(Parameters...), Arguments... arguments)
    {
        if (m_client == nullptr)
            return; // there is nothing to be asked without the secret
        QMetaObject::invokeMethod(
            m_client, [client = m_client, what, arguments...] { (client->*what)(arguments...); },
            Qt::QueuedConnection);
    }
    void startClient();
    void endClient();
    void takeActivity(const std::optional<core::Activity>& activity);
    void takeIdentity(const GatewayIdentity& identity);
    void takeNews(const GroupNews& news);
    void takeDetails(const core::GroupDetailsPtr& details);
    void takeLoss(const ClientError& error, std::chrono::milliseconds untilRetry);
    void tick();

    Connection m_connection;
    Place m_place;
    NetworkThread& m_network;
    const core::Clock& m_clock;
    core::GroupModel m_groups;
    core::ValueHistory m_history;
    std::optional<core::GroupingKey> m_watched;
    GatewayStatus m_status;
    std::chrono::nanoseconds m_ahead{0}; // the gateway's clock, of ours
    GatewayClient* m_client = nullptr; // on the network thread; null: without the secret
    GatewayClient::Updates m_updates = GatewayClient::Updates::Live;
    GatewayClient::ActivityWish m_activityWish = GatewayClient::ActivityWish::Ignored;
    std::optional<core::Activity> m_activity; // as the gateway told last
    core::ActivityLog m_seen;
    QTimer m_seconds;
    core::ClockWatch m_watch;
    JobId m_lastJob = 0;
};

} // namespace pushgate::gui

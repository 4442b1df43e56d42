// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway.h"

#include "gui/client/network_thread.h"

#include <utility>

using namespace std::chrono_literals;

namespace pushgate::gui {

Gateway::Gateway(Connection connection, Place place, NetworkThread& network,
    const core::GroupWords& words, const core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_place(place)
    , m_network(network)
    , m_clock(clock)
    , m_groups(words)
    , m_watch(clock.now())
{
    startClient();
    connect(&m_groups, &core::GroupModel::groupTaken, this,
        [this](const core::GroupRow* before, const core::GroupRow& after) {
            m_seen.note(before, after);
        });
    connect(&m_seconds, &QTimer::timeout, this, &Gateway::tick);
    m_seconds.start(1s);
}

Gateway::~Gateway()
{
    endClient();
}

void Gateway::startClient()
{
    if (m_connection.lacksSecret()) {
        m_status.link = GatewayStatus::Link::AwaitingSecret;
        return;
    }
    m_client = new GatewayClient(m_connection);
    connect(m_client, &GatewayClient::identified, this, &Gateway::takeIdentity);
    connect(m_client, &GatewayClient::groupsReceived, this, &Gateway::takeNews);
    connect(m_client, &GatewayClient::lost, this, &Gateway::takeLoss);
    connect(m_client, &GatewayClient::detailsReceived, this, &Gateway::takeDetails);
    connect(m_client, &GatewayClient::jobProgressed, this, &Gateway::jobProgressed);
    connect(m_client, &GatewayClient::groupsDeleted, this, &Gateway::groupsDeleted);
    connect(m_client, &GatewayClient::wiped, this, &Gateway::wiped);
    connect(m_client, &GatewayClient::groupsRestored, this, &Gateway::groupsRestored);
    connect(m_client, &GatewayClient::contentsRead, this, &Gateway::contentsRead);
    connect(m_client, &GatewayClient::pushed, this, &Gateway::pushed);
    connect(m_client, &GatewayClient::activityReceived, this, &Gateway::takeActivity);
    m_network.adopt(m_client);
    tell(&GatewayClient::start);
    tell(&GatewayClient::setUpdates, m_updates);
    tell(&GatewayClient::setActivityWish, m_activityWish);
    tell(&GatewayClient::watch, m_watched);
}

void Gateway::endClient()
{
    if (m_client == nullptr)
        return;
    m_client->disconnect(this);
    m_client->deleteLater();
    m_client = nullptr;
}

void Gateway::giveUpSecret()
{
    if (m_status.link != GatewayStatus::Link::AwaitingSecret)
        return;
    m_status.link = GatewayStatus::Link::SecretMissing;
    emit statusChanged();
}

void Gateway::setConnection(Connection connection)
{
    endClient();
    m_connection = std::move(connection);
    m_status = {};
    m_history = {};
    m_activity.reset();
    startClient();
    emit statusChanged();
}

void Gateway::setStaleAfter(std::optional<std::chrono::seconds> age)
{
    if (std::exchange(m_connection.staleAfter, age) == age)
        return;
    tell(&GatewayClient::setStaleAfter, age);
    if (m_status.identity && m_status.identity->kind == GatewayIdentity::Kind::Pushgateway) {
        core::GroupChanges changes{core::GroupChanges::Scope::Some, {}, {}};
        for (int at = 0; at < m_groups.rowCount(); ++at) {
            core::GroupRow row = *m_groups.group(at);
            row.staleAfter = age;
            changes.changed.push_back(std::make_shared<const core::GroupRow>(std::move(row)));
        }
        m_groups.apply(changes);
        emit groupsUpdated();
    }
    emit connectionEdited();
}

void Gateway::setUpdates(GatewayClient::Updates updates)
{
    if (std::exchange(m_updates, updates) == updates)
        return;
    tell(&GatewayClient::setUpdates, updates);
    emit statusChanged();
}

void Gateway::refresh()
{
    tell(&GatewayClient::refresh);
}

void Gateway::watch(const std::optional<core::GroupingKey>& key)
{
    m_watched = key;
    tell(&GatewayClient::watch, key);
}

void Gateway::setActivityWish(GatewayClient::ActivityWish wish)
{
    m_activityWish = wish;
    tell(&GatewayClient::setActivityWish, wish);
}

GatewayActivity Gateway::activity() const
{
    if (m_activity)
        return {*m_activity, GatewayActivity::Source::Gateway};
    return {m_seen.lastHour(m_groups.now()), GatewayActivity::Source::Program};
}

void Gateway::takeActivity(const std::optional<core::Activity>& activity)
{
    m_activity = activity;
    emit activityUpdated();
}

JobId Gateway::deleteGroups(const std::vector<core::GroupingKey>& keys)
{
    tell(&GatewayClient::deleteGroups, ++m_lastJob, keys);
    return m_lastJob;
}

JobId Gateway::wipe(const std::vector<core::GroupingKey>& kept)
{
    tell(&GatewayClient::wipe, ++m_lastJob, kept);
    return m_lastJob;
}

JobId Gateway::restoreGroups(const std::vector<GroupBackup>& backups)
{
    tell(&GatewayClient::restoreGroups, ++m_lastJob, backups);
    return m_lastJob;
}

JobId Gateway::readContents(const std::vector<core::GroupingKey>& keys)
{
    tell(&GatewayClient::readContents, ++m_lastJob, keys);
    return m_lastJob;
}

void Gateway::cancelJob(JobId job)
{
    tell(&GatewayClient::cancelJob, job);
}

JobId Gateway::push(const PushOrder& order)
{
    tell(&GatewayClient::push, ++m_lastJob, order);
    return m_lastJob;
}

void Gateway::takeIdentity(const GatewayIdentity& identity)
{
    m_status.identity = identity;
    emit statusChanged();
}

void Gateway::takeNews(const GroupNews& news)
{
    const core::TimePoint now = m_clock.now();
    m_ahead = news.gatewayNow - now;
    const bool wasLive
        = std::exchange(m_status.link, GatewayStatus::Link::Live) == GatewayStatus::Link::Live;
    m_status.updated = now;
    m_status.error.reset();
    m_groups.setNow(news.gatewayNow);
    m_groups.apply(news.changes);
    for (const core::GroupingKey& key : news.changes.deleted)
        m_history.forget(key);
    if (m_watched && m_groups.find(*m_watched) < 0)
        m_history.forget(*m_watched);
    emit groupsUpdated();
    if (!wasLive)
        emit statusChanged();
}

void Gateway::takeDetails(const core::GroupDetailsPtr& details)
{
    if (details)
        m_history.observe(*details);
    emit detailsReceived(details);
}

void Gateway::takeLoss(const ClientError& error, std::chrono::milliseconds untilRetry)
{
    const core::TimePoint now = m_clock.now();
    if (std::exchange(m_status.link, GatewayStatus::Link::Lost) != GatewayStatus::Link::Lost)
        m_status.lostAt = now;
    m_status.error = error;
    m_status.retryAt = now + untilRetry;
    emit statusChanged();
}

void Gateway::tick()
{
    const core::TimePoint now = m_clock.now();
    m_groups.setNow(now + m_ahead);
    if (m_watch.hasJumped(now)) {
        tell(&GatewayClient::reconnect); // whatever is open leads nowhere, but may not know yet
        emit woke();
    }
    emit ticked();
}

} // namespace pushgate::gui

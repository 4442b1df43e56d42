// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway_client.h"

#include "gui/client/activity_poll.h"
#include "gui/client/contents_job.h"
#include "gui/client/gateway_answers.h"
#include "gui/client/group_job.h"
#include "gui/client/group_path.h"
#include "gui/client/request_batch.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    constexpr auto kMetricsInterval = 5s; // the whole listing each time
    constexpr auto kGroupsInterval = 250ms; // between two long polls, however much happens
    constexpr int kTimeoutMs = 2 * 1000 * GroupListing::kWaitSeconds; // longer than long polls
    constexpr std::array<std::chrono::milliseconds, 5> kRetries{1s, 2s, 5s, 10s, 30s};

    int statusOf(const QNetworkReply& reply)
    {
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    /// The Go Pushgateway tells the time only in this header, to the second.
    core::TimePoint timeIn(const QNetworkReply& reply)
    {
        const auto here = core::SystemClock().now();
        const QDateTime there = QDateTime::fromString(
            QString::fromLatin1(reply.rawHeader("Date"_ba)), Qt::RFC2822Date);
        if (!there.isValid())
            return here;
        const core::TimePoint time{std::chrono::milliseconds(there.toMSecsSinceEpoch())};
        return std::chrono::abs(time - here) > 2s ? time : here;
    }

} // namespace

GatewayClient::GatewayClient(Connection connection)
    : m_connection(std::move(connection))
{
}

GatewayClient::~GatewayClient() = default;

void GatewayClient::start()
{
    m_network = new QNetworkAccessManager(this);
    m_next = new QTimer(this);
    m_next->setSingleShot(true);
    connect(m_next, &QTimer::timeout, this, &GatewayClient::poll);
    poll();
}

QNetworkReply* GatewayClient::ask(const QByteArray& path, const Take& take)
{
    auto request = requestFor(m_connection, path);
    if (!request) {
        fail(badCertificate(request.error()));
        return nullptr;
    }
    request->setTransferTimeout(kTimeoutMs);
    QNetworkReply* const reply = m_network->get(*request);
    connect(reply, &QNetworkReply::finished, reply, &QNetworkReply::deleteLater);
    connect(reply, &QNetworkReply::finished, this, [=, this] {
        if (reply == m_poll)
            m_poll = nullptr;
        take(*this, *reply);
    });
    return reply;
}

void GatewayClient::poll()
{
    m_next->stop();
    if (!m_identity)
        askStatus();
    else if (m_identity->kind == GatewayIdentity::Kind::Pushgate)
        askGroups();
    else
        askMetrics();
}

void GatewayClient::reconnect()
{
    m_network->clearConnectionCache();
    m_failures = 0;
    refresh();
}

void GatewayClient::refresh()
{
    if (m_poll != nullptr) {
        QNetworkReply* const reply = std::exchange(m_poll, nullptr);
        reply->disconnect(this);
        reply->abort();
    }
    m_listing.startAnew();
    poll();
}

void GatewayClient::setUpdates(Updates updates)
{
    m_updates = updates;
    if (updates == Updates::Live && m_poll == nullptr)
        poll();
}

void GatewayClient::setStaleAfter(std::optional<std::chrono::seconds> age)
{
    m_connection.staleAfter = age;
    // An answer that is on its way may still have the age before.
    if (m_identity && m_identity->kind == GatewayIdentity::Kind::Pushgateway)
        refresh();
}

void GatewayClient::watch(const std::optional<core::GroupingKey>& key)
{
    m_watched = key;
    if (!m_watched || !m_identity)
        return;
    if (m_identity->kind == GatewayIdentity::Kind::Pushgate)
        askDetails();
    else
        refresh();
}

void GatewayClient::setActivityWish(ActivityWish wish)
{
    if (std::exchange(m_activityWish, wish) != wish)
        followActivity();
}

/// Begins anew, as whatever answers now may know what another gateway did not.
void GatewayClient::followActivity()
{
    m_activity.reset();
    if (m_activityWish == ActivityWish::Ignored || !m_identity)
        return;
    m_activity = std::make_unique<ActivityPoll>(*m_network, m_connection);
    connect(m_activity.get(), &ActivityPoll::received, this,
        [this](const core::Activity& activity) { emit activityReceived(activity); });
    connect(m_activity.get(), &ActivityPoll::refused, this,
        [this] { emit activityReceived(std::nullopt); });
}

// ------------------------------------------------------------------------------ what is it

void GatewayClient::askStatus()
{
    m_poll = ask("/api/v1/status"_ba, &GatewayClient::takeStatus);
}

void GatewayClient::takeStatus(QNetworkReply& reply)
{
    if (reply.error() != QNetworkReply::NoError) {
        fail(errorOf(reply));
        return;
    }
    const auto status = readStatusAnswer(reply.readAll());
    if (!status) {
        fail(notAGateway(status.error()));
        return;
    }
    m_version = status->version;
    m_admin = status->admin;
    askGroups();
}

void GatewayClient::identify(GatewayIdentity::Kind kind)
{
    GatewayIdentity identity{kind, m_version, m_admin};
    if (std::exchange(m_identity, identity) != identity) {
        emit identified(identity);
        followActivity();
    }
}

// ------------------------------------------------------------------------------ the groups

void GatewayClient::askGroups()
{
    m_poll = ask(m_listing.nextRequest(), &GatewayClient::takeGroups);
}

void GatewayClient::takeGroups(QNetworkReply& reply)
{
    if (!m_identity && (statusOf(reply) == 404 || statusOf(reply) == 405)) {
        identify(GatewayIdentity::Kind::Pushgateway);
        askMetrics();
        return;
    }
    if (reply.error() != QNetworkReply::NoError) {
        fail(errorOf(reply));
        return;
    }
    auto answer = readGroupsAnswer(reply.readAll());
    if (!answer) {
        fail(notAGateway(answer.error()));
        return;
    }
    identify(GatewayIdentity::Kind::Pushgate);
    m_failures = 0;
    const core::TimePoint gatewayNow = answer->now;
    const auto changes = m_listing.take(*std::move(answer));
    if (!changes) {
        askGroups();
        return;
    }
    emit groupsReceived({*changes, gatewayNow});
    if (concernsWatched(*changes))
        askDetails();
    scheduleNext();
}

void GatewayClient::askMetrics()
{
    m_poll = ask("/api/v1/metrics"_ba, &GatewayClient::takeMetrics);
}

void GatewayClient::takeMetrics(QNetworkReply& reply)
{
    if (reply.error() != QNetworkReply::NoError) {
        fail(errorOf(reply));
        return;
    }
    auto groups = readMetricsAnswer(reply.readAll());
    if (!groups) {
        fail(notAGateway(groups.error()));
        return;
    }
    m_failures = 0;
    GroupNews news{{}, timeIn(reply)};
    core::GroupDetailsPtr details;
    for (MetricsGroup& group : *groups) {
        group.row.staleAfter = m_connection.staleAfter;
        if (m_watched == group.row.key)
            details = std::make_shared<const core::GroupDetails>(std::move(group.details));
        news.changes.changed.push_back(
            std::make_shared<const core::GroupRow>(std::move(group.row)));
    }
    emit groupsReceived(news);
    if (m_watched)
        emit detailsReceived(details);
    scheduleNext();
}

bool GatewayClient::concernsWatched(const core::GroupChanges& changes) const
{
    if (!m_watched)
        return false;
    return changes.scope == core::GroupChanges::Scope::Everything
        || std::count(changes.deleted.begin(), changes.deleted.end(), *m_watched) > 0
        || std::any_of(changes.changed.begin(), changes.changed.end(),
            [&](const core::GroupRowPtr& row) { return row->key == *m_watched; });
}

void GatewayClient::askDetails()
{
    ask("/api/v1/groups" + groupPath(*m_watched),
        [key = *m_watched](
            GatewayClient& client, QNetworkReply& reply) { client.takeDetails(key, reply); });
}

void GatewayClient::takeDetails(const core::GroupingKey& key, QNetworkReply& reply)
{
    if (m_watched != key)
        return; // somebody looks at another group by now
    if (reply.error() != QNetworkReply::NoError) {
        // Other failures show in the list, which is asked for all the time.
        if (statusOf(reply) == 404)
            emit detailsReceived(nullptr);
        return;
    }
    auto details = readGroupAnswer(reply.readAll());
    if (details && details->key == key)
        emit detailsReceived(std::make_shared<const core::GroupDetails>(*std::move(details)));
}

// --------------------------------------------------------------------------- again and again

void GatewayClient::scheduleNext()
{
    if (m_updates == Updates::OnRequest)
        return;
    m_next->start(m_identity->kind == GatewayIdentity::Kind::Pushgate
            ? std::chrono::milliseconds(kGroupsInterval)
            : std::chrono::milliseconds(kMetricsInterval));
}

void GatewayClient::fail(const ClientError& error)
{
    m_poll = nullptr;
    // Whatever comes back may be another gateway with other groups.
    m_identity.reset();
    m_listing.startAnew();
    const auto wait = kRetries[std::min(size_t(m_failures++), kRetries.size() - 1)];
    m_next->start(wait);
    emit lost(error, wait);
}

// ------------------------------------------------------------------------------------- jobs

GroupJob* GatewayClient::newJob(JobId id, Report report)
{
    const auto kind = m_identity ? m_identity->kind : GatewayIdentity::Kind::Pushgateway;
    auto* const job = new GroupJob(*m_network, {m_connection, kind}, id, this);
    job->setObjectName(QString::number(id));
    connect(job, &GroupJob::progressed, this, &GatewayClient::jobProgressed);
    connect(job, &GroupJob::finished, job, &GroupJob::deleteLater);
    connect(job, &GroupJob::finished, this, report);
    connect(job, &GroupJob::finished, this, [this] { refresh(); });
    return job;
}

void GatewayClient::deleteGroups(JobId id, const std::vector<core::GroupingKey>& keys)
{
    newJob(id, &GatewayClient::groupsDeleted)->deleteGroups(keys);
}

void GatewayClient::wipe(JobId id, const std::vector<core::GroupingKey>& kept)
{
    newJob(id, &GatewayClient::wiped)->wipe(kept);
}

void GatewayClient::restoreGroups(JobId id, const std::vector<GroupBackup>& backups)
{
    newJob(id, &GatewayClient::groupsRestored)->restoreGroups(backups);
}

void GatewayClient::push(JobId id, const PushOrder& order)
{
    const bool isReplacing = order.mode == PushOrder::Mode::Replace;
    const BatchStep step{
        isReplacing ? "PUT"_ba : "POST"_ba, "/metrics" + groupPath(order.key), order.body};
    auto* const batch = new RequestBatch(*m_network, m_connection, {step}, this);
    connect(batch, &RequestBatch::finished, batch, &RequestBatch::deleteLater);
    connect(batch, &RequestBatch::finished, this, [this, batch, id] {
        emit pushed({id, batch->outcomes().front().error});
        refresh();
    });
    batch->start();
}

void GatewayClient::readContents(JobId id, const std::vector<core::GroupingKey>& keys)
{
    auto* const job = new ContentsJob(*m_network, m_connection, id, this);
    job->setObjectName(QString::number(id));
    connect(job, &ContentsJob::progressed, this, &GatewayClient::jobProgressed);
    connect(job, &ContentsJob::finished, job, &ContentsJob::deleteLater);
    connect(job, &ContentsJob::finished, this, &GatewayClient::contentsRead);
    const bool tellsOfOne = m_identity && m_identity->kind == GatewayIdentity::Kind::Pushgate;
    job->read(
        keys, tellsOfOne ? ContentsJob::sourceFor(keys.size()) : ContentsJob::Source::Listing);
}

void GatewayClient::cancelJob(JobId id)
{
    if (auto* const job = findChild<ContentsJob*>(QString::number(id)))
        job->cancel();
    if (auto* const job = findChild<GroupJob*>(QString::number(id)))
        job->cancel();
}

} // namespace pushgate::gui

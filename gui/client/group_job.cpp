// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/group_job.h"

#include "gui/client/gateway_answers.h"
#include "gui/client/group_path.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kListingTimeoutMs = 60'000;

} // namespace

GroupJob::GroupJob(
    QNetworkAccessManager& network, Connection connection, JobId job, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_connection(std::move(connection))
    , m_job(job)
{
}

void GroupJob::deleteGroups(std::vector<core::GroupingKey> keys)
{
    std::sort(keys.begin(), keys.end());
    auto request = requestFor(m_connection, "/api/v1/metrics");
    if (!request) {
        failAll(keys, {ClientError::Kind::Tls, 0, QString::fromUtf8(request.error().message)});
        return;
    }
    request->setTransferTimeout(kListingTimeoutMs);
    QNetworkReply* const reply = m_network.get(*request);
    connect(reply, &QNetworkReply::finished, this,
        [this, reply, keys = std::move(keys)] { takeDown(keys, *reply); });
}

void GroupJob::takeDown(const std::vector<core::GroupingKey>& keys, QNetworkReply& reply)
{
    reply.deleteLater();
    if (reply.error() != QNetworkReply::NoError) {
        failAll(keys, errorOf(reply));
        return;
    }
    const auto groups = readMetricsAnswer(reply.readAll());
    if (!groups) {
        failAll(
            keys, {ClientError::Kind::NotAGateway, 0, QString::fromUtf8(groups.error().message)});
        return;
    }
    // A group that is gone already needs no deleting.
    for (const MetricsGroup& group : *groups) {
        if (std::binary_search(keys.begin(), keys.end(), group.row.key))
            m_backups.push_back(backupOf(group.details));
    }
    run("DELETE"_ba);
}

void GroupJob::restoreGroups(std::vector<GroupBackup> backups)
{
    m_backups = std::move(backups);
    run("PUT"_ba);
}

void GroupJob::run(const QByteArray& verb)
{
    std::vector<BatchStep> steps;
    steps.reserve(m_backups.size());
    for (const GroupBackup& backup : m_backups) {
        steps.push_back(
            {verb, "/metrics" + groupPath(backup.key), verb == "PUT" ? backup.body : QByteArray()});
    }
    m_batch = new RequestBatch(m_network, m_connection, std::move(steps), this);
    connect(m_batch, &RequestBatch::progressed, this,
        [this](qsizetype done) { emit progressed(m_job, done); });
    connect(m_batch, &RequestBatch::finished, this, &GroupJob::report);
    if (m_isCancelled)
        m_batch->cancel();
    m_batch->start();
}

void GroupJob::cancel()
{
    m_isCancelled = true;
    if (m_batch != nullptr)
        m_batch->cancel();
}

void GroupJob::report()
{
    JobReport report;
    report.job = m_job;
    for (size_t at = 0; at < m_backups.size(); ++at) {
        const BatchOutcome& outcome = m_batch->outcomes()[at];
        switch (outcome.kind) {
        case BatchOutcome::Kind::Done: report.done.push_back(std::move(m_backups[at])); break;
        case BatchOutcome::Kind::Failed:
            report.failed.push_back({m_backups[at].key, *outcome.error});
            break;
        case BatchOutcome::Kind::NotTried: ++report.notTried; break;
        }
    }
    emit finished(report);
}

void GroupJob::failAll(const std::vector<core::GroupingKey>& keys, const ClientError& error)
{
    JobReport report;
    report.job = m_job;
    for (const core::GroupingKey& key : keys)
        report.failed.push_back({key, error});
    QMetaObject::invokeMethod(
        this, [this, report] { emit finished(report); }, Qt::QueuedConnection);
}

} // namespace pushgate::gui

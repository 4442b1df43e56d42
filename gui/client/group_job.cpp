// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/group_job.h"

#include "gui/client/gateway_answers.h"
#include "gui/client/group_path.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kListingTimeoutMs = 60'000;
    constexpr qsizetype kMostPathBytes = 6'000; // proxies take 8 KiB
    const QByteArray kGroups = "/api/v1/groups"_ba;

} // namespace

GroupJob::GroupJob(QNetworkAccessManager& network, Target target, JobId job, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_target(std::move(target))
{
    m_report.job = job;
}

void GroupJob::deleteGroups(std::vector<core::GroupingKey> keys)
{
    takeDown(std::move(keys));
}

void GroupJob::wipe(std::vector<core::GroupingKey> kept)
{
    m_isWiping = true;
    if (kept.empty())
        wipeAll();
    else
        takeDown(std::move(kept));
}

void GroupJob::takeDown(std::vector<core::GroupingKey> keys)
{
    m_keys = std::move(keys);
    std::sort(m_keys.begin(), m_keys.end());
    if (m_target.kind == GatewayIdentity::Kind::Pushgate)
        askForEach();
    else
        askForAll();
}

void GroupJob::restoreGroups(std::vector<GroupBackup> backups)
{
    m_backups = std::move(backups);
    runEach("PUT"_ba);
}

void GroupJob::cancel()
{
    m_isCancelled = true;
    if (m_batch != nullptr)
        m_batch->cancel();
}

// ------------------------------------------------------------------------------------ Pushgate

void GroupJob::askForEach()
{
    std::vector<BatchStep> steps;
    steps.reserve(m_keys.size());
    for (const core::GroupingKey& key : m_keys)
        steps.push_back({"GET"_ba, kGroups + groupPath(key) + "?format=protobuf", {}});
    m_groupsPerStep = 0.5; // the other half is their end
    run(std::move(steps), &GroupJob::takeBodies);
}

void GroupJob::takeBodies()
{
    using Kind = BatchOutcome::Kind;
    for (size_t at = 0; at < m_keys.size(); ++at) {
        const BatchOutcome& outcome = m_batch->outcomes()[at];
        if (outcome.kind == Kind::NotTried)
            ++m_report.notTried;
        else if (outcome.kind == Kind::Done)
            m_backups.push_back(
                {m_keys[at], outcome.answer, GroupBackup::Coverage::Whole, outcome.contentType});
        else if (outcome.error->httpStatus != 404) // a group that is gone needs no deleting
            fail(m_keys[at], *outcome.error);
    }
    if (m_isWiping)
        wipeAll();
    else
        deleteNamed();
}

void GroupJob::deleteNamed()
{
    std::vector<BatchStep> steps;
    for (const GroupBackup& backup : m_backups) {
        const QByteArray name
            = "group[]=" + QUrl::toPercentEncoding(QString::fromUtf8(groupPath(backup.key)));
        if (steps.empty() || steps.back().path.size() + name.size() >= kMostPathBytes) {
            steps.push_back({"DELETE"_ba, kGroups + "?" + name, {}});
            m_perCall.push_back(1);
        } else {
            steps.back().path += '&' + name;
            ++m_perCall.back();
        }
    }
    const auto calls = static_cast<double>(std::max<size_t>(steps.size(), 1));
    m_groupsPerStep = static_cast<double>(m_backups.size()) / 2 / calls;
    run(std::move(steps), &GroupJob::takeNamed);
}

void GroupJob::takeNamed()
{
    size_t first = 0;
    for (size_t call = 0; call < m_perCall.size(); ++call) {
        const BatchOutcome& outcome = m_batch->outcomes()[call];
        const auto deleted = readDeletedAnswer(outcome.answer);
        const size_t end = first + m_perCall[call];
        for (; first < end; ++first) {
            GroupBackup& backup = m_backups[first];
            if (outcome.kind == BatchOutcome::Kind::NotTried)
                ++m_report.notTried;
            else if (outcome.kind == BatchOutcome::Kind::Failed)
                fail(backup.key, *outcome.error);
            else if (!deleted)
                fail(backup.key, notAGateway(deleted.error()));
            else if (std::count(deleted->begin(), deleted->end(), backup.key) > 0)
                m_report.done.push_back(std::move(backup));
        }
    }
    finish();
}

// ------------------------------------------------------------------------------ Go Pushgateway

void GroupJob::askForAll()
{
    auto request = requestFor(m_target.connection, "/api/v1/metrics");
    if (!request) {
        failAll(badCertificate(request.error()));
        return;
    }
    request->setTransferTimeout(kListingTimeoutMs);
    QNetworkReply* const reply = m_network.get(*request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { takeListing(*reply); });
}

void GroupJob::takeListing(QNetworkReply& reply)
{
    reply.deleteLater();
    if (reply.error() != QNetworkReply::NoError) {
        failAll(errorOf(reply));
        return;
    }
    const auto groups = readMetricsAnswer(reply.readAll());
    if (!groups) {
        failAll(notAGateway(groups.error()));
        return;
    }
    // A group that is gone already needs no deleting.
    for (const MetricsGroup& group : *groups) {
        if (std::binary_search(m_keys.begin(), m_keys.end(), group.row.key))
            m_backups.push_back(backupOf(group.details));
    }
    if (m_isWiping)
        wipeAll();
    else
        runEach("DELETE"_ba);
}

// ---------------------------------------------------------------------------------------- both

void GroupJob::wipeAll()
{
    if (m_isCancelled || !m_report.failed.empty()) {
        QMetaObject::invokeMethod(this, &GroupJob::finish, Qt::QueuedConnection);
        return;
    }
    m_groupsPerStep = 0;
    run({{"PUT"_ba, "/api/v1/admin/wipe"_ba, {}}}, &GroupJob::takeWiped);
}

void GroupJob::takeWiped()
{
    const BatchOutcome& outcome = m_batch->outcomes().front();
    switch (outcome.kind) {
    case BatchOutcome::Kind::Done: m_report.done = std::move(m_backups); break;
    case BatchOutcome::Kind::Failed: m_report.error = outcome.error; break;
    case BatchOutcome::Kind::NotTried: ++m_report.notTried; break;
    }
    finish();
}

void GroupJob::runEach(const QByteArray& verb)
{
    std::vector<BatchStep> steps;
    steps.reserve(m_backups.size());
    for (const GroupBackup& backup : m_backups) {
        steps.push_back({verb, "/metrics" + groupPath(backup.key),
            verb == "PUT" ? backup.body : QByteArray(), backup.contentType});
    }
    run(std::move(steps), &GroupJob::takeEach);
}

void GroupJob::takeEach()
{
    for (size_t at = 0; at < m_backups.size(); ++at) {
        const BatchOutcome& outcome = m_batch->outcomes()[at];
        switch (outcome.kind) {
        case BatchOutcome::Kind::Done: m_report.done.push_back(std::move(m_backups[at])); break;
        case BatchOutcome::Kind::Failed: fail(m_backups[at].key, *outcome.error); break;
        case BatchOutcome::Kind::NotTried: ++m_report.notTried; break;
        }
    }
    finish();
}

void GroupJob::run(std::vector<BatchStep> steps, Next next)
{
    if (m_batch != nullptr)
        m_batch->deleteLater();
    m_batch = new RequestBatch(m_network, m_target.connection, std::move(steps), this);
    connect(m_batch, &RequestBatch::progressed, this, [this, before = m_progress](qsizetype done) {
        m_progress = before + static_cast<double>(done) * m_groupsPerStep;
        emit progressed(m_report.job, static_cast<qsizetype>(m_progress));
    });
    connect(m_batch, &RequestBatch::finished, this, next);
    if (m_isCancelled)
        m_batch->cancel();
    m_batch->start();
}

void GroupJob::fail(const core::GroupingKey& key, const ClientError& error)
{
    m_report.failed.push_back({key, error});
}

void GroupJob::failAll(const ClientError& error)
{
    for (const core::GroupingKey& key : m_keys)
        fail(key, error);
    QMetaObject::invokeMethod(this, &GroupJob::finish, Qt::QueuedConnection);
}

void GroupJob::finish()
{
    emit finished(m_report);
}

} // namespace pushgate::gui

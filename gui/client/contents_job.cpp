// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/contents_job.h"

#include "gui/client/gateway_answers.h"
#include "gui/client/group_path.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <map>
#include <utility>

namespace pushgate::gui {

namespace {

    constexpr int kListingTimeoutMs = 60'000; // without a byte
    constexpr size_t kMostAlone = 500; // a listing costs less than many questions
    constexpr int kNotFound = 404;

} // namespace

ContentsJob::ContentsJob(
    QNetworkAccessManager& network, Connection connection, JobId job, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_connection(std::move(connection))
    , m_job(job)
{
}

ContentsJob::Source ContentsJob::sourceFor(size_t groups)
{
    return groups <= kMostAlone ? Source::EachGroup : Source::Listing;
}

void ContentsJob::read(std::vector<core::GroupingKey> keys, Source source)
{
    m_keys = std::move(keys);
    if (source == Source::EachGroup)
        readEach();
    else
        readListing();
}

void ContentsJob::cancel()
{
    m_isCancelled = true;
    if (m_batch != nullptr)
        m_batch->cancel();
    if (m_listing != nullptr)
        m_listing->abort();
}

// --------------------------------------------------------------------------------- each alone

void ContentsJob::readEach()
{
    std::vector<BatchStep> steps;
    steps.reserve(m_keys.size());
    for (const core::GroupingKey& key : m_keys)
        steps.push_back({"GET", "/api/v1/groups" + groupPath(key), {}});
    m_batch = new RequestBatch(m_network, m_connection, std::move(steps), this);
    connect(m_batch, &RequestBatch::progressed, this,
        [this](qsizetype done) { emit progressed(m_job, done); });
    connect(m_batch, &RequestBatch::finished, this, &ContentsJob::reportEach);
    m_batch->start();
}

void ContentsJob::takeOne(
    const core::GroupingKey& key, const QByteArray& answer, ContentsReport& report)
{
    auto details = readGroupAnswer(answer);
    if (details)
        report.groups.push_back(std::make_shared<const core::GroupDetails>(*std::move(details)));
    else
        report.failed.push_back({key, notAGateway(details.error())});
}

void ContentsJob::reportEach()
{
    ContentsReport report;
    report.job = m_job;
    for (size_t at = 0; at < m_keys.size(); ++at) {
        const BatchOutcome& outcome = m_batch->outcomes()[at];
        switch (outcome.kind) {
        case BatchOutcome::Kind::Done: takeOne(m_keys[at], outcome.answer, report); break;
        case BatchOutcome::Kind::Failed:
            if (outcome.error->httpStatus == kNotFound)
                ++report.gone;
            else
                report.failed.push_back({m_keys[at], *outcome.error});
            break;
        case BatchOutcome::Kind::NotTried: ++report.notTried; break;
        }
    }
    emit finished(report);
}

// --------------------------------------------------------------------------------- the listing

void ContentsJob::readListing()
{
    auto request = requestFor(m_connection, "/api/v1/metrics");
    if (!request) {
        const ClientError error = badCertificate(request.error());
        QMetaObject::invokeMethod(
            this, [this, error] { failAll(error); }, Qt::QueuedConnection);
        return;
    }
    request->setTransferTimeout(kListingTimeoutMs);
    m_listing = m_network.get(*request);
    connect(m_listing, &QNetworkReply::finished, this, [this] { takeListing(*m_listing); });
    emit progressed(m_job, 0); // so that it can be cancelled while it comes
}

void ContentsJob::takeListing(QNetworkReply& reply)
{
    reply.deleteLater();
    m_listing = nullptr;
    if (m_isCancelled) {
        emit finished({m_job, {}, {}, 0, qsizetype(m_keys.size())});
        return;
    }
    if (reply.error() != QNetworkReply::NoError) {
        failAll(errorOf(reply));
        return;
    }
    auto groups = readMetricsAnswer(reply.readAll());
    if (!groups) {
        failAll(notAGateway(groups.error()));
        return;
    }
    std::map<core::GroupingKey, MetricsGroup*> byKey;
    for (MetricsGroup& group : *groups)
        byKey[group.row.key] = &group;
    ContentsReport report;
    report.job = m_job;
    for (const core::GroupingKey& key : m_keys) {
        const auto found = byKey.find(key);
        if (found == byKey.end())
            ++report.gone;
        else
            report.groups.push_back(
                std::make_shared<const core::GroupDetails>(std::move(found->second->details)));
    }
    emit finished(report);
}

void ContentsJob::failAll(const ClientError& error)
{
    ContentsReport report;
    report.job = m_job;
    for (const core::GroupingKey& key : m_keys)
        report.failed.push_back({key, error});
    emit finished(report);
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/scrape_route.h"

#include "core/expose/exposition_cache.h"
#include "core/store/full_check.h"
#include "core/store/metric_store.h"
#include "daemon/log/logger.h"
#include "daemon/routes/failure_reply.h"
#include "daemon/telemetry/self_metrics.h"

namespace pushgate::daemon {

namespace {

    Reply failedScrape(
        const core::Snapshot& snapshot, const core::MetricStore& store, Logger& logger)
    {
        const QByteArray errors = core::findErrors(snapshot, store.ownFamilies()).joined();
        logger.error("error gathering metrics: " + errors);
        return Reply::error(500, "An error has occurred while serving metrics:\n\n" + errors);
    }

    Reply scrape(const core::SnapshotPtr& snapshot, core::ExpositionCache& cache,
        const SelfMetrics& self, core::ExpositionFormat format, core::ContentCoding coding)
    {
        const auto now = std::chrono::steady_clock::now();
        const auto own = self.families(snapshot, now);
        Reply reply;
        reply.framing = Reply::Framing::Chunked;
        reply.fields.push_back({QByteArrayLiteral("Content-Type"), core::contentType(format)});
        if (coding == core::ContentCoding::Gzip) {
            auto compressed = cache.renderGzip(*snapshot, own, format, now);
            if (!compressed)
                return failureReply(compressed.error());
            reply.segments = *std::move(compressed);
            reply.fields.push_back(
                {QByteArrayLiteral("Content-Encoding"), QByteArrayLiteral("gzip")});
        } else {
            reply.segments = cache.render(*snapshot, own, format, now);
        }
        return reply;
    }

} // namespace

std::optional<Reply> ScrapeRoute::handle(const Request& request, const LateReply& later) const
{
    // What runs in the pool may outlive this route, but not what it works on.
    const core::SnapshotPtr snapshot = m_store.snapshot();
    if (snapshot->errors > 0) {
        return m_pool.render(*snapshot, later, [snapshot, &store = m_store, &logger = m_logger] {
            return failedScrape(*snapshot, store, logger);
        });
    }
    const auto format = core::negotiateFormat(request.field("Accept").value_or(QByteArrayView()));
    const auto coding = core::negotiateCoding(request.fieldValues("Accept-Encoding"));
    return m_pool.render(
        *snapshot, later, [snapshot, format, coding, &cache = m_cache, &self = m_self] {
            return scrape(snapshot, cache, self, format, coding);
        });
}

} // namespace pushgate::daemon

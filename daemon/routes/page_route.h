// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/routes/page_html.h"
#include "daemon/routes/render_pool.h"

#include <memory>
#include <optional>

namespace pushgate::core {
class MetricStore;
}

namespace pushgate::daemon {

/// GET R/ and R/status: the page for people.
/// Threads  any.
class PageRoute {
public:
    /// `store` and `pool` must outlive this and the pool's work.
    PageRoute(PageFacts facts, const core::MetricStore& store, RenderPool& pool)
        : m_facts(std::make_shared<const PageFacts>(std::move(facts)))
        , m_store(store)
        , m_pool(pool)
    {
    }

    std::optional<Reply> handle(const LateReply& later) const;

private:
    std::shared_ptr<const PageFacts> m_facts;
    const core::MetricStore& m_store;
    RenderPool& m_pool;
};

} // namespace pushgate::daemon

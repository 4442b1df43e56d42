// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/http/request.h"
#include "daemon/routes/groups_parts.h"
#include "daemon/routes/page_html.h"

#include <memory>
#include <optional>

namespace pushgate::daemon {

/// GET R/ and R/status: the page for people, which shows groups or the gateway's status first.
/// Threads  any.
class PageRoute {
public:
    PageRoute(PageFacts facts, const GroupsParts& parts)
        : m_facts(std::make_shared<const PageFacts>(std::move(facts)))
        , m_parts(parts)
    {
    }

    std::optional<Reply> handle(
        const Request& request, const LateReply& later, PageView view) const;

private:
    std::shared_ptr<const PageFacts> m_facts;
    GroupsParts m_parts;
};

} // namespace pushgate::daemon

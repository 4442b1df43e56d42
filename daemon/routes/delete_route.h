// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/name_rules.h"
#include "core/parse/push_path.h"
#include "daemon/http/reply.h"

namespace pushgate::core {
class MetricStore;
}

namespace pushgate::daemon {

/// DELETE R/metrics/job/...: removes one group, whether it is there or not.
/// Source  Push API, section 9.
class DeleteRoute {
public:
    /// `store` must outlive this.
    DeleteRoute(core::MetricStore& store, core::NameScheme names)
        : m_store(store)
        , m_names(names)
    {
    }

    Reply handle(const core::PushPath& path) const;

private:
    core::MetricStore& m_store;
    core::NameScheme m_names;
};

} // namespace pushgate::daemon

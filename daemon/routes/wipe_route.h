// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/http/request.h"
#include "daemon/routes/render_pool.h"

#include <QByteArray>

namespace pushgate::core {
class MetricStore;
}

namespace pushgate::daemon {

/// PUT R/api/v1/admin/wipe: removes every group, as one change.
/// Source  Query API, section 5.
class WipeRoute {
public:
    /// `store` and `pool` must outlive this.
    WipeRoute(core::MetricStore& store, RenderPool& pool, QByteArray externalHost)
        : m_store(store)
        , m_pool(pool)
        , m_externalHost(std::move(externalHost))
    {
    }

    Reply handle(const Request& request) const;

private:
    core::MetricStore& m_store;
    RenderPool& m_pool; ///< frees what was stored
    QByteArray m_externalHost;
};

} // namespace pushgate::daemon

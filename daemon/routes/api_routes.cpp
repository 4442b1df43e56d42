// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/api_routes.h"

#include "core/api/families_json.h"
#include "core/api/status_json.h"
#include "core/store/metric_store.h"
#include "daemon/routes/api_reply.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    Reply success(QList<QByteArray> data)
    {
        return readableByAll(apiSuccess(std::move(data)));
    }

} // namespace

Reply apiOptionsReply()
{
    return readableByAll(Reply::empty(200));
}

ApiStatusRoute::ApiStatusRoute(
    const BuildInfo& build, const std::vector<FlagValue>& flags, core::TimePoint startedAt)
{
    const QByteArray unknown = QByteArrayLiteral("unknown");
    core::GatewayStatus status{
        {build.branch, unknown, unknown, build.compiler + ", Qt " + build.qtVersion, build.revision,
            build.version},
        {}, startedAt};
    for (const auto& [name, value] : flags)
        status.flags.emplace(name, value);
    m_data = core::renderStatusJson(status);
}

Reply ApiStatusRoute::handle() const
{
    return success({m_data});
}

std::optional<Reply> ApiMetricsRoute::handle(const LateReply& later) const
{
    const core::SnapshotPtr snapshot = m_store.snapshot();
    return m_pool.render(
        *snapshot, later, [snapshot] { return success(core::renderFamiliesJson(*snapshot)); });
}

} // namespace pushgate::daemon

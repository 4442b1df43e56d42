// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/watch_routes.h"

#include "core/api/json_out.h"
#include "core/api/rules_json.h"
#include "daemon/routes/api_reply.h"
#include "daemon/telemetry/process_metrics.h"

namespace pushgate::daemon {

namespace {

    void writeSteps(core::JsonOut& out, const std::array<quint64, PushActivity::kSteps>& steps)
    {
        for (size_t at = 0; at < steps.size(); ++at) {
            out.raw(at == 0 ? "[" : ",");
            out.count(steps[at]);
        }
        out.raw("]");
    }

} // namespace

Reply ActivityRoute::handle() const
{
    const auto history = m_activity.history(std::chrono::steady_clock::now());
    core::JsonOut out;
    out.raw(R"({"now":)");
    out.time(m_clock.now());
    out.raw(R"(,"step_seconds":)");
    out.duration(PushActivity::kStep);
    out.raw(R"(,"pushes":)");
    writeSteps(out, history.pushes);
    out.raw(R"(,"failures":)");
    writeSteps(out, history.failures);
    out.raw("}");
    return readableByAll(apiSuccess(out.segments().take()));
}

Reply RuntimeRoute::handle() const
{
    const ProcessReading process = readThisProcess({});
    core::JsonOut out;
    out.raw(R"({"now":)");
    out.time(m_clock.now());
    const auto figure = [&out](QByteArrayView name, const std::optional<double>& value) {
        out.raw(",");
        out.string(name);
        out.raw(":");
        out.orNull(value, [&out](double known) { out.number(known); });
    };
    figure("cpu_seconds", process.cpuSeconds);
    figure("resident_bytes", process.residentBytes);
    figure("open_files", process.openDescriptors);
    figure("max_open_files", process.mostDescriptors);
    out.raw("}");
    return readableByAll(apiSuccess(out.segments().take()));
}

Reply RulesRoute::handle() const
{
    return readableByAll(apiSuccess({core::renderRulesJson(*m_rules.current(), m_clock.now())}));
}

} // namespace pushgate::daemon

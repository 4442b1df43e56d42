// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/status_json.h"

#include "core/api/json_text.h"
#include "core/api/time_text.h"

namespace pushgate::core {

namespace {

    QByteArray objectOf(const std::map<QByteArray, QByteArray>& entries)
    {
        QByteArray json = "{";
        for (const auto& [name, value] : entries) {
            if (json.size() > 1)
                json += ',';
            json += jsonString(name) + ':' + jsonString(value);
        }
        return json + '}';
    }

} // namespace

QByteArray renderStatusJson(const GatewayStatus& status)
{
    const BuildInformation& build = status.build;
    return R"({"build_information":)"
        + objectOf({{"branch", build.branch}, {"buildDate", build.buildDate},
            {"buildUser", build.buildUser}, {"goVersion", build.goVersion},
            {"revision", build.revision}, {"version", build.version}})
        + R"(,"flags":)" + objectOf(status.flags) + R"(,"start_time":)"
        + jsonString(localTimeText(status.startTime)) + '}';
}

} // namespace pushgate::core

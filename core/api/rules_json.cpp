// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/rules_json.h"

#include "core/api/json_out.h"

namespace pushgate::core {

namespace {

    /// The members, without braces.
    void writeLimits(JsonOut& out, const StalenessLimits& limits)
    {
        out.raw(R"("stale_after_seconds":)");
        out.durationOrNull(limits.staleAfter);
        out.raw(R"(,"delete_after_seconds":)");
        out.durationOrNull(limits.deleteAfter);
    }

} // namespace

QByteArray renderRulesJson(const StalenessRules& rules, TimePoint now)
{
    JsonOut out;
    out.raw(R"({"rules":[)");
    for (size_t at = 0; at < rules.rules.size(); ++at) {
        out.raw(at == 0 ? R"({"match":)" : R"(,{"match":)");
        out.string(rules.rules[at].match.text());
        out.raw(",");
        writeLimits(out, rules.rules[at].limits);
        out.raw("}");
    }
    out.raw(R"(],"default":{)");
    writeLimits(out, rules.fallback);
    out.raw(R"(},"now":)");
    out.time(now);
    out.raw("}");
    return out.segments().take().join();
}

} // namespace pushgate::core

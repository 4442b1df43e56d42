// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/stale/staleness_config.h"

#include "daemon/log/logger.h"
#include "daemon/stale/rules_file.h"

namespace pushgate::daemon {

core::Status StalenessConfig::load()
{
    if (m_path.isEmpty())
        return core::ok();
    const std::lock_guard lock(m_mutex);
    auto rules = readRulesFile(m_path);
    if (!rules) {
        m_logger.error("could not load the rules of staleness", {{"err", rules.error().message}});
        return rules.error();
    }
    const auto count = static_cast<qint64>(rules->rules.size());
    m_rules.replace(std::make_shared<const core::StalenessRules>(*std::move(rules)));
    m_logger.info("loaded the rules of staleness", {{"file", m_path}, {"rules", count}});
    return core::ok();
}

} // namespace pushgate::daemon

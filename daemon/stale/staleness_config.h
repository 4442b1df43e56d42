// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/stale/rules_in_force.h"

#include <QByteArray>

#include <mutex>

namespace pushgate::daemon {

class Logger;

/// Puts the rules of a file in force, at the start and whenever told so again.
/// Threads  any.
class StalenessConfig {
public:
    /// `path`: empty for no file. `rules` and `logger` must outlive this.
    StalenessConfig(QByteArray path, RulesInForce& rules, Logger& logger)
        : m_path(std::move(path))
        , m_rules(rules)
        , m_logger(logger)
    {
    }

    /// Errors  those of readRulesFile, which are logged; the rules that held go on to hold.
    core::Status load();

private:
    const QByteArray m_path;
    RulesInForce& m_rules;
    Logger& m_logger;
    std::mutex m_mutex; ///< of two loads the later one counts
};

} // namespace pushgate::daemon

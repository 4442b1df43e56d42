// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/name_rules.h"
#include "core/parse/parse_body.h"
#include "core/parse/push_path.h"
#include "core/store/metric_store.h"
#include "daemon/http/reply.h"
#include "daemon/http/request.h"

namespace pushgate::daemon {

class Logger;

/// The body of a push with the fields that say how to read it; views of the request.
core::PushBody pushBodyOf(const Request& request);

/// PUT and POST R/metrics/job/...: the push.
/// Threads  any.
/// Source   Push API, section 9.
class PushRoute {
public:
    struct Settings {
        core::NameScheme names = core::NameScheme::Legacy;
        core::Consistency check = core::Consistency::Checked;
        qint64 maxDecompressedBytes = 0;
    };

    /// All must outlive this.
    PushRoute(core::MetricStore& store, const core::Clock& clock, Logger& logger, Settings settings)
        : m_store(store)
        , m_clock(clock)
        , m_logger(logger)
        , m_settings(settings)
    {
    }

    Reply handle(const Request& request, const core::PushPath& path) const;

private:
    core::Result<core::PreparedPush> read(const Request& request, const core::PushPath& path) const;
    void logInconsistent(const Request& request, const core::Error& error) const;

    core::MetricStore& m_store;
    const core::Clock& m_clock;
    Logger& m_logger;
    Settings m_settings;
};

} // namespace pushgate::daemon

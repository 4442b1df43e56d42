// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/persist/durability.h"
#include "daemon/routes/failure_reply.h"
#include "daemon/routes/router.h"

#include <optional>

namespace pushgate::daemon {

/// `reply` to what changed the store up to `revision`: at once, or to `later` when that is on disk.
/// If it cannot be written, a reply of success becomes `failure` of the reason; others stay true.
std::optional<Reply> acknowledge(Durability& durability, quint64 revision, Reply reply,
    const LateReply& later, Reply (*failure)(const core::Error&) = failureReply);

} // namespace pushgate::daemon

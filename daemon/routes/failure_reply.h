// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/reply.h"

namespace pushgate::daemon {

/// The one place where a kind of error becomes an HTTP status.
int httpStatus(core::Error::Kind kind);

/// The reference's plain error with the message as text.
Reply failureReply(const core::Error& error);

} // namespace pushgate::daemon

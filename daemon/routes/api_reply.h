// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/reply.h"

#include <QByteArrayView>
#include <QList>

namespace pushgate::daemon {

// Answers under R/api/v1: JSON in the envelope.
// Source  Query API, section 2; Groups API.

/// `data` is JSON in segments; they are shared.
Reply apiSuccess(QList<QByteArray> data);
/// The kind of the error gives status and `errorType`.
Reply apiFailure(const core::Error& error);
Reply apiForbidden(QByteArrayView why);

/// The methods that a page of another site may use, as a browser is told.
inline constexpr char kReferenceMethods[] = "GET, POST, DELETE, OPTIONS";

/// With what lets pages of any site read an answer.
Reply readableByAll(Reply reply, const char* methods = kReferenceMethods);

} // namespace pushgate::daemon

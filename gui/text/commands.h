// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/grouping_key.h"
#include "gui/client/connection.h"
#include "gui/client/gateway_job.h"

#include <QString>

#include <vector>

namespace pushgate::gui {

// Lines for a POSIX shell. Secrets are never in them: curl asks for the password itself.

/// A push that works for this gateway.
QString examplePush(const Connection& connection);
/// Pushes the body in the way asked for, written out below the command; ends with a line feed.
QString pushCommand(const Connection& connection, const PushOrder& order);
QString wipeCommand(const Connection& connection);
/// One line for each group.
QString deleteCommands(const Connection& connection, const std::vector<core::GroupingKey>& keys);

} // namespace pushgate::gui

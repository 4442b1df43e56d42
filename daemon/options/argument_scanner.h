// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/options/flag_table.h"

#include <QByteArray>

#include <vector>

namespace pushgate::daemon {

/// A flag with the value it was given, not yet understood.
struct Assignment {
    const Flag* flag = nullptr;
    QByteArray value;
};

/// What the words of a command line are.
struct ScannedArguments {
    enum class Wish { Run, Help, Version };

    Wish wish = Wish::Run;
    std::vector<Assignment> assignments; ///< in the order given
};

/// Finds flags and values in the words of a command line; does not look into the values.
/// `--version` ends the scan where it stands, `--help` only counts if all else is well formed.
/// Errors  BadRequest: unknown flags, values missing or in excess, files that cannot be read.
core::Result<ScannedArguments> scanArguments(const std::vector<QByteArray>& arguments);

} // namespace pushgate::daemon

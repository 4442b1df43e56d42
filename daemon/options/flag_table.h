// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/options/options.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace pushgate::daemon {

/// One flag of the command line.
struct Flag {
    enum class Kind {
        Switch, ///< takes no value; `--no-NAME` turns it off
        Value,
        Values ///< may be given several times
    };

    QByteArrayView name; ///< without dashes
    Kind kind = Kind::Value;
    QByteArrayView help; ///< in sentences
    /// Switches are set to `true` or `false`.
    core::Status (*set)(Options& options, QByteArrayView value) = nullptr;
    /// The value, as the flag itself would print it.
    QByteArray (*text)(const Options& options) = nullptr;
};

/// All flags but help and version, in the order in which they are shown.
std::span<const Flag> flagTable();

/// Null: there is none of that name.
const Flag* findFlag(QByteArrayView name);

} // namespace pushgate::daemon

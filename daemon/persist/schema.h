// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/persist/sql_connection.h"

#include <QByteArray>
#include <QtGlobal>

#include <span>

namespace pushgate::daemon {

/// The tables of a persistence file, and how a file of an older version becomes one of this.
///
///     meta      key, value: format_version; epoch, drawn at random when the file was made;
///               revision of the store that it holds
///     groups    id; labels, `{job="a",instance="b"}` for people; key, the exact one
///               (core::GroupingKey::encoded); pushed_at_ns and failed_at_ns, Unix time in
///               nanoseconds or NULL for never; cadence (core::Cadence::toBytes) or NULL
///     families  id, which is core::StoredFamily::order; group_id; name and metrics (their number)
///               for people; pushed_at_ns; family, a message `MetricFamily` of the Prometheus
///               client data model, not delimited, with all its labels
///     contents  a view of both for people

inline constexpr int kFormatVersion = 1;
inline constexpr int kApplicationId = 0x50477465; ///< `PGte`, in the header of the file

/// Makes the tables in an empty file.
core::Status createSchema(SqlConnection& connection, const QByteArray& epoch);

/// What leads from one version to the next.
struct Migration {
    int from;
    std::span<const char* const> statements;
};

/// The steps from version 1 up to kFormatVersion, each version once, in order.
std::span<const Migration> migrations();

/// Takes the file to the version after the last of `steps`, all or nothing.
/// Errors  BadRequest: the file is newer than that or has no version; Unavailable: SQLite's.
core::Status migrate(SqlConnection& connection, std::span<const Migration> steps);

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/labels.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>

#include <functional>
#include <vector>

namespace pushgate::daemon {

/// A metric family as the Go Pushgateway keeps it; nothing of it is looked at yet.
struct GobFamily {
    QByteArray name; ///< under which it is kept; the reference's own files repeat it in `message`
    QByteArray time; ///< of its push, see timeFromGo
    QByteArray message; ///< protobuf MetricFamily
};

struct GobGroup {
    QByteArray key; ///< under which it is kept: labels joined by FF
    std::vector<core::Label> labels; ///< in the file's order; of one name the last counts
    std::vector<GobFamily> families; ///< in the file's order
};

/// Whether a file that begins with `head` (64 bytes will do) may be a Go Pushgateway's
/// persistence file: a gob message that defines a type.
bool looksLikeGob(QByteArrayView head);

/// Reads a Go Pushgateway's persistence file from `device`, open and of known size, and hands
/// over its groups one by one. Only one group is in memory at a time.
/// Errors  BadRequest: no such file, or damaged; if it is cut short, no group was handed over.
///         Unavailable: reading fails. What `take` returns, which also ends the reading.
/// Source  Persistence, sections 2 and 3.
core::Status readGobStore(
    QIODevice& device, const std::function<core::Status(const GobGroup& group)>& take);

} // namespace pushgate::daemon

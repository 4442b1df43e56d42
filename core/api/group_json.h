// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_query.h"
#include "core/expose/segments.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace pushgate::core {

/// When and of what an answer speaks.
struct AnswerTime {
    quint64 revision = 0;
    QByteArray epoch;
    TimePoint now;
};

/// What a listing answers.
struct GroupListing {
    AnswerTime time;
    GroupPage page;
    std::vector<QByteArray> deleted; ///< encoded keys
    bool isReset = false;
};

/// `time` in Unix seconds, as JSON has numbers.
QByteArray jsonTime(TimePoint time);

// What the groups API has under `data`, in segments of about 64 KiB.
// Cost    O(bytes of output).
// Threads any.
// Source  Groups API.

QList<QByteArray> renderListing(const GroupListing& listing);

/// One group with its metrics.
QList<QByteArray> renderGroup(const ListedGroup& group, const AnswerTime& time);

enum class DeleteMode { DryRun, Real };
QList<QByteArray> renderDeleted(
    const std::vector<ListedGroupPtr>& groups, DeleteMode mode, const AnswerTime& time);

} // namespace pushgate::core

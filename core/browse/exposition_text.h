// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <QByteArray>

#include <vector>

namespace pushgate::core {

/// Families in the text format, with whatever names and values they have.
struct ExpositionText {
    enum class Coverage {
        Whole,
        Partial ///< something is left out that the format cannot carry; a comment says what
    };

    QByteArray text;
    Coverage coverage = Coverage::Whole;
};

/// What a client would push to make the group: without the labels of the group and without the
/// families that gateways add themselves. Left out: native and gauge histograms.
ExpositionText pushedText(const GroupDetails& details);

/// What Prometheus would scrape if a gateway had just these groups: each family once, with HELP and
/// TYPE of the first group that has one, all labels on each line, an empty `instance` where there
/// is none. Left out, besides: series of a group in which the family has another type. Cost O(bytes
/// of the result), O(n log n) for n families of all groups.
ExpositionText scrapedText(const std::vector<GroupDetailsPtr>& groups);

} // namespace pushgate::core

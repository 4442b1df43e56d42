// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/own_family.h"
#include "core/model/histogram.h"
#include "core/model/labels.h"
#include "core/model/metric_family.h"

#include <QByteArrayView>

#include <variant>
#include <vector>

namespace pushgate::daemon {

/// Every family that the gateway exposes of itself, whether there is something to show or not:
/// what pushed families must not contradict. Sorted by name.
/// Source  Exposition, section 9.
const std::vector<core::OwnFamily>& ownFamilies();

/// One metric of an own family: a number, or a summary where the family is one.
struct OwnMetric {
    std::vector<core::Label> labels;
    std::variant<double, core::Summary> value;
};

/// The family of that name, which must be one of `ownFamilies`, with these metrics.
core::MetricFamily makeOwnFamily(QByteArrayView name, std::vector<OwnMetric> metrics);

} // namespace pushgate::daemon

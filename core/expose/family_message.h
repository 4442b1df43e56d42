// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_family.h"

#include <QByteArray>

namespace pushgate::core {

/// The family as one protobuf message `MetricFamily` of the client data model, without its length
/// in front: everything that it holds, names as they are, metrics in their order.
/// `parseProtobufFamily` reads it back.
/// Cost    O(bytes).
/// Threads any.
QByteArray familyMessage(const MetricFamily& family);

} // namespace pushgate::core

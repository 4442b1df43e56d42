// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/grouping_key.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// `{job="a",instance="b"}`: the job first, the others by name; for people.
QByteArray keyText(const core::GroupingKey& key);

/// The key with that encoded form.
/// Errors  BadRequest: it is none.
core::Result<core::GroupingKey> keyFromEncoded(QByteArrayView encoded);

} // namespace pushgate::daemon

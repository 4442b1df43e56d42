// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pushgate::core {

/// Which metric and label names are accepted: the classic ASCII set, or any non-empty UTF-8
/// (`--push.enable-utf8-names`).
enum class NameScheme { Legacy, Utf8 };

/// `[a-zA-Z_:][a-zA-Z0-9_:]*`; what an exposition writes without quotes, whatever the scheme.
bool isLegacyMetricName(QByteArrayView name);

/// `[a-zA-Z_][a-zA-Z0-9_]*`
bool isLegacyLabelName(QByteArrayView name);

bool isValidMetricName(QByteArrayView name, NameScheme scheme);
bool isValidLabelName(QByteArrayView name, NameScheme scheme);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/labels.h"

#include <QByteArray>

namespace pushgate::core {

/// `{job="a",instance="b"}`, `job` first, then by name; backslashes, quotes and line feeds in
/// values are escaped as in the exposition. Names outside the legacy set are quoted, too.
QByteArray labelsText(const Labels& labels);

} // namespace pushgate::core

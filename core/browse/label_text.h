// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/labels.h"

#include <QByteArray>

namespace pushgate::core {

/// In quotes; backslashes, quotes and line feeds are escaped as in the exposition and in PromQL.
QByteArray quotedText(QByteArray text);
/// `instance="b"`; a name outside the legacy set is quoted, too.
QByteArray labelText(const Label& label);
/// `{job="a",instance="b"}`, `job` first, then by name.
QByteArray labelsText(const Labels& labels);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <chrono>

namespace pushgate::core {

/// Reads a duration as Prometheus writes it: whole numbers with the units y w d h m s ms, each at
/// most once and in this order, as in `90s`, `1h30m` or `7d`; or just `0`. A year has 365 days.
/// Errors  BadRequest, with the position of what is wrong, counted from 1.
/// Cost    one pass, no allocation but for errors.
/// Source  Prometheus documentation, configuration and query language.
Result<std::chrono::nanoseconds> parsePrometheusDuration(QByteArrayView text);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/grouping_key.h"

#include <QByteArray>

namespace pushgate::gui {

/// What a body that somebody typed would store.
struct TypedBody {
    qsizetype families = 0;
    qsizetype series = 0;
};

/// Reads `{job="a",instance="b"}`; the braces may be left out.
/// Errors  BadRequest: no labels in the form of the text format, a repeated name, no job.
core::Result<core::GroupingKey> readTypedKey(const QByteArray& text);

/// Reads a body in the text format as a gateway would that accepts any UTF-8 in names; a last line
/// without its end is completed.
/// Errors  BadRequest: the first mistake with its line; timestamps, which no gateway takes.
core::Result<TypedBody> readTypedBody(const QByteArray& text);

/// The body as it is to be sent.
QByteArray completed(const QByteArray& text);

} // namespace pushgate::gui

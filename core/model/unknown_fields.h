// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/proto_text.h"

#include <QByteArrayView>

namespace pushgate::core {

/// Writes fields that the schema does not know, as kept in protobuf's wire format, by their
/// numbers: `99:5`, `98:0xff`, `97:"text"`, `96:{1:2}`. Ends where they are malformed.
void writeUnknownFields(ProtoText& text, QByteArrayView wire);

} // namespace pushgate::core

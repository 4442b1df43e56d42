// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/family_writer.h"

#include "core/expose/protobuf_text_writer.h"
#include "core/expose/protobuf_writer.h"
#include "core/expose/text_writer.h"

namespace pushgate::core {

std::unique_ptr<FamilyWriter> makeFamilyWriter(ExpositionFormat format)
{
    using Layout = ProtoText::Layout;
    switch (format.syntax) {
    case ExpositionSyntax::Text: return std::make_unique<TextWriter>(format.escaping);
    case ExpositionSyntax::Delimited: return std::make_unique<ProtobufWriter>(format.escaping);
    case ExpositionSyntax::ProtobufText:
        return std::make_unique<ProtobufTextWriter>(Layout::Indented, format.escaping);
    case ExpositionSyntax::CompactText:
        return std::make_unique<ProtobufTextWriter>(Layout::OneLine, format.escaping);
    }
    Q_UNREACHABLE();
}

} // namespace pushgate::core

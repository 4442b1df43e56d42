// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/text_cursor.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace pushgate::core {

/// Keeps the text of tokens that had escapes; the others are views of the body.
/// The views it hands out are good until `clear`.
class UnescapedText {
public:
    QByteArrayView keep(QByteArray text) { return m_texts.emplace_back(std::move(text)); }
    void clear() { m_texts.clear(); }

private:
    std::vector<QByteArray> m_texts;
};

/// Which bytes a name without quotes may have, and what the errors call it.
enum class NameKind { Metric, Label };

struct TextName {
    enum class Form {
        Bare, ///< valid under every naming scheme, and a view of the body
        Quoted ///< holds anything
    };

    QByteArrayView bytes; ///< unescaped
    Form form = Form::Bare;
};

// Each of these starts at the cursor's byte, stops behind the token and returns nothing where it
// failed. Source: the text format, "Reading names", "Label set" and "Comment".

/// A name, empty if there is none; a part of it or all may be in double quotes.
std::optional<TextName> readName(TextCursor& cursor, NameKind kind, UnescapedText& unescaped);

/// A label value, from its opening quote. Stops *on* the closing quote, so that whoever dislikes
/// the value fails there. Valid UTF-8.
std::optional<QByteArrayView> readLabelValue(TextCursor& cursor, UnescapedText& unescaped);

/// The rest of a HELP line.
std::optional<QByteArray> readHelpText(TextCursor& cursor);

} // namespace pushgate::core

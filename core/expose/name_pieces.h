// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/label_table.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace pushgate::core {

/// What a writer makes of the label names of a table, made once a name instead of once a label.
/// Tables that follow each other tend to have the same names in the same places: those stay.
template <typename Make>
class NamePieces {
public:
    /// `make` turns a name (QByteArray) into a piece; it must give the same for the same name.
    explicit NamePieces(Make make)
        : m_make(std::move(make))
    {
    }

    void prepare(const LabelTable& table)
    {
        if (m_entries.size() < table.nameCount())
            m_entries.resize(table.nameCount());
        for (size_t i = 0; i < table.nameCount(); ++i) {
            Entry& entry = m_entries[i];
            const QByteArrayView name = table.name(static_cast<quint32>(i));
            if (entry.isMade && entry.name == name)
                continue;
            entry.name = name.toByteArray();
            entry.piece = m_make(entry.name);
            entry.isMade = true;
        }
    }

    /// The piece for a name of the table last prepared, by LabelView::nameIndex.
    QByteArrayView operator[](quint32 nameIndex) const { return m_entries[nameIndex].piece; }

private:
    struct Entry {
        QByteArray name;
        QByteArray piece;
        bool isMade = false;
    };

    Make m_make;
    std::vector<Entry> m_entries;
};

} // namespace pushgate::core

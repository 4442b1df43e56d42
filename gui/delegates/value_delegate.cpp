// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/delegates/value_delegate.h"

#include "core/browse/family_model.h"
#include "gui/look/appearance.h"

namespace pushgate::gui {

void ValueDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    RowDelegate::initStyleOption(option, index);
    const int level = index.data(core::FamilyModel::LevelRole).toInt();
    switch (index.column()) {
    case core::FamilyModel::ValueColumn: option->font = valueFont(option->font); break;
    case core::FamilyModel::NameColumn: option->font.setBold(level == 0); break;
    default:
        option->palette.setColor(QPalette::Text, mutedText(option->palette));
        option->textElideMode = Qt::ElideRight;
        break;
    }
}

} // namespace pushgate::gui

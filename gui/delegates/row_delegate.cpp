// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/delegates/row_delegate.h"

#include "core/browse/group_model.h"
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace pushgate::gui {

namespace {

    constexpr int kRowHeight = 28;
    constexpr int kChipHeight = 20;
    constexpr int kSignSize = 12;
    constexpr int kGap = 4;
    constexpr int kChipPadding = 8;
    constexpr int kBarHeight = 3;

    core::GroupState stateOf(const QModelIndex& index)
    {
        return static_cast<core::GroupState>(index.data(core::GroupModel::StateRole).toInt());
    }

    bool isSelected(const QStyleOptionViewItem& option)
    {
        return option.state.testFlag(QStyle::State_Selected);
    }

} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * kGap, std::max(kRowHeight, size.height())};
}

void RowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    const QAbstractItemModel* const model = index.model();
    if (model != nullptr && model->hasChildren(index.siblingAtColumn(0))) {
        option->font.setBold(true); // what stands for many
        option->textElideMode = Qt::ElideRight; // the worst comes first
        option->fontMetrics = QFontMetrics(option->font);
    }
    // Numbers must not run into what stands in the next column.
    if (option->displayAlignment & Qt::AlignRight)
        option->text += QChar(QChar::Nbsp);
}

void RowDelegate::paintBackground(QPainter& painter, const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem empty = option;
    empty.text.clear();
    empty.icon = {};
    const QStyle* const style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, &painter, option.widget);
}

void StateDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(*painter, cell);

    const core::GroupState state = stateOf(index);
    const StateColors colors = stateColors(state, shadeOf(option.palette));
    const int textWidth = cell.fontMetrics.horizontalAdvance(cell.text);
    QRect chip(cell.rect.left() + kGap, cell.rect.center().y() - kChipHeight / 2 + 1,
        2 * kChipPadding + kSignSize + kGap + textWidth, kChipHeight);
    chip.setRight(std::min(chip.right(), cell.rect.right() - kGap));

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.tint);
    painter->drawRoundedRect(chip, kChipHeight / 2.0, kChipHeight / 2.0);
    const QRectF sign(chip.left() + kChipPadding, chip.center().y() - kSignSize / 2.0 + 0.5,
        kSignSize, kSignSize);
    paintSign(*painter, sign, stateSign(state), colors.text);
    painter->setPen(colors.text);
    const QRect text = chip.adjusted(kChipPadding + kSignSize + kGap, 0, 0, 0);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
        cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, text.width()));
    painter->restore();
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = RowDelegate::sizeHint(option, index);
    return {size.width() + 2 * kChipPadding + kSignSize + 2 * kGap, size.height()};
}

void DueDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    RowDelegate::paint(painter, option, index);
    const QVariant share = index.data(core::GroupModel::DueShareRole);
    if (!share.isValid())
        return;
    const StateColors colors = stateColors(stateOf(index), shadeOf(option.palette));
    const QRect line(option.rect.left() + kGap, option.rect.bottom() - kBarHeight,
        option.rect.width() - 2 * kGap, kBarHeight);
    QRect passed = line;
    passed.setWidth(int(line.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
    painter->fillRect(line, isSelected(option) ? QColor(255, 255, 255, 70) : colors.tint);
    painter->fillRect(
        passed, isSelected(option) ? option.palette.highlightedText().color() : colors.text);
}

} // namespace pushgate::gui

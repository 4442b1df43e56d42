// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/delegates/gateway_delegate.h"

#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/panels/gateway_list_model.h"

#include <QApplication>
#include <QPainter>

namespace pushgate::gui {

namespace {

    constexpr int kHeight = 48;
    constexpr int kMargin = 12;
    constexpr int kDot = 10;

    void paintDot(
        QPainter& painter, const QRectF& rect, GatewayStatus::Link link, const QColor& color)
    {
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(link == GatewayStatus::Link::Live ? QBrush(color) : QBrush(Qt::NoBrush));
        painter.drawEllipse(rect);
        if (link == GatewayStatus::Link::Lost)
            painter.drawLine(rect.topRight(), rect.bottomLeft());
    }

    QColor dotColor(GatewayStatus::Link link, const QPalette& palette)
    {
        switch (link) {
        case GatewayStatus::Link::Live:
            return stateColors(core::GroupState::Fresh, shadeOf(palette)).text;
        case GatewayStatus::Link::Lost:
            return stateColors(core::GroupState::Failed, shadeOf(palette)).text;
        case GatewayStatus::Link::AwaitingSecret:
        case GatewayStatus::Link::SecretMissing:
        case GatewayStatus::Link::Connecting: break;
        }
        return mutedText(palette);
    }

} // namespace

void GatewayDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString title = std::exchange(cell.text, {});
    const QStyle* const style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor text
        = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const auto link
        = static_cast<GatewayStatus::Link>(index.data(GatewayListModel::LinkRole).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect inside = option.rect.adjusted(kMargin, 6, -kMargin, -6);
    const QRectF dot(inside.left(), inside.top() + 5, kDot, kDot);
    paintDot(*painter, dot, link, isSelected ? text : dotColor(link, option.palette));

    QRect line = inside.adjusted(kDot + 8, 0, 0, 0);
    line.setHeight(inside.height() / 2);
    painter->setPen(text);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
        cell.fontMetrics.elidedText(title, Qt::ElideMiddle, line.width()));
    painter->setPen(isSelected ? text : mutedText(option.palette));
    line.translate(0, line.height());
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
        cell.fontMetrics.elidedText(
            index.data(GatewayListModel::SummaryRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

QSize GatewayDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, std::max(kHeight, 2 * option.fontMetrics.height() + kMargin)};
}

} // namespace pushgate::gui

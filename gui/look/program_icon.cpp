// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/program_icon.h"

#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kSmall = 24; // up to here the heavier drawing is the legible one
    constexpr double kBadge = 0.62; // of the icon
    constexpr double kSign = 0.82; // of the badge

    void paintBadge(QPainter& painter, int size, core::GroupState state)
    {
        // The same in light and dark: it stands on the icon, not on the panel.
        const StateColors colors = stateColors(state, Shade::Light);
        const double extent = size * kBadge;
        const QRectF rect(size - extent, size - extent, extent, extent);
        painter.setPen(QPen(Qt::white, std::max(1.0, size / 32.0)));
        painter.setBrush(colors.text);
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        const double margin = extent * (1 - kSign) / 2;
        paintSign(
            painter, rect.adjusted(margin, margin, -margin, -margin), stateSign(state), Qt::white);
    }

    QPixmap drawn(int size, std::optional<core::GroupState> badge)
    {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QSvgRenderer(size <= kSmall ? u":/icons/pushgate-small.svg"_s : u":/icons/pushgate.svg"_s)
            .render(&painter);
        if (badge)
            paintBadge(painter, size, *badge);
        return pixmap;
    }

} // namespace

QIcon programIcon(std::optional<core::GroupState> badge)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128})
        icon.addPixmap(drawn(size, badge));
    return icon;
}

} // namespace pushgate::gui

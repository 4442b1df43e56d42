// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/skeleton.h"

#include "gui/look/appearance.h"

#include <QPainter>

#include <array>

namespace pushgate::gui {

namespace {

    constexpr int kRowHeight = 28;
    constexpr int kBarHeight = 10;
    constexpr int kMargin = 12;
    constexpr std::array kShares{0.10, 0.22, 0.15, 0.25, 0.10}; // of the width, bar by bar

} // namespace

Skeleton::Skeleton(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Loading groups"));
}

void Skeleton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hairline(palette()));
    for (int top = kRowHeight; top + kRowHeight < height(); top += kRowHeight) {
        double left = kMargin;
        for (const double share : kShares) {
            const double width = share * (this->width() - 2 * kMargin);
            // Not all equally long, or they would look like a grid.
            const double shown = width * (0.55 + 0.1 * ((top / kRowHeight) % 3));
            painter.drawRoundedRect(QRectF(left, top, shown, kBarHeight), 3, 3);
            left += width + kMargin;
        }
    }
}

} // namespace pushgate::gui

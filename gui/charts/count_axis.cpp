// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/count_axis.h"

#include <QFontMetrics>
#include <QString>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kSteps = 3;

    qint64 top(qint64 most)
    {
        const qint64 step = countStep(most);
        return std::max(step, (most + step - 1) / step * step);
    }

} // namespace

qint64 countStep(qint64 most)
{
    qint64 power = 1;
    for (;; power *= 10) {
        for (const qint64 factor : {1, 2, 5}) {
            if (factor * power * kSteps >= most)
                return factor * power;
        }
    }
}

void fitCounts(QValueAxis& axis, qint64 most)
{
    axis.setTickType(QValueAxis::TicksDynamic);
    axis.setTickAnchor(0);
    axis.setTickInterval(double(countStep(most)));
    axis.setRange(0, double(top(most)));
    axis.setLabelFormat(u"%.0f"_s);
}

QRectF countPlot(QSizeF picture, const QFontMetrics& metrics, qint64 most)
{
    const qreal left = metrics.horizontalAdvance(QString::number(top(most))) + 14;
    const qreal above = metrics.height() / 2.0 + 2;
    const qreal below = metrics.height() + 6;
    return {left, above, std::max(1.0, picture.width() - left - 8),
        std::max(1.0, picture.height() - above - below)};
}

} // namespace pushgate::gui

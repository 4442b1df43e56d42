// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/tinted_icon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    QPixmap rendered(const QString& svgFile, const QSize& size, const QColor& color)
    {
        const QString key = u"%1 %2x%3 %4"_s.arg(
            svgFile, QString::number(size.width()), QString::number(size.height()), color.name());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svgFile).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    class TintedEngine final : public QIconEngine {
    public:
        explicit TintedEngine(QString svgFile)
            : m_svgFile(std::move(svgFile))
        {
        }

        void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
        {
            paintSign(*painter, rect, m_svgFile, colorFor(mode));
        }
        QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
        {
            return rendered(m_svgFile, size, colorFor(mode));
        }
        QIconEngine* clone() const override { return new TintedEngine(m_svgFile); }

    private:
        static QColor colorFor(QIcon::Mode mode)
        {
            const QPalette palette = QGuiApplication::palette();
            if (mode == QIcon::Disabled)
                return palette.color(QPalette::Disabled, QPalette::ButtonText);
            return palette.color(
                mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
        }

        QString m_svgFile;
    };

} // namespace

QIcon tintedIcon(const QString& svgFile)
{
    return QIcon(new TintedEngine(svgFile));
}

void paintSign(QPainter& painter, const QRectF& rect, const QString& svgFile, const QColor& color)
{
    const double scale = painter.device()->devicePixelRatioF();
    QPixmap pixmap = rendered(svgFile, (rect.size() * scale).toSize(), color);
    pixmap.setDevicePixelRatio(scale);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

} // namespace pushgate::gui

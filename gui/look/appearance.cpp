// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/appearance.h"

#include "gui/look/state_look.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    QPalette paletteOf(QRgb window, QRgb base, QRgb alternate, QRgb text, QRgb muted, QRgb accent)
    {
        QPalette palette;
        palette.setColor(QPalette::Window, window);
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::AlternateBase, alternate);
        palette.setColor(QPalette::Button, window);
        palette.setColor(QPalette::ToolTipBase, base);
        for (const auto role :
            {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
            palette.setColor(role, text);
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(QPalette::Disabled, role, muted);
        palette.setColor(QPalette::PlaceholderText, muted);
        palette.setColor(QPalette::Highlight, accent);
        palette.setColor(QPalette::HighlightedText, Qt::white);
        palette.setColor(QPalette::Link, accent);
        const QColor shadow(window);
        palette.setColor(QPalette::Light, shadow.lighter(115));
        palette.setColor(QPalette::Midlight, shadow.lighter(107));
        palette.setColor(QPalette::Mid, shadow.darker(125));
        palette.setColor(QPalette::Dark, shadow.darker(150));
        palette.setColor(QPalette::Shadow, Qt::black);
        return palette;
    }

} // namespace

void apply(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Desktop: QApplication::setPalette(QPalette()); return;
    case Appearance::Light:
        QApplication::setPalette(
            paletteOf(0xF4F5F7, 0xFFFFFF, 0xF7F8FA, 0x1B1F24, 0x5B6470, 0x2F5DA8));
        break;
    case Appearance::Dark:
        QApplication::setPalette(
            paletteOf(0x202327, 0x16181B, 0x1B1E22, 0xE6E8EB, 0x9AA3AE, 0x3F73C8));
        break;
    }
    // Only Fusion draws all of itself in a palette that is not the desktop's.
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
}

QColor mutedText(const QPalette& palette)
{
    return shadeOf(palette) == Shade::Dark ? QColor(0x9AA3AE) : QColor(0x5B6470);
}

QColor hairline(const QPalette& palette)
{
    return shadeOf(palette) == Shade::Dark ? QColor(0x34393F) : QColor(0xDDE0E5);
}

QFont valueFont(const QFont& base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF());
    return font;
}

} // namespace pushgate::gui

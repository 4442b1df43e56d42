// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/state_look.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    double linear(double channel)
    {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    }

    double luminance(const QColor& color)
    {
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
            + 0.0722 * linear(color.blueF());
    }

} // namespace

Shade shadeOf(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < 0.2 ? Shade::Dark : Shade::Light;
}

StateColors stateColors(core::GroupState state, Shade shade)
{
    const bool isLight = shade == Shade::Light;
    switch (state) {
    case core::GroupState::Failed:
        return isLight ? StateColors{0x8C1D18, 0xFBE3E1} : StateColors{0xF4A9A3, 0x401715};
    case core::GroupState::Stale:
        return isLight ? StateColors{0x4B4669, 0xE8E6F3} : StateColors{0xBDB6E3, 0x2A2740};
    case core::GroupState::Overdue:
        return isLight ? StateColors{0x7A4B00, 0xFDEBCB} : StateColors{0xF2BF6B, 0x3A2A0C};
    case core::GroupState::Fresh:
        return isLight ? StateColors{0x0B5D3F, 0xDFF3EA} : StateColors{0x7FD6B0, 0x12332A};
    }
    return {};
}

QString stateSign(core::GroupState state)
{
    switch (state) {
    case core::GroupState::Failed: return u":/icons/failed.svg"_s;
    case core::GroupState::Stale: return u":/icons/stale.svg"_s;
    case core::GroupState::Overdue: return u":/icons/overdue.svg"_s;
    case core::GroupState::Fresh: return u":/icons/fresh.svg"_s;
    }
    return {};
}

double contrast(const QColor& one, const QColor& other)
{
    const double light = std::max(luminance(one), luminance(other));
    const double dark = std::min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace pushgate::gui

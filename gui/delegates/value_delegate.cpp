// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/delegates/value_delegate.h"

#include "core/browse/family_model.h"
#include "gui/charts/chart_look.h"
#include "gui/charts/small_charts.h"
#include "gui/look/appearance.h"

#include <algorithm>
#include <utility>

namespace pushgate::gui {

namespace {

    constexpr int kGap = 8;
    constexpr int kWidest = 72; // of a picture, so that those of all rows look alike
    constexpr int kNarrowest = 16;
    constexpr size_t kMostAddedUp = 100; // series, whenever a row is painted

    using core::FamilyModel;

    int levelOf(const QModelIndex& index)
    {
        return index.data(FamilyModel::LevelRole).toInt();
    }

    std::vector<core::BucketBar> barsOf(
        const core::FamilyRow& family, const core::SeriesRow* series)
    {
        if (series != nullptr)
            return core::bucketBars(series->value);
        return family.series.size() <= kMostAddedUp ? core::bucketBars(family)
                                                    : std::vector<core::BucketBar>();
    }

} // namespace

ValueDelegate::ValueDelegate(HistoryOf historyOf, QObject* parent)
    : RowDelegate(parent)
    , m_historyOf(std::move(historyOf))
{
}

void ValueDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    RowDelegate::initStyleOption(option, index);
    option->font.setBold(index.column() == FamilyModel::NameColumn && levelOf(index) == 0);
    switch (index.column()) {
    case FamilyModel::ValueColumn: option->font = valueFont(option->font); break;
    case FamilyModel::NameColumn: break;
    default:
        option->palette.setColor(QPalette::Text, mutedText(option->palette));
        option->textElideMode = Qt::ElideRight;
        break;
    }
}

void ValueDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    RowDelegate::paint(painter, option, index);
    if (index.column() == FamilyModel::ValueColumn && levelOf(index) < 2)
        paintPicture(*painter, option, index);
}

void ValueDelegate::paintPicture(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* const family = index.data(FamilyModel::FamilyRole).value<const core::FamilyRow*>();
    const auto* const series = index.data(FamilyModel::SeriesRole).value<const core::SeriesRow*>();
    if (family == nullptr)
        return;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int number = QFontMetrics(cell.font).horizontalAdvance(cell.text);
    const int room = std::min(kWidest, option.rect.width() - number - 3 * kGap);
    if (room < kNarrowest)
        return;
    const QRectF place(
        option.rect.left() + kGap, option.rect.top() + 5, room, option.rect.height() - 10);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor color
        = isSelected ? option.palette.color(QPalette::HighlightedText) : chartColor(option.palette);
    const auto bars = barsOf(*family, series);
    if (!bars.empty())
        paintSmallBars(painter, place, bars, color);
    else if (series != nullptr)
        paintSparkline(painter, place, m_historyOf(*family, *series), color);
}

} // namespace pushgate::gui

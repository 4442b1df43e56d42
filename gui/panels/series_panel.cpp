// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/series_panel.h"

#include "core/browse/bucket_bars.h"
#include "core/browse/label_text.h"
#include "gui/charts/histogram_chart.h"
#include "gui/charts/history_chart.h"
#include "gui/look/appearance.h"
#include "gui/panels/elided_label.h"
#include "gui/text/ages.h"
#include "gui/text/value_words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kChartHeight = 112;
    constexpr int kHistoryHeight = 96;

    QString aboutText(const core::FamilyRow& family)
    {
        const QString type = QString::fromUtf8(core::typeWord(family));
        return family.help.isEmpty() ? type : type + u" · "_s + QString::fromUtf8(family.help);
    }

} // namespace

SeriesPanel::SeriesPanel(QWidget* parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_labels(new ElidedLabel(this))
    , m_about(new QLabel(this))
    , m_pushed(new QLabel(this))
    , m_value(new QLabel(this))
    , m_histogram(new HistogramChart(this))
    , m_quantiles(new QTableWidget(this))
    , m_historyTitle(new QLabel(this))
    , m_history(new HistoryChart(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    for (QLabel* const label : {m_about, m_value, m_historyTitle}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_histogram->setFixedHeight(kChartHeight);
    m_histogram->setAccessibleName(tr("Observations by bucket"));
    m_history->setFixedHeight(kHistoryHeight);
    m_history->setAccessibleName(tr("Values seen since the group was opened"));
    setUpTable();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 8);
    layout->setSpacing(4);
    for (QWidget* const part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_labels),
             static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_pushed),
             static_cast<QWidget*>(m_value), static_cast<QWidget*>(m_histogram),
             static_cast<QWidget*>(m_quantiles), static_cast<QWidget*>(m_historyTitle),
             static_cast<QWidget*>(m_history)})
        layout->addWidget(part);
    layout->addStretch(1);
    colorTexts();
}

void SeriesPanel::setUpTable()
{
    m_quantiles->setColumnCount(2);
    m_quantiles->setHorizontalHeaderLabels({tr("Quantile"), tr("Value")});
    m_quantiles->setAccessibleName(tr("Quantiles"));
    m_quantiles->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_quantiles->setSelectionMode(QAbstractItemView::NoSelection);
    m_quantiles->setFocusPolicy(Qt::NoFocus); // all of it stands in the tree, too
    m_quantiles->setFrameShape(QFrame::NoFrame);
    m_quantiles->setShowGrid(false);
    m_quantiles->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_quantiles->verticalHeader()->hide();
    m_quantiles->verticalHeader()->setDefaultSectionSize(24);
    m_quantiles->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_quantiles->horizontalHeader()->setHighlightSections(false);
    m_quantiles->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void SeriesPanel::showSeries(const core::FamilyRow& family, const core::SeriesRow* series,
    std::span<const core::ValueHistory::Point> history)
{
    m_name->setText(QString::fromUtf8(family.name));
    m_about->setText(aboutText(family));
    m_pushedAt = family.pushedAt;
    showPushed();
    m_labels->setVisible(series != nullptr && !series->labels.empty());
    if (series == nullptr) {
        showBars(core::bucketBars(family));
        const auto count = int(family.series.size());
        m_value->setText(m_histogram->bars().empty()
                ? tr("%n series. Choose one to see its values.", nullptr, count)
                : tr("%n series, added up. Choose one to see it alone.", nullptr, count));
        showQuantiles(nullptr);
        showHistory({});
        return;
    }
    m_labels->setText(QString::fromUtf8(core::labelsText(series->labels)));
    m_value->setText(valueText(series->value));
    showBars(core::bucketBars(series->value));
    showQuantiles(std::get_if<core::SummaryValue>(&series->value));
    showHistory(history);
}

void SeriesPanel::showBars(std::vector<core::BucketBar> bars)
{
    m_histogram->setVisible(!bars.empty());
    m_histogram->setBars(std::move(bars));
}

void SeriesPanel::showQuantiles(const core::SummaryValue* summary)
{
    const bool hasAny = summary != nullptr && !summary->quantiles.empty();
    m_quantiles->setVisible(hasAny);
    if (!hasAny)
        return;
    m_quantiles->setRowCount(int(summary->quantiles.size()));
    for (int row = 0; row < m_quantiles->rowCount(); ++row) {
        const auto& [quantile, number] = summary->quantiles[size_t(row)];
        for (const auto& [column, text] : {std::pair(0, quantile), std::pair(1, number)}) {
            auto* const cell = new QTableWidgetItem(QString::fromUtf8(text));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            cell->setFont(valueFont(font()));
            m_quantiles->setItem(row, column, cell);
        }
    }
    m_quantiles->setFixedHeight(m_quantiles->horizontalHeader()->sizeHint().height()
        + m_quantiles->rowCount() * m_quantiles->verticalHeader()->defaultSectionSize());
}

void SeriesPanel::showHistory(std::span<const core::ValueHistory::Point> history)
{
    m_history->setPoints(history);
    const auto seen = m_history->points().size();
    m_history->setVisible(seen > 1);
    m_historyTitle->setVisible(!history.empty());
    m_historyTitle->setText(seen > 1
            ? tr("%n push(es) seen", "title of a chart of values", int(seen))
            : tr("Further pushes will be drawn here."));
}

void SeriesPanel::setNow(core::TimePoint now)
{
    m_now = now;
    showPushed();
}

void SeriesPanel::showPushed()
{
    m_pushed->setVisible(m_pushedAt.has_value());
    if (!m_pushedAt)
        return;
    m_pushed->setText(tr("Pushed %1", "%1 is an age").arg(ageText(m_now - *m_pushedAt)));
    m_pushed->setToolTip(exactTimeText(*m_pushedAt));
}

void SeriesPanel::colorTexts()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, mutedText(palette()));
    for (QLabel* const label : {static_cast<QLabel*>(m_labels), m_about, m_pushed, m_historyTitle})
        label->setPalette(muted);
}

void SeriesPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorTexts();
}

} // namespace pushgate::gui

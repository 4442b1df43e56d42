// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/job_chart.h"

#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace pushgate::gui {

namespace {

    constexpr qreal kGap = 8;
    constexpr qreal kMostHeight = 40; // of a row

} // namespace

JobChart::JobChart(QWidget* parent)
    : ChoiceChart(tr("Jobs with the most series"), parent)
    , m_set(new QBarSet({}, this))
    , m_series(new QHorizontalBarSeries(this))
    , m_rows(new QValueAxis(this))
    , m_sizes(new QValueAxis(this))
{
    m_series->append(m_set);
    m_series->setBarWidth(0.6);
    chart()->addSeries(m_series);
    chart()->addAxis(m_rows, Qt::AlignLeft);
    chart()->addAxis(m_sizes, Qt::AlignBottom);
    m_series->attachAxis(m_rows);
    m_series->attachAxis(m_sizes);
    m_rows->setReverse(); // the largest at the top
    m_rows->hide();
    m_sizes->hide();
}

void JobChart::show(const std::vector<core::JobSize>& jobs)
{
    m_jobs = jobs;
    m_set->remove(0, m_set->count());
    for (const core::JobSize& job : jobs)
        m_set->append(double(job.series));
    refresh();
}

qint64 JobChart::most() const
{
    return m_jobs.empty() ? 1 : std::max(qint64(1), m_jobs.front().series);
}

QRectF JobChart::plot() const
{
    const qreal names = size().width() * 0.34;
    const qreal figures = fontMetrics().horizontalAdvance(QLocale().toString(most())) + 2 * kGap;
    const qreal height
        = std::min(size().height(), kMostHeight * qreal(std::max(size_t(1), m_jobs.size())));
    return {names, 0, std::max(1.0, size().width() - names - figures), height};
}

QRectF JobChart::line(size_t at) const
{
    const qreal height = plot().height() / qreal(m_jobs.size());
    return {0, plot().top() + height * qreal(at), size().width(), height};
}

void JobChart::paintSeries(const QColor& color)
{
    m_set->setBrush(color);
    m_set->setPen(Qt::NoPen);
}

void JobChart::layOut()
{
    m_rows->setRange(-0.5, double(std::max(size_t(1), m_jobs.size())) - 0.5);
    m_sizes->setRange(0, double(most()));
    chart()->setPlotArea(plot());
}

std::vector<ChartChoice> JobChart::findChoices() const
{
    std::vector<ChartChoice> choices;
    for (size_t at = 0; at < m_jobs.size(); ++at) {
        const core::JobSize& job = m_jobs[at];
        choices.push_back({int(at),
            tr("%1: %2 series in %n group(s)", nullptr, job.groups)
                .arg(QString::fromUtf8(job.job), QLocale().toString(job.series)),
            {line(at)}});
    }
    return choices;
}

void JobChart::paintOver(QPainter& painter) const
{
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(font());
    for (size_t at = 0; at < m_jobs.size(); ++at) {
        const QRectF row = line(at);
        const QRectF name(row.left() + 4, row.top(), plot().left() - kGap - 4, row.height());
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(
                QString::fromUtf8(m_jobs[at].job), Qt::ElideMiddle, int(name.width())));
        const qreal end
            = plot().left() + plot().width() * double(m_jobs[at].series) / double(most());
        painter.drawText(QRectF(end + kGap, row.top(), row.right() - end - kGap, row.height()),
            Qt::AlignVCenter | Qt::AlignLeft, QLocale().toString(m_jobs[at].series));
    }
}

} // namespace pushgate::gui

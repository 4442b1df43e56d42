// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/choice_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

ChoiceChart::ChoiceChart(QString name, QWidget* parent)
    : ChartView(parent)
    , m_name(std::move(name))
{
    viewport()->setFocusPolicy(Qt::NoFocus); // which it hands on to what it is part of
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(200, 90);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tellName();
}

void ChoiceChart::refresh()
{
    dress();
    layOut();
    m_choices = findChoices();
    m_current = std::clamp(m_current, 0, std::max(0, int(m_choices.size()) - 1));
    tellName();
    viewport()->update();
}

void ChoiceChart::tellName()
{
    QStringList texts;
    for (const ChartChoice& choice : m_choices)
        texts.push_back(choice.text);
    // A change of the name is read out, one of the description only on request.
    setAccessibleName(
        hasFocus() && !texts.isEmpty() ? m_name + u": "_s + texts[m_current] : m_name);
    setAccessibleDescription(texts.join(u"; "_s));
}

int ChoiceChart::choiceAt(QPointF position) const
{
    const auto found
        = std::find_if(m_choices.begin(), m_choices.end(), [&](const ChartChoice& choice) {
              return std::any_of(choice.areas.begin(), choice.areas.end(),
                  [&](const QRectF& area) { return area.contains(position); });
          });
    return found == m_choices.end() ? -1 : int(found - m_choices.begin());
}

// ---------------------------------------------------------------------------------- the looks

void ChoiceChart::drawForeground(QPainter* painter, const QRectF&)
{
    paintOver(*painter);
    const auto mark = [&](int at, const QPen& pen) {
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        for (const QRectF& area : m_choices[size_t(at)].areas)
            painter->drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    };
    if (m_hovered >= 0 && m_hovered < int(m_choices.size()))
        mark(m_hovered, QPen(palette().color(QPalette::Mid), 1));
    if (hasFocus() && !m_choices.empty())
        mark(m_current, QPen(palette().color(QPalette::Highlight), 2));
}

void ChoiceChart::resizeEvent(QResizeEvent* event)
{
    ChartView::resizeEvent(event);
    refresh();
}

void ChoiceChart::changeEvent(QEvent* event)
{
    ChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

// ---------------------------------------------------------------------------------- the mouse

bool ChoiceChart::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = -1;
        viewport()->update();
    }
    return ChartView::viewportEvent(event);
}

QString ChoiceChart::toolTipAt(const QPointF& position) const
{
    const int at = choiceAt(position);
    return at < 0 ? QString() : m_choices[size_t(at)].text;
}

void ChoiceChart::mouseMoveEvent(QMouseEvent* event)
{
    const int at = choiceAt(event->position());
    if (at != m_hovered) {
        m_hovered = at;
        viewport()->setCursor(at < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
        viewport()->update();
    }
}

void ChoiceChart::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? choiceAt(event->position()) : -1;
    if (m_pressed < 0)
        return;
    setFocus(Qt::MouseFocusReason);
    moveTo(m_pressed);
}

void ChoiceChart::mouseReleaseEvent(QMouseEvent* event)
{
    const int at = choiceAt(event->position());
    if (event->button() == Qt::LeftButton && at >= 0 && at == m_pressed)
        emit chosen(m_choices[size_t(at)].id);
    m_pressed = -1;
}

// ----------------------------------------------------------------------------------- the keys

void ChoiceChart::moveTo(int choice)
{
    m_current = std::clamp(choice, 0, std::max(0, int(m_choices.size()) - 1));
    tellName();
    viewport()->update();
}

void ChoiceChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: moveTo(m_current - 1); break;
    case Qt::Key_Right:
    case Qt::Key_Down: moveTo(m_current + 1); break;
    case Qt::Key_Home: moveTo(0); break;
    case Qt::Key_End: moveTo(int(m_choices.size()) - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_choices.empty())
            emit chosen(m_choices[size_t(m_current)].id);
        break;
    default: event->ignore();
    }
}

void ChoiceChart::focusInEvent(QFocusEvent* event)
{
    ChartView::focusInEvent(event);
    moveTo(m_current);
}

void ChoiceChart::focusOutEvent(QFocusEvent* event)
{
    ChartView::focusOutEvent(event);
    moveTo(m_current);
}

} // namespace pushgate::gui

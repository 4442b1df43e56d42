// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/chart_view.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace pushgate::gui {

/// A part of a picture that can be chosen.
struct ChartChoice {
    int id = 0;
    QString text; ///< what it stands for, as people are told of it
    std::vector<QRectF> areas; ///< in the picture; large enough to be hit
};

/// A picture with parts that are chosen by a click, or with the arrow keys and Enter; what they
/// stand for is shown by a tooltip and told to screen readers.
class ChoiceChart : public ChartView {
    Q_OBJECT

public:
    const std::vector<ChartChoice>& choices() const { return m_choices; }

signals:
    void chosen(int id);

protected:
    /// `name`: what the picture shows.
    explicit ChoiceChart(QString name, QWidget* parent = nullptr);

    /// Gives the chart the ranges and the place of its plot; before what follows is asked.
    virtual void layOut() = 0;
    virtual std::vector<ChartChoice> findChoices() const = 0;
    /// What is written into the picture, above the chart.
    virtual void paintOver(QPainter& painter) const = 0;
    /// To be called after each change of what is shown.
    void refresh();

    QSizeF size() const { return viewport()->size(); }

    QString toolTipAt(const QPointF& position) const final;
    bool viewportEvent(QEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int choiceAt(QPointF position) const; ///< -1: none
    void moveTo(int choice);
    void tellName();

    QString m_name;
    std::vector<ChartChoice> m_choices;
    int m_current = 0; // of those, where the keys are
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace pushgate::gui

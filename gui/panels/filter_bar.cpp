// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/filter_bar.h"

#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"
#include "gui/text/group_cells.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kAllId = 0;

    int idOf(core::GroupState state)
    {
        return 1 + static_cast<int>(state);
    }

    QString chipText(const QString& word, int count)
    {
        return word + u' ' + QLocale().toString(count);
    }

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_chips(new QButtonGroup(this))
{
    m_line->setPlaceholderText(tr("Filter: words, instance=db, age>1h or {job=~\"nightly_.*\"}"));
    m_line->setAccessibleName(tr("Filter groups"));
    m_line->setToolTip(
        tr("Every word must occur in the value of some label; name=word in that of this label. "
           "age>1h or age<2d: by the last push (s, m, h, d, w). In braces, before the rest: a "
           "selector, as in Prometheus."));
    m_line->setClearButtonEnabled(true);
    m_line->addAction(tintedIcon(u":/icons/search.svg"_s), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);

    m_fault->setTextFormat(Qt::PlainText);
    m_fault->hide();

    auto* const row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addSpacing(8);
    row->addWidget(addChip(kAllId));
    for (const core::GroupState state : core::kGroupStates)
        row->addWidget(addChip(idOf(state)));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_fault);
    m_chips->button(kAllId)->setChecked(true);
    setCounts({});

    connect(m_line, &QLineEdit::textChanged, this, &FilterBar::readLine);
    connect(m_chips, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            emit filterChanged(filter());
    });
}

void FilterBar::readLine()
{
    auto read = core::GroupFilter::ofLine(m_line->text());
    m_fault->setVisible(!read);
    if (!read) {
        m_fault->setText(QString::fromUtf8(read.error().message));
        return;
    }
    m_filter = *std::move(read);
    emit filterChanged(filter());
}

QToolButton* FilterBar::addChip(int id)
{
    auto* const chip = new QToolButton(this);
    chip->setCheckable(true);
    chip->setAutoRaise(true);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (id != kAllId)
        chip->setIcon(tintedIcon(stateSign(core::kGroupStates[size_t(id) - 1])));
    m_chips->addButton(chip, id);
    return chip;
}

void FilterBar::setCounts(const core::StateCounts& counts)
{
    m_chips->button(kAllId)->setText(chipText(tr("All"), counts.total()));
    for (const core::GroupState state : core::kGroupStates)
        m_chips->button(idOf(state))->setText(chipText(stateWord(state), counts.of(state)));
}

void FilterBar::setState(std::optional<core::GroupState> state)
{
    m_chips->button(state ? idOf(*state) : kAllId)->setChecked(true);
}

core::GroupFilter FilterBar::filter() const
{
    core::GroupFilter filter = m_filter;
    if (m_chips->checkedId() != kAllId)
        filter.state = core::kGroupStates[size_t(m_chips->checkedId()) - 1];
    return filter;
}

core::FilterLine FilterBar::line() const
{
    return core::FilterLine::of(m_line->text());
}

void FilterBar::setFilter(const core::FilterLine& line, std::optional<core::GroupState> state)
{
    m_line->setText(line.text());
    setState(state);
}

void FilterBar::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::clear()
{
    m_line->clear();
    setState(std::nullopt);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape: clear(); return true;
        case Qt::Key_Down:
        case Qt::Key_Return: emit left(); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pushgate::gui

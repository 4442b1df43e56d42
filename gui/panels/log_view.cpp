// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/log_view.h"

#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

LogView::LogView(qsizetype mostLines, QWidget* parent)
    : QWidget(parent)
    , m_mostLines(mostLines)
    , m_level(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
{
    m_level->addItems({tr("All lines"), tr("From info"), tr("From warnings"), tr("Only errors")});
    m_level->setAccessibleName(tr("Lines of the log to show"));
    m_words->setPlaceholderText(tr("Search the log"));
    m_words->setAccessibleName(tr("Search the log"));
    m_words->setClearButtonEnabled(true);
    m_text->setReadOnly(true);
    m_text->setFont(valueFont(font()));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(int(mostLines));
    m_text->setUndoRedoEnabled(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Log"));
    auto* const copy = new QPushButton(tintedIcon(u":/icons/copy.svg"_s), tr("Copy log"), this);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(shownText()); });
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogView::fill);
    connect(m_words, &QLineEdit::textChanged, this, &LogView::fill);

    auto* const row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(m_level);
    row->addWidget(m_words, 1);
    row->addWidget(copy);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_text, 1);
}

QString LogView::shownText() const
{
    return m_text->toPlainText();
}

void LogView::append(const LogLine& line)
{
    m_lines.push_back(line);
    if (qsizetype(m_lines.size()) > m_mostLines)
        m_lines.pop_front();
    if (accepts(line))
        write(line);
}

bool LogView::accepts(const LogLine& line) const
{
    return int(line.level) >= m_level->currentIndex()
        && line.text.contains(m_words->text().trimmed(), Qt::CaseInsensitive);
}

void LogView::write(const LogLine& line)
{
    QScrollBar* const bar = m_text->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    const int place = bar->value();
    QTextCharFormat format;
    if (line.level >= LogLine::Level::Warning) {
        const auto state = line.level == LogLine::Level::Error ? core::GroupState::Failed
                                                               : core::GroupState::Overdue;
        format.setForeground(stateColors(state, shadeOf(palette())).text);
    }
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    if (!m_text->document()->isEmpty())
        end.insertBlock();
    end.insertText(line.text, format);
    bar->setValue(isAtEnd ? bar->maximum() : place);
}

void LogView::fill()
{
    m_text->clear();
    for (const LogLine& line : m_lines) {
        if (accepts(line))
            write(line);
    }
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void LogView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text != nullptr)
        fill();
}

} // namespace pushgate::gui

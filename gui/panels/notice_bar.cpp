// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/notice_bar.h"

#include "gui/look/tinted_icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

NoticeBar::NoticeBar(Closing closing, QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    if (closing == Closing::ByUser) {
        auto* const close = new QToolButton(this);
        close->setIcon(tintedIcon(u":/icons/close.svg"_s));
        close->setAutoRaise(true);
        close->setToolTip(tr("Dismiss"));
        close->setAccessibleName(tr("Dismiss this message"));
        connect(close, &QToolButton::clicked, this, &NoticeBar::dismiss);
        layout->addWidget(close);
    }
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &NoticeBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    hide();
}

void NoticeBar::show(const Notice& notice)
{
    m_text->setText(notice.text);
    m_action->setText(notice.action);
    m_action->setVisible(!notice.action.isEmpty());
    setAccessibleName(notice.text);
    if (notice.duration.count() > 0)
        m_end.start(notice.duration);
    else
        m_end.stop();
    setVisible(true);
}

void NoticeBar::dismiss()
{
    m_end.stop();
    hide();
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace pushgate::gui

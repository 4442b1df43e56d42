// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/message_page.h"

#include "gui/look/appearance.h"
#include "gui/look/tinted_icon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kWidth = 800;
    constexpr double kTitleScale = 20.0 / 13.0;

} // namespace

MessagePage::MessagePage(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_commandRow(new QWidget(this))
    , m_command(new QLabel(m_commandRow))
    , m_action(new QPushButton(this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * kTitleScale);
    m_title->setFont(large);
    for (QLabel* const label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setMaximumWidth(kWidth);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    setUpCommand();
    connect(m_action, &QPushButton::clicked, this, &MessagePage::actionRequested);

    auto* const column = new QVBoxLayout;
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_commandRow);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    column->addStretch(3);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 12, 24, 12);
    layout->addStretch(1);
    layout->addLayout(column, 8);
    layout->addStretch(1);
}

void MessagePage::setUpCommand()
{
    m_command->setWordWrap(true);
    m_command->setTextFormat(Qt::PlainText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setFrameShape(QFrame::StyledPanel);
    m_command->setBackgroundRole(QPalette::Base);
    m_command->setAutoFillBackground(true);
    m_command->setMargin(8);
    m_command->setFont(valueFont(font()));
    m_command->setAccessibleName(tr("Command to try"));
    auto* const copy = new QPushButton(tintedIcon(u":/icons/copy.svg"_s), tr("Copy"), m_commandRow);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    auto* const row = new QHBoxLayout(m_commandRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_command, 1);
    row->addWidget(copy);
    m_commandRow->setMaximumWidth(kWidth);
}

void MessagePage::show(const Message& message)
{
    m_title->setText(message.title);
    m_text->setText(message.text);
    m_text->setVisible(!message.text.isEmpty());
    m_commandRow->setVisible(!message.command.isEmpty());
    if (m_command->text() != message.command) // or what is selected in it would be lost
        m_command->setText(message.command);
    m_action->setText(message.action);
    m_action->setVisible(!message.action.isEmpty());
}

QString MessagePage::title() const
{
    return m_title->text();
}

QString MessagePage::command() const
{
    return m_command->text();
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/wipe_dialog.h"

#include "gui/text/commands.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushgate::gui {

namespace {

    constexpr int kWidth = 520;

    QLabel* wrapped(const QString& text, QWidget* parent)
    {
        auto* const label = new QLabel(text, parent);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        return label;
    }

} // namespace

bool canUndoWipe(const core::GroupModel& groups)
{
    return groups.rowCount() <= kMostUndoneGroups && groups.seriesTotal() <= kMostUndoneSeries;
}

WipeDialog::WipeDialog(const Gateway& gateway, QWidget* parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_name(new QLineEdit(this))
{
    setWindowTitle(tr("Delete all groups"));
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    addTexts();
    column->addWidget(m_name);
    column->addStretch(1);
    addButtons();
    setMinimumWidth(kWidth);
    connect(m_name, &QLineEdit::textChanged, this, &WipeDialog::showState);
    connect(&m_gateway, &Gateway::statusChanged, this, &WipeDialog::showState);
    showState();
}

void WipeDialog::addTexts()
{
    const core::GroupModel& groups = m_gateway.groups();
    const QString title = m_gateway.connection().title();
    auto* const question = wrapped(
        tr("Delete all %n group(s) from %1?", nullptr, groups.rowCount()).arg(title), this);
    QFont bold = font();
    bold.setBold(true);
    question->setFont(bold);
    layout()->addWidget(question);
    layout()->addWidget(wrapped(
        tr("That is %1 series, and whatever is pushed until then. Prometheus keeps what it has "
           "already scraped.")
            .arg(QLocale().toString(groups.seriesTotal())),
        this));
    layout()->addWidget(wrapped(canUndoWipe(groups)
            ? tr("Undo pushes the groups again; their push time is then that of the undo.")
            : tr("These are too many to be kept for undo: this cannot be undone."),
        this));
    auto* const label = wrapped(tr("Type %1 to confirm:").arg(title), this);
    label->setBuddy(m_name);
    layout()->addWidget(label);
    m_name->setAccessibleName(tr("Name of the gateway, to confirm"));
}

void WipeDialog::addButtons()
{
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_delete = buttons->addButton(tr("Delete all groups"), QDialogButtonBox::DestructiveRole);
    auto* const copy = buttons->addButton(tr("Copy as curl"), QDialogButtonBox::ActionRole);
    layout()->addWidget(buttons);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    m_delete->setAutoDefault(false);
    copy->setAutoDefault(false);
    connect(m_delete, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(wipeCommand(m_gateway.connection())); });
}

void WipeDialog::showState()
{
    m_delete->setEnabled(m_name->text().trimmed() == m_gateway.connection().title()
        && m_gateway.status().link == GatewayStatus::Link::Live);
}

} // namespace pushgate::gui

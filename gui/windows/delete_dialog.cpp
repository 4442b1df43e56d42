// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/delete_dialog.h"

#include "gui/text/commands.h"
#include "gui/text/group_cells.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pushgate::gui {

namespace {

    constexpr size_t kMostListed = 20;
    constexpr qsizetype kTypedAbove = 100;
    constexpr int kWidth = 560;

    QLabel* wrapped(const QString& text, QWidget* parent)
    {
        auto* const label = new QLabel(text, parent);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        return label;
    }

} // namespace

DeleteDialog::DeleteDialog(
    const Connection& connection, const std::vector<core::GroupingKey>& keys, QWidget* parent)
    : QDialog(parent)
{
    const int count = int(keys.size());
    setWindowTitle(tr("Delete groups"));
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    auto* const question
        = wrapped(tr("Delete %n group(s) from %1?", nullptr, count).arg(connection.title()), this);
    QFont bold = font();
    bold.setBold(true);
    question->setFont(bold);
    layout->addWidget(question);
    layout->addWidget(makeList(keys), 1);
    layout->addWidget(wrapped(tr("Prometheus keeps what it has already scraped. Undo pushes the "
                                 "groups again; their push time is then that of the undo."),
        this));

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_delete = buttons->addButton(
        tr("&Delete %n group(s)", nullptr, count), QDialogButtonBox::DestructiveRole);
    auto* const copy = buttons->addButton(tr("Copy as curl"), QDialogButtonBox::ActionRole);
    addCountLine(count);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    m_delete->setAutoDefault(false);
    copy->setAutoDefault(false);
    connect(m_delete, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [connection, keys] {
        QGuiApplication::clipboard()->setText(deleteCommands(connection, keys));
    });
    setMinimumWidth(kWidth);
}

QWidget* DeleteDialog::makeList(const std::vector<core::GroupingKey>& keys)
{
    auto* const list = new QListWidget(this);
    list->setAccessibleName(tr("Groups to delete"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setUniformItemSizes(true);
    for (size_t at = 0; at < std::min(keys.size(), kMostListed); ++at) {
        auto* const item = new QListWidgetItem(groupTitle(keys[at]), list);
        item->setToolTip(item->text());
    }
    if (keys.size() > kMostListed)
        list->addItem(tr("and %n more", nullptr, int(keys.size() - kMostListed)));
    const auto heightOf = [list](int rows) {
        return rows * (list->sizeHintForRow(0) + 1) + 2 * list->frameWidth();
    };
    list->setMinimumHeight(heightOf(std::clamp(list->count(), 2, 8)));
    list->setMaximumHeight(std::max(list->minimumHeight(), heightOf(list->count())));
    return list;
}

void DeleteDialog::addCountLine(qsizetype count)
{
    if (count <= kTypedAbove)
        return;
    m_count = new QLineEdit(this);
    m_count->setPlaceholderText(
        tr("Type %1 to confirm").arg(QLocale::c().toString(count).remove(QLatin1Char(','))));
    m_count->setAccessibleName(tr("Number of groups, to confirm"));
    layout()->addWidget(m_count);
    m_delete->setEnabled(false);
    connect(m_count, &QLineEdit::textChanged, this, [this, count](const QString& text) {
        m_delete->setEnabled(text.trimmed() == QString::number(count));
    });
}

} // namespace pushgate::gui

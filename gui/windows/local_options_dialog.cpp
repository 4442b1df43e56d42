// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/local_options_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kWidth = 480;

    enum Place { InMemory, InFile };

} // namespace

LocalOptionsDialog::LocalOptionsDialog(const LocalOptions& options, Effect effect, QWidget* parent)
    : QDialog(parent)
    , m_port(new QSpinBox(this))
    , m_place(new QComboBox(this))
    , m_file(new QLineEdit(options.file, this))
    , m_choose(new QPushButton(tr("Choose..."), this))
{
    setWindowTitle(tr("Local gateway"));
    m_port->setRange(0, std::numeric_limits<quint16>::max());
    m_port->setSpecialValueText(tr("9091, or any that is free"));
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(options.port.value_or(0));
    m_place->addItems({tr("In memory, until it ends"), tr("In a file")});
    m_place->setCurrentIndex(options.file.isEmpty() ? InMemory : InFile);
    auto* const form = new QFormLayout;
    form->addRow(tr("&Port"), m_port);
    form->addRow(tr("&Keep groups"), m_place);
    form->addRow(tr("&File"), makeFileLine());
    auto* const buttons
        = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_place, &QComboBox::currentIndexChanged, this, &LocalOptionsDialog::showFields);
    connect(m_file, &QLineEdit::textChanged, this, &LocalOptionsDialog::showFields);

    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    if (effect == Effect::AtNextStart)
        column->addWidget(new QLabel(tr("Takes effect when it is started the next time."), this));
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(kWidth);
    showFields();
}

QWidget* LocalOptionsDialog::makeFileLine()
{
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_file, 1);
    layout->addWidget(m_choose);
    m_file->setAccessibleName(tr("File"));
    m_choose->setAutoDefault(false);
    m_choose->setAccessibleName(tr("Choose a file"));
    connect(m_choose, &QPushButton::clicked, this, &LocalOptionsDialog::chooseFile);
    row->setFocusProxy(m_file);
    return row;
}

void LocalOptionsDialog::chooseFile()
{
    // One that is there is opened, not overwritten.
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Keep groups in"), m_file->text(), {}, nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        m_file->setText(file);
}

void LocalOptionsDialog::showFields()
{
    const bool isInFile = m_place->currentIndex() == InFile;
    m_file->setEnabled(isInFile);
    m_choose->setEnabled(isInFile);
    m_ok->setEnabled(!isInFile || !m_file->text().trimmed().isEmpty());
}

LocalOptions LocalOptionsDialog::options() const
{
    LocalOptions options;
    if (m_port->value() > 0)
        options.port = quint16(m_port->value());
    if (m_place->currentIndex() == InFile)
        options.file = m_file->text().trimmed();
    return options;
}

} // namespace pushgate::gui

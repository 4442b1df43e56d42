// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/push_dialog.h"

#include "gui/client/typed_push.h"
#include "gui/look/appearance.h"
#include "gui/text/group_cells.h"
#include "gui/text/messages.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    constexpr QSize kSize{640, 460};
    constexpr auto kPause = 150ms; // a large body is not parsed for each letter

} // namespace

PushDialog::PushDialog(
    Gateway& gateway, const std::optional<core::GroupingKey>& key, QWidget* parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_labels(new QLineEdit(this))
    , m_mode(new QComboBox(this))
    , m_body(new QPlainTextEdit(this))
    , m_verdict(new QLabel(this))
{
    setWindowTitle(tr("Push to %1").arg(gateway.connection().title()));
    auto* const layout = new QVBoxLayout(this);
    auto* const form = new QFormLayout;
    setUpFields(*form);
    layout->addLayout(form);
    layout->addWidget(m_body, 1);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_verdict);
    setUpButtons();
    m_labels->setText(key ? groupTitle(*key) : u"{job=\"backup\",instance=\"db1\"}"_s);

    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PushDialog::check);
    connect(m_labels, &QLineEdit::textChanged, this, &PushDialog::check);
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(kPause); });
    connect(&gateway, &Gateway::pushed, this, &PushDialog::takeResult);
    connect(&gateway, &QObject::destroyed, this, &QDialog::reject);
    resize(kSize);
    m_body->setFocus();
    check();
}

void PushDialog::setUpFields(QFormLayout& form)
{
    m_mode->addItems(
        {tr("Replace the whole group"), tr("Replace only families of the same names")});
    m_body->setFont(valueFont(font()));
    m_body->setPlaceholderText(u"# TYPE backup_duration_seconds gauge\n"
                               "backup_duration_seconds 42.5"_s);
    m_body->setAccessibleName(tr("Metrics in the text format"));
    m_body->setTabChangesFocus(true);
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap);
    form.addRow(tr("&Group"), m_labels);
    form.addRow(tr("&What to do"), m_mode);
}

void PushDialog::setUpButtons()
{
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_push = buttons->addButton(tr("&Push"), QDialogButtonBox::ActionRole);
    auto* const load = buttons->addButton(tr("&Load file..."), QDialogButtonBox::ActionRole);
    load->setAutoDefault(false);
    m_push->setDefault(true);
    connect(m_push, &QPushButton::clicked, this, &PushDialog::push);
    connect(load, &QPushButton::clicked, this, &PushDialog::loadFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void PushDialog::loadFile()
{
    const QString name = QFileDialog::getOpenFileName(this, tr("Metrics in the text format"));
    if (name.isEmpty())
        return;
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        m_body->setPlainText(QString::fromUtf8(file.readAll()));
    else
        m_verdict->setText(tr("Cannot read %1: %2").arg(name, file.errorString()));
}

void PushDialog::check()
{
    const auto key = readTypedKey(m_labels->text().toUtf8());
    const auto body = readTypedBody(m_body->toPlainText().toUtf8());
    m_push->setEnabled(key && body);
    if (!key)
        m_verdict->setText(tr("Group: %1").arg(QString::fromUtf8(key.error().message)));
    else if (!body)
        m_verdict->setText(QString::fromUtf8(body.error().message));
    else if (body->series == 0)
        m_verdict->setText(tr("Nothing but the push time would be stored."));
    else
        m_verdict->setText(tr("%n series, ready to push.", nullptr, int(body->series)));
}

void PushDialog::push()
{
    const auto key = readTypedKey(m_labels->text().toUtf8());
    const QByteArray body = completed(m_body->toPlainText().toUtf8());
    if (!key || !readTypedBody(body)) {
        check();
        return;
    }
    m_push->setEnabled(false);
    m_verdict->setText(tr("Pushing..."));
    m_job = m_gateway.push({*key,
        m_mode->currentIndex() == 0 ? PushOrder::Mode::Replace : PushOrder::Mode::Merge, body});
}

void PushDialog::takeResult(const PushReport& report)
{
    if (report.job != m_job)
        return;
    m_push->setEnabled(true);
    if (!report.error)
        m_verdict->setText(tr("Pushed."));
    else
        m_verdict->setText(tr("Not pushed: %1. %2")
                               .arg(causeText(*report.error), adviceText(*report.error))
                               .trimmed());
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/connection_dialog.h"

#include "gui/client/secret_keeper.h"
#include "gui/panels/stale_after_box.h"
#include "gui/text/messages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kWidth = 520;

    /// The button beside a line for a file.
    QWidget* chooserOf(const QLineEdit* line)
    {
        return line->parentWidget()->findChild<QPushButton*>();
    }

} // namespace

ConnectionDialog::ConnectionDialog(
    const std::optional<Connection>& connection, World world, QWidget* parent)
    : QDialog(parent)
    , m_world(world)
    , m_address(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_signIn(new QComboBox(this))
    , m_user(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_secretPlace(new QLabel(this))
    , m_caFile(new QLineEdit(this))
    , m_certificateFile(new QLineEdit(this))
    , m_keyFile(new QLineEdit(this))
    , m_ignoreTls(new QCheckBox(tr("Accept any certificate"), this))
    , m_staleAfter(new StaleAfterBox(this))
    , m_notices(new QCheckBox(tr("Tell me when groups fail or it is &lost"), this))
    , m_verdict(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(connection ? tr("Edit gateway") : tr("Connect to a gateway"));
    auto* const layout = new QVBoxLayout(this);
    m_form = new QFormLayout;
    addFields(*m_form);
    addTlsFields(*m_form);
    layout->addLayout(m_form);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_verdict);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    auto* const test = m_buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    connect(test, &QPushButton::clicked, this, &ConnectionDialog::test);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectionDialog::showFields);
    connect(m_signIn, &QComboBox::currentIndexChanged, this, &ConnectionDialog::showFields);
    connect(m_ignoreTls, &QCheckBox::toggled, this, &ConnectionDialog::showFields);
    setFocusOrder();
    if (connection)
        fill(*connection);
    setMinimumWidth(kWidth);
    showFields();
    showSecretPlace();
    if (m_world.secrets != nullptr) {
        connect(m_world.secrets, &SecretKeeper::answered, this, &ConnectionDialog::showSecretPlace);
        m_world.secrets->look();
    }
    if (m_lackedSecret)
        m_secret->setFocus();
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::addFields(QFormLayout& form)
{
    m_address->setPlaceholderText(u"http://host:9091"_s);
    m_signIn->addItems({tr("Nobody signs in"), tr("Name and password"), tr("Token")});
    m_secret->setEchoMode(QLineEdit::Password);
    m_staleAfter->setToolTip(tr("For gateways without rules of their own, as the Go Pushgateway. "
                                "Choose an age or type one: 90m, 26h, 2d."));
    form.addRow(tr("&Address"), m_address);
    form.addRow(tr("&Name"), m_name);
    form.addRow(tr("&Sign in"), m_signIn);
    form.addRow(tr("&User"), m_user);
    form.addRow(tr("&Password or token"), m_secret);
    form.addRow(QString(), m_secretPlace);
    m_secretPlace->setWordWrap(true);
    m_secretPlace->setTextFormat(Qt::PlainText);
    m_secretPlace->setForegroundRole(QPalette::PlaceholderText);
    form.addRow(tr("Groups are s&tale after"), m_staleAfter);
    m_notices->setChecked(true);
    form.addRow(QString(), m_notices);
}

void ConnectionDialog::addTlsFields(QFormLayout& form)
{
    form.addRow(tr("&CA certificates"), fileLine(m_caFile, tr("CA certificates")));
    form.addRow(tr("Client c&ertificate"), fileLine(m_certificateFile, tr("Client certificate")));
    form.addRow(tr("Client &key"), fileLine(m_keyFile, tr("Client key")));
    form.addRow(QString(), m_ignoreTls);
    m_caFile->setPlaceholderText(tr("those of the system"));
    m_certificateFile->setPlaceholderText(tr("none"));
    m_keyFile->setPlaceholderText(tr("in the file of the certificate"));
}

void ConnectionDialog::setFocusOrder()
{
    // From top to bottom, whatever was made first.
    QWidget* before = m_secret;
    for (QWidget* const next : {static_cast<QWidget*>(m_staleAfter),
             static_cast<QWidget*>(m_notices), static_cast<QWidget*>(m_caFile), chooserOf(m_caFile),
             static_cast<QWidget*>(m_certificateFile), chooserOf(m_certificateFile),
             static_cast<QWidget*>(m_keyFile), chooserOf(m_keyFile),
             static_cast<QWidget*>(m_ignoreTls)}) {
        setTabOrder(before, next);
        before = next;
    }
}

QWidget* ConnectionDialog::fileLine(QLineEdit* line, const QString& name)
{
    auto* const row = new QWidget(this);
    auto* const choose = new QPushButton(tr("Choose..."), row);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose a file: %1").arg(name));
    line->setAccessibleName(name);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line, 1);
    layout->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, line, name] {
        const QString file = QFileDialog::getOpenFileName(this, name);
        if (!file.isEmpty())
            line->setText(file);
    });
    row->setFocusProxy(line);
    return row;
}

void ConnectionDialog::fill(const Connection& connection)
{
    m_id = connection.id;
    m_address->setText(connection.url.toString());
    m_name->setText(connection.name);
    m_signIn->setCurrentIndex(static_cast<int>(connection.credentials.kind));
    m_user->setText(connection.credentials.user);
    m_secret->setText(connection.credentials.secret.value_or(QString()));
    m_lackedSecret = connection.lacksSecret();
    m_caFile->setText(connection.tls.caFile);
    m_certificateFile->setText(connection.tls.certificateFile);
    m_keyFile->setText(connection.tls.keyFile);
    m_ignoreTls->setChecked(connection.tls.check == TlsSettings::Check::Ignore);
    m_notices->setChecked(connection.notices == Connection::Notices::On);
    m_staleAfter->setAge(connection.staleAfter);
}

core::Result<Connection> ConnectionDialog::connection() const
{
    auto connection = connectionTo(m_address->text());
    if (!connection)
        return connection;
    if (!m_id.isEmpty())
        connection->id = m_id;
    connection->name = m_name->text().trimmed();
    const auto kind = static_cast<Credentials::Kind>(m_signIn->currentIndex());
    if (kind != Credentials::Kind::None)
        connection->credentials = {kind, m_user->text(), m_secret->text()};
    if (m_lackedSecret && m_secret->text().isEmpty())
        connection->credentials.secret.reset();
    connection->tls = {m_caFile->text(), m_certificateFile->text(), m_keyFile->text(),
        m_ignoreTls->isChecked() ? TlsSettings::Check::Ignore : TlsSettings::Check::Strict};
    if (!m_notices->isChecked())
        connection->notices = Connection::Notices::Off;
    connection->staleAfter = m_staleAfter->age();
    return connection;
}

void ConnectionDialog::showFields()
{
    const auto typed = connection();
    const bool isHttps = typed && typed->url.scheme() == "https"_L1;
    for (QWidget* const field : {m_caFile->parentWidget(), m_certificateFile->parentWidget(),
             m_keyFile->parentWidget(), static_cast<QWidget*>(m_ignoreTls)}) {
        field->setVisible(isHttps);
        if (QWidget* const label = m_form->labelForField(field))
            label->setVisible(isHttps);
    }
    const auto kind = static_cast<Credentials::Kind>(m_signIn->currentIndex());
    m_user->setEnabled(kind == Credentials::Kind::Basic);
    m_secret->setEnabled(kind != Credentials::Kind::None);
    m_form->setRowVisible(m_secretPlace, kind != Credentials::Kind::None);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(bool(typed));
    m_tested.reset();
    m_verdict->setText(isHttps && m_ignoreTls->isChecked()
            ? tr("Whoever sits between you and the gateway can read and change everything.")
            : QString());
}

void ConnectionDialog::showSecretPlace()
{
    m_secretPlace->setText(secretPlaceText(
        m_world.secrets == nullptr ? SecretAnswer{} : m_world.secrets->lastAnswer()));
}

void ConnectionDialog::test()
{
    const auto typed = connection();
    if (!typed) {
        m_verdict->setText(QString::fromUtf8(typed.error().message));
        return;
    }
    if (typed->lacksSecret()) {
        m_verdict->setText(tr("Type the password first."));
        return;
    }
    m_verdict->setText(tr("Trying..."));
    m_tested = std::make_unique<Gateway>(
        *typed, Gateway::Place::Remote, m_world.network, m_world.words, m_world.clock);
    connect(m_tested.get(), &Gateway::statusChanged, this, &ConnectionDialog::showTest);
}

void ConnectionDialog::showTest()
{
    const GatewayStatus& status = m_tested->status();
    switch (status.link) {
    case GatewayStatus::Link::AwaitingSecret:
    case GatewayStatus::Link::SecretMissing:
    case GatewayStatus::Link::Connecting: break;
    case GatewayStatus::Link::Live:
        m_verdict->setText(tr("It works: %1, %n group(s).", nullptr, m_tested->groups().rowCount())
                               .arg(identityText(*status.identity)));
        break;
    case GatewayStatus::Link::Lost:
        m_verdict->setText(tr("It does not work: %1.").arg(causeText(*status.error)));
        break;
    }
}

} // namespace pushgate::gui

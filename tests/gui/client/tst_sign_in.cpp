// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway.h"
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "tests/gui/support/child_gateway.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

/// Against the real Go Pushgateway with a web configuration of its own.
class TestSignIn : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wantsTheRightPassword();
    void trustsOnlyKnownCertificates();
    void showsItsOwnCertificate();

private:
    void makeCertificates();
    QString path(const QString& name) const { return m_folder.filePath(name); }
    std::unique_ptr<ChildGateway> childWith(const QByteArray& webConfiguration);
    std::unique_ptr<Gateway> gatewayOf(const Connection& connection);
    static Connection secured(const ChildGateway& child);

    QTemporaryDir m_folder;
    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
};

namespace {

const QString kPassword = u"pa:ss wörd"_s;
constexpr char kPasswordHash[] = "$2b$04$abcdefghijklmnopqrstuuC5VMwYwbzdFgvTXUffgXF6mHCmfegLa";

/// A CA, and two certificates that it vouches for.
constexpr char kMakeCertificates[] = R"(set -e
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test-ca -keyout ca.key -out ca.pem
for name in server client; do
    openssl req -newkey rsa:2048 -nodes -subj /CN=$name -keyout $name.key -out $name.csr
    echo 'subjectAltName=IP:127.0.0.1' > $name.ext
    openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
        -extfile $name.ext -out $name.pem
done)";

constexpr char kServerTls[] = "tls_server_config:\n"
                              "  cert_file: server.pem\n"
                              "  key_file: server.key\n";

} // namespace

void TestSignIn::initTestCase()
{
    if (ChildGateway::reference().isEmpty())
        QSKIP("there is no Go Pushgateway here");
    makeCertificates();
}

void TestSignIn::makeCertificates()
{
    QProcess shell;
    shell.setWorkingDirectory(m_folder.path());
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(u"sh"_s, {u"-c"_s, QString::fromLatin1(kMakeCertificates)});
    QVERIFY(shell.waitForFinished());
    QVERIFY2(shell.exitCode() == 0, shell.readAll().constData());
}

std::unique_ptr<ChildGateway> TestSignIn::childWith(const QByteArray& webConfiguration)
{
    QFile file(path(u"web.yml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(webConfiguration) < 0)
        return nullptr;
    file.close();
    return std::make_unique<ChildGateway>(ChildGateway::reference(), quint16(0),
        QStringList{u"--web.config.file="_s + file.fileName()});
}

std::unique_ptr<Gateway> TestSignIn::gatewayOf(const Connection& connection)
{
    return std::make_unique<Gateway>(
        connection, Gateway::Place::Remote, m_network, m_words, m_clock);
}

Connection TestSignIn::secured(const ChildGateway& child)
{
    return *connectionTo(u"https://127.0.0.1:%1"_s.arg(child.url().port()));
}

void TestSignIn::wantsTheRightPassword()
{
    const auto child = childWith("basic_auth_users:\n  jo: " + QByteArray(kPasswordHash) + '\n');
    QVERIFY(child && child->isListening());
    Connection connection = *connectionTo(child->url().toString());
    const auto gateway = gatewayOf(connection);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Lost);
    QCOMPARE(gateway->status().error->kind, ClientError::Kind::Unauthorized);

    connection.credentials = {Credentials::Kind::Basic, u"jo"_s, u"wrong"_s};
    gateway->setConnection(connection);
    QCOMPARE(gateway->status().link, GatewayStatus::Link::Connecting);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Lost);
    QCOMPARE(gateway->status().error->kind, ClientError::Kind::Unauthorized);

    connection.credentials.secret = kPassword;
    gateway->setConnection(connection);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Live);
    const QSignalSpy pushed(gateway.get(), &Gateway::pushed);
    gateway->push({*core::GroupingKey::from(*core::Labels::from({{"job", "a"}})),
        PushOrder::Mode::Replace, {}});
    QTRY_COMPARE(pushed.size(), 1);
    QTRY_COMPARE(gateway->groups().rowCount(), 1);
}

void TestSignIn::trustsOnlyKnownCertificates()
{
    const auto child = childWith(kServerTls);
    QVERIFY(child && child->isListening());
    Connection connection = secured(*child);
    const auto gateway = gatewayOf(connection);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Lost);
    QCOMPARE(gateway->status().error->kind, ClientError::Kind::Tls);

    connection.tls.caFile = path(u"ca.pem"_s);
    gateway->setConnection(connection);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Live);

    connection.tls = {{}, {}, {}, TlsSettings::Check::Ignore};
    gateway->setConnection(connection);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Live);
}

void TestSignIn::showsItsOwnCertificate()
{
    const auto child = childWith(QByteArray(kServerTls)
        + "  client_auth_type: RequireAndVerifyClientCert\n  client_ca_file: ca.pem\n");
    QVERIFY(child && child->isListening());
    Connection connection = secured(*child);
    connection.tls.caFile = path(u"ca.pem"_s);
    const auto gateway = gatewayOf(connection);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Lost);

    connection.tls.certificateFile = path(u"client.pem"_s);
    connection.tls.keyFile = path(u"client.key"_s);
    gateway->setConnection(connection);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Live);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"

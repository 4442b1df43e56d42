// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/connection.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kDefaultPort = 9091;

    core::Result<QByteArray> fileContent(const QString& name)
    {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return core::badRequest(
                "cannot read " + name.toUtf8() + ": " + file.errorString().toUtf8());
        return file.readAll();
    }

    core::Status useAuthorities(QSslConfiguration& ssl, const QString& file)
    {
        const auto pem = fileContent(file);
        if (!pem)
            return pem.error();
        const auto authorities = QSslCertificate::fromData(*pem, QSsl::Pem);
        if (authorities.isEmpty())
            return core::badRequest("there is no certificate in " + file.toUtf8());
        ssl.setCaCertificates(authorities);
        return core::ok();
    }

    QSslKey keyIn(const QByteArray& pem)
    {
        for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
            QSslKey key(pem, algorithm);
            if (!key.isNull())
                return key;
        }
        return {};
    }

    core::Status useClientCertificate(QSslConfiguration& ssl, const TlsSettings& tls)
    {
        const auto certificate = fileContent(tls.certificateFile);
        if (!certificate)
            return certificate.error();
        const auto chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
        if (chain.isEmpty())
            return core::badRequest("there is no certificate in " + tls.certificateFile.toUtf8());
        const QString keyFile = tls.keyFile.isEmpty() ? tls.certificateFile : tls.keyFile;
        const auto pem = fileContent(keyFile);
        if (!pem)
            return pem.error();
        const QSslKey key = keyIn(*pem);
        if (key.isNull())
            return core::badRequest(
                "there is no private key without a passphrase in " + keyFile.toUtf8());
        ssl.setLocalCertificateChain(chain);
        ssl.setPrivateKey(key);
        return core::ok();
    }

    core::Status useTls(QNetworkRequest& request, const TlsSettings& tls)
    {
        QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
        if (!tls.caFile.isEmpty()) {
            if (auto used = useAuthorities(ssl, tls.caFile); !used)
                return used;
        }
        if (!tls.certificateFile.isEmpty()) {
            if (auto used = useClientCertificate(ssl, tls); !used)
                return used;
        }
        if (tls.check == TlsSettings::Check::Ignore)
            ssl.setPeerVerifyMode(QSslSocket::VerifyNone);
        request.setSslConfiguration(ssl);
        return core::ok();
    }

    void signIn(QNetworkRequest& request, const Credentials& credentials)
    {
        const auto header
            = [&](const QByteArray& value) { request.setRawHeader("Authorization"_ba, value); };
        const QString secret = credentials.secret.value_or(QString());
        switch (credentials.kind) {
        case Credentials::Kind::None: break;
        case Credentials::Kind::Basic:
            header("Basic " + (credentials.user + u':' + secret).toUtf8().toBase64());
            break;
        case Credentials::Kind::Token: header("Bearer " + secret.toUtf8()); break;
        }
    }

} // namespace

QString Connection::title() const
{
    return name.isEmpty() ? url.authority() + url.path() : name;
}

core::Result<Connection> connectionTo(const QString& address)
{
    const QString typed = address.trimmed();
    const bool hasScheme = typed.contains("://"_L1);
    QUrl url(hasScheme ? typed : "http://"_L1 + typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return core::badRequest("an address looks like http://host:9091");
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return core::badRequest("only http and https are spoken here");
    if (url.hasQuery() || url.hasFragment())
        return core::badRequest("an address has neither ? nor #");
    if (!hasScheme && url.port() < 0)
        url.setPort(kDefaultPort);

    Connection connection;
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!url.userName().isEmpty())
        connection.credentials = {Credentials::Kind::Basic, url.userName(), {}};
    if (!url.password().isEmpty())
        connection.credentials.secret = url.password();
    url.setUserInfo({});
    connection.url = url.adjusted(QUrl::StripTrailingSlash);
    if (connection.url.path() == "/"_L1)
        connection.url.setPath({});
    return connection;
}

core::Result<QNetworkRequest> requestFor(const Connection& connection, QByteArrayView path)
{
    QNetworkRequest request(QUrl::fromEncoded(connection.url.toEncoded() + path.toByteArray()));
    if (connection.url.scheme() == "https"_L1) {
        if (const auto used = useTls(request, connection.tls); !used)
            return used.error();
    }
    signIn(request, connection.credentials);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Over HTTP/2, Qt 6.4 connects again and again where a gateway wants a certificate of ours.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent"_ba, "pushgate-admin/" PUSHGATE_VERSION ""_ba);
    return request;
}

} // namespace pushgate::gui

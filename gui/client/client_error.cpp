// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/client_error.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr qsizetype kMostDetailChars = 500;

    /// What the gateway says: our own API's error sentence, or a body of plain text.
    QString sentenceOf(QNetworkReply& reply)
    {
        const QByteArray body = reply.readAll();
        const QJsonObject json = QJsonDocument::fromJson(body).object();
        const QString sentence = json.contains("error"_L1) ? json.value("error"_L1).toString()
                                                           : QString::fromUtf8(body);
        return sentence.trimmed().left(kMostDetailChars);
    }

    ClientError::Kind kindOf(QNetworkReply::NetworkError error, int httpStatus)
    {
        if (httpStatus == 401)
            return ClientError::Kind::Unauthorized;
        if (httpStatus == 403)
            return ClientError::Kind::Forbidden;
        if (httpStatus != 0)
            return ClientError::Kind::Refused;
        switch (error) {
        case QNetworkReply::TimeoutError:
        case QNetworkReply::OperationCanceledError: return ClientError::Kind::TimedOut;
        case QNetworkReply::SslHandshakeFailedError: return ClientError::Kind::Tls;
        case QNetworkReply::AuthenticationRequiredError: return ClientError::Kind::Unauthorized;
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::ProtocolInvalidOperationError:
        case QNetworkReply::ProtocolUnknownError: return ClientError::Kind::NotAGateway;
        default: return ClientError::Kind::Unreachable;
        }
    }

} // namespace

ClientError errorOf(QNetworkReply& reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString sentence = status == 0 ? QString() : sentenceOf(reply);
    return {
        kindOf(reply.error(), status), status, sentence.isEmpty() ? reply.errorString() : sentence};
}

ClientError notAGateway(const core::Error& why)
{
    return {ClientError::Kind::NotAGateway, 200, QString::fromUtf8(why.message)};
}

ClientError badCertificate(const core::Error& why)
{
    return {ClientError::Kind::Tls, 0, QString::fromUtf8(why.message)};
}

} // namespace pushgate::gui

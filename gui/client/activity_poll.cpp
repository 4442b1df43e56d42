// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/activity_poll.h"

#include "gui/client/gateway_answers.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kTimeoutMs = 10'000;

} // namespace

ActivityPoll::ActivityPoll(QNetworkAccessManager& network, Connection connection,
    std::chrono::milliseconds interval, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_connection(std::move(connection))
{
    m_next.setSingleShot(true);
    m_next.setInterval(interval);
    connect(&m_next, &QTimer::timeout, this, &ActivityPoll::ask);
    // Not from here: nobody could have connected yet.
    QMetaObject::invokeMethod(this, &ActivityPoll::ask, Qt::QueuedConnection);
}

ActivityPoll::~ActivityPoll() = default;

void ActivityPoll::ask()
{
    auto request = requestFor(m_connection, "/api/v1/activity"_ba);
    if (!request)
        return; // the list of groups has failed for the same reason and says so
    request->setTransferTimeout(kTimeoutMs);
    QNetworkReply* const reply = m_network.get(*request);
    connect(reply, &QNetworkReply::finished, reply, &QNetworkReply::deleteLater);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { take(*reply); });
}

void ActivityPoll::take(QNetworkReply& reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 404 || status == 405) {
        emit refused();
        return;
    }
    m_next.start();
    if (reply.error() != QNetworkReply::NoError)
        return;
    if (const auto activity = readActivityAnswer(reply.readAll()))
        emit received(*activity);
}

} // namespace pushgate::gui

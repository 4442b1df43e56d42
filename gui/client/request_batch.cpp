// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/request_batch.h"

#include <QMetaObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kMostUnderWay = 6; // as many connections as Qt opens to one host
    constexpr int kTimeoutMs = 30'000;
    constexpr QByteArrayView kTextFormat = "text/plain; version=0.0.4; charset=utf-8";

} // namespace

RequestBatch::RequestBatch(QNetworkAccessManager& network, Connection connection,
    std::vector<BatchStep> steps, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_connection(std::move(connection))
    , m_steps(std::move(steps))
    , m_outcomes(m_steps.size())
    , m_limit(m_steps.size())
{
}

void RequestBatch::start()
{
    QMetaObject::invokeMethod(this, &RequestBatch::sendMore, Qt::QueuedConnection);
}

void RequestBatch::cancel()
{
    m_limit = m_next;
}

void RequestBatch::sendMore()
{
    while (m_underWay < kMostUnderWay && m_next < m_limit)
        send(m_next++);
    if (m_underWay == 0)
        emit finished();
}

void RequestBatch::send(size_t step)
{
    ++m_underWay;
    auto request = requestFor(m_connection, m_steps[step].path);
    if (!request) {
        const auto error = badCertificate(request.error());
        QMetaObject::invokeMethod(
            this,
            [=, this] {
                end(step, {BatchOutcome::Kind::Failed, error});
            },
            Qt::QueuedConnection);
        return;
    }
    request->setTransferTimeout(kTimeoutMs);
    if (!m_steps[step].body.isEmpty()) {
        const QByteArray& type = m_steps[step].contentType;
        request->setRawHeader("Content-Type"_ba, type.isEmpty() ? kTextFormat.toByteArray() : type);
    }
    QNetworkReply* const reply
        = m_network.sendCustomRequest(*request, m_steps[step].verb, m_steps[step].body);
    connect(reply, &QNetworkReply::finished, this, [=, this] { take(step, *reply); });
}

void RequestBatch::take(size_t step, QNetworkReply& reply)
{
    reply.deleteLater();
    if (reply.error() == QNetworkReply::NoError)
        end(step,
            {BatchOutcome::Kind::Done, {}, reply.readAll(), reply.rawHeader("Content-Type"_ba)});
    else
        end(step, {BatchOutcome::Kind::Failed, errorOf(reply)});
}

void RequestBatch::end(size_t step, BatchOutcome outcome)
{
    --m_underWay;
    m_outcomes[step] = std::move(outcome);
    emit progressed(++m_done);
    sendMore();
}

} // namespace pushgate::gui

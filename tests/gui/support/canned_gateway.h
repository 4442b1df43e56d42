// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpServer>
#include <QUrl>

#include <map>

class QTcpSocket;

namespace pushgate::tests {

/// Answers GETs with what it was told to, as a gateway would that has just these groups.
class CannedGateway final : public QTcpServer {
    Q_OBJECT

public:
    CannedGateway();

    QUrl url() const;
    /// The JSON under `data` for `target` (path and query); all others are 404.
    void answer(const QByteArray& target, const QByteArray& data) { m_answers[target] = data; }
    /// Requests for `target` wait, as a long poll does.
    void hold(const QByteArray& target) { m_answers[target] = {}; }
    /// Closes every connection and takes no other one, until it comes back at the same address.
    void leave();
    bool comeBack();
    const QByteArrayList& requests() const { return m_requests; } ///< targets, in order

private:
    void accept();
    void read(QTcpSocket& socket);

    std::map<QByteArray, QByteArray> m_answers;
    QByteArrayList m_requests;
    quint16 m_port = 0; // where it was before it left
};

} // namespace pushgate::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/client_error.h"
#include "gui/client/connection.h"

#include <QObject>

#include <optional>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace pushgate::gui {

/// One request of many.
struct BatchStep {
    QByteArray verb;
    QByteArray path;
    QByteArray body;
    QByteArray contentType{}; ///< of `body`; empty: the text format
};

struct BatchOutcome {
    enum class Kind { NotTried, Done, Failed };

    Kind kind = Kind::NotTried;
    std::optional<ClientError> error; ///< of Failed
    QByteArray answer{}; ///< of Done
    QByteArray contentType{}; ///< of `answer`
};

/// Sends many independent requests, a few at a time. Failures do not stop the others.
class RequestBatch final : public QObject {
    Q_OBJECT

public:
    /// `network` must outlive the batch.
    RequestBatch(QNetworkAccessManager& network, Connection connection,
        std::vector<BatchStep> steps, QObject* parent = nullptr);

    /// `finished` comes later, even for no steps at all.
    void start();
    /// Begins no further request; what is under way is waited for.
    void cancel();
    const std::vector<BatchOutcome>& outcomes() const { return m_outcomes; }

signals:
    void progressed(qsizetype done);
    void finished();

private:
    void sendMore();
    void send(size_t step);
    void take(size_t step, QNetworkReply& reply);
    void end(size_t step, BatchOutcome outcome);

    QNetworkAccessManager& m_network;
    Connection m_connection;
    std::vector<BatchStep> m_steps;
    std::vector<BatchOutcome> m_outcomes;
    size_t m_next = 0;
    size_t m_limit; // of the steps to begin
    int m_underWay = 0;
    qsizetype m_done = 0;
};

} // namespace pushgate::gui

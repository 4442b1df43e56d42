// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace pushgate::daemon {

class RequestPipe;

/// The server that QHttpServer listens to. It accepts nothing; it only hands pipes over.
class PipeSource final : public QTcpServer {
public:
    /// Listens on a nameless local socket that nobody knows and that is never accepted from:
    /// newer versions of Qt insist on a server that listens.
    PipeSource();

    void add(RequestPipe* pipe); ///< QHttpServer owns it from then on

    QTcpSocket* nextPendingConnection() override;

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace pushgate::daemon

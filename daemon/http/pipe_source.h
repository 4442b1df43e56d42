// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/descriptor.h"

#include <QTcpServer>

namespace pushgate::daemon {

class RequestPipe;

/// The server that QHttpServer listens to. It accepts nothing; it only hands pipes over.
class PipeSource final : public QTcpServer {
public:
    /// `listening` is a listening socket of any kind: newer versions of Qt insist on one. It is
    /// never accepted from; once this is gone nothing of it stays open.
    explicit PipeSource(Descriptor listening);

    void add(RequestPipe* pipe); ///< QHttpServer owns it from then on

    QTcpSocket* nextPendingConnection() override;

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace pushgate::daemon {

/// The socket that QHttpServer sees. It has no descriptor: what it delivers is what it was given,
/// and what QHttpServer writes to it is thrown away, because replies take another way.
class RequestPipe final : public QTcpSocket {
public:
    RequestPipe();
    ~RequestPipe() override;

    /// QHttpServer has read and dispatched `head` when this returns; it must outlive the call.
    void deliver(QByteArrayView head);
    /// Ends the pipe; QHttpServer then destroys it.
    void hangUp();

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override { hangUp(); }
    void close() override { hangUp(); }

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    QByteArrayView m_rest; ///< of the head, not yet read
};

} // namespace pushgate::daemon

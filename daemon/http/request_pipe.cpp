// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request_pipe.h"

#include <QHostAddress>

#include <algorithm>
#include <cstring>

namespace pushgate::daemon {

RequestPipe::RequestPipe()
{
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    setLocalAddress(QHostAddress(QHostAddress::LocalHost));
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite);
}

RequestPipe::~RequestPipe()
{
    setSocketState(UnconnectedState); // or the base would look for a descriptor to close
}

void RequestPipe::deliver(QByteArrayView head)
{
    m_rest = head;
    emit readyRead();
    m_rest = {};
}

void RequestPipe::hangUp()
{
    if (state() == UnconnectedState)
        return;
    setSocketState(UnconnectedState);
    setOpenMode(NotOpen);
    emit disconnected();
}

qint64 RequestPipe::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_rest.size();
}

qint64 RequestPipe::readData(char* data, qint64 most)
{
    const qint64 size = std::min<qint64>(most, m_rest.size());
    if (size > 0)
        std::memcpy(data, m_rest.data(), static_cast<size_t>(size));
    m_rest = m_rest.sliced(size);
    return size;
}

qint64 RequestPipe::writeData(const char* /*data*/, qint64 size)
{
    return size;
}

} // namespace pushgate::daemon

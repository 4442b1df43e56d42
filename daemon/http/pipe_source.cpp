// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/pipe_source.h"

#include "daemon/http/request_pipe.h"

namespace pushgate::daemon {

PipeSource::PipeSource(Descriptor listening)
{
    if (!listening || !setSocketDescriptor(listening.value()))
        return;
    listening.release();
    pauseAccepting();
}

void PipeSource::add(RequestPipe* pipe)
{
    addPendingConnection(pipe);
}

QTcpSocket* PipeSource::nextPendingConnection()
{
    QTcpSocket* next = QTcpServer::nextPendingConnection();
    if (isListening())
        pauseAccepting(); // the base has just resumed it
    return next;
}

void PipeSource::incomingConnection(qintptr descriptor)
{
    const Descriptor closed(static_cast<int>(descriptor)); // not ours to serve
}

} // namespace pushgate::daemon

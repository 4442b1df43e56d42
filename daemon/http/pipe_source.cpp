// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/pipe_source.h"

#include "daemon/http/descriptor.h"
#include "daemon/http/request_pipe.h"

#include <sys/socket.h>

namespace pushgate::daemon {

namespace {

    Descriptor listenNowhere()
    {
        Descriptor listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        sockaddr address{};
        address.sa_family = AF_UNIX; // and no path: the system makes one up, outside of any folder
        if (::bind(listening.value(), &address, sizeof address.sa_family) != 0
            || ::listen(listening.value(), 1) != 0)
            listening.close();
        return listening;
    }

} // namespace

PipeSource::PipeSource()
{
    Descriptor listening = listenNowhere();
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

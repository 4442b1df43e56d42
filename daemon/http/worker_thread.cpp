// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/worker_thread.h"

namespace pushgate::daemon {

WorkerThread::WorkerThread(HttpWorker::Parts parts)
    : m_mailbox(parts.mailbox)
    , m_parts(std::move(parts))
{
}

WorkerThread::~WorkerThread()
{
    quit();
    wait();
}

void WorkerThread::run()
{
    HttpWorker worker(*std::move(m_parts));
    m_parts.reset();
    connect(&worker, &HttpWorker::drained, this, &WorkerThread::drained, Qt::DirectConnection);
    exec();
}

} // namespace pushgate::daemon

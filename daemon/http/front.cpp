// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/front.h"

#include "daemon/http/pipe_source.h"
#include "daemon/http/request.h"
#include "daemon/http/request_pipe.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>

#include <utility>

#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QHttpServerConfiguration>
#endif

namespace pushgate::daemon {

namespace {

    /// QHttpServer reads byte by byte: it does not get to see what a client has made long.
    constexpr qsizetype kLongestMethod = 32;

} // namespace

class Front::Server final : public QAbstractHttpServer {
public:
    Server();
    ~Server() override;

    bool pass(QByteArrayView head, const std::function<void()>& handle);

protected:
    // The responder stays where it is: since 6.8, taking it and dropping it leaks a connection
    // of signals for each request.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest&, QHttpServerResponder&) override;
#else
    bool handleRequest(const QHttpServerRequest&, QTcpSocket*) override;
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest&, QHttpServerResponder&) override
    {
    }
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    void missingHandler(const QHttpServerRequest&, QHttpServerResponder&&) override
    {
    }
#else
    void missingHandler(const QHttpServerRequest&, QTcpSocket*) override
    {
    }
#endif

private:
    void openPipe();
    bool callHandler();

    PipeSource m_source;
    QPointer<RequestPipe> m_pipe; ///< QHttpServer owns it
    const std::function<void()>* m_handle = nullptr;
};

Front::Server::Server()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    QHttpServerConfiguration configuration; // our own limits rule; these would cut in before
    configuration.setKeepAliveTimeout(std::chrono::hours(24));
    setConfiguration(configuration);
#endif
    bind(&m_source);
    openPipe();
}

void Front::Server::openPipe()
{
    m_pipe = new RequestPipe;
    m_source.add(m_pipe);
}

Front::Server::~Server()
{
    if (m_pipe)
        m_pipe->hangUp();
}

bool Front::Server::pass(QByteArrayView head, const std::function<void()>& handle)
{
    m_handle = &handle;
    if (m_source.isListening() && (!m_pipe || !m_pipe->isOpen()))
        openPipe(); // newer versions hang up after a day without a request
    if (m_pipe)
        m_pipe->deliver(head);
    // The request is sound, our parser has seen to that: should some version of QHttpServer think
    // otherwise, it is handled all the same.
    const bool dispatched = m_handle == nullptr;
    callHandler();
    return dispatched;
}

bool Front::Server::callHandler()
{
    if (const std::function<void()>* handle = std::exchange(m_handle, nullptr))
        (*handle)();
    return true;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
bool Front::Server::handleRequest(const QHttpServerRequest&, QHttpServerResponder&)
#else
bool Front::Server::handleRequest(const QHttpServerRequest&, QTcpSocket*)
#endif
{
    return callHandler();
}

Front::Front()
    : m_server(std::make_unique<Server>())
{
}

Front::~Front() = default;

bool Front::pass(const Request& request, const std::function<void()>& handle)
{
    QByteArray head = request.method.size() <= kLongestMethod ? request.method : "UNKNOWN";
    head.append(" / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return m_server->pass(head, handle);
}

} // namespace pushgate::daemon

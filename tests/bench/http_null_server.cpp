// SPDX-License-Identifier: GPL-3.0-or-later
// A server that answers everything at once, to measure the HTTP layer alone:
//     http_null_server [ADDRESS [WORKERS]]
//     wrk -c64 -d5 -s tests/bench/put.lua http://127.0.0.1:19191/metrics/job/bench
// `GET /big?BYTES` answers with so many bytes in shared segments; other requests with 200.
// `/defer` is answered from another thread.
#include "daemon/http/http_server.h"
#include "daemon/http/request_handler.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

using namespace pushgate;
using namespace pushgate::daemon;

namespace {

class NullHandler final : public RequestHandler {
public:
    std::optional<Reply> handle(const Request& request, const ReplyTo& replyTo) override
    {
        if (request.target.startsWith("/big?"))
            return big(request.target.mid(5).toLongLong());
        if (request.target == "/defer") {
            replyTo.send(Reply::empty(200));
            return std::nullopt;
        }
        return Reply::empty(200);
    }

private:
    Reply big(qint64 bytes) const
    {
        Reply reply;
        reply.framing = Reply::Framing::Chunked;
        for (; bytes > 0; bytes -= m_segment.size())
            reply.segments.append(m_segment);
        return reply;
    }

    const QByteArray m_segment = QByteArray(64 * 1024, 'x');
};

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_NO_GLIB", "1"); // the plain dispatcher costs less per turn
    const QCoreApplication application(argc, argv);
    NullHandler handler;
    const core::SystemClock clock;
    HttpServer::Options options;
    options.limits = HttpLimits::forThisProcess();
    options.workers = argc > 2 ? QByteArray(argv[2]).toInt() : 1;
    HttpServer server(handler, clock, options);
    core::Status status = server.listen(argc > 1 ? argv[1] : "127.0.0.1:19191");
    if (status)
        status = server.start();
    if (!status) {
        std::fprintf(stderr, "%s\n", status.error().message.constData());
        return 1;
    }
    std::printf("listening on %s\n", server.addresses().front().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

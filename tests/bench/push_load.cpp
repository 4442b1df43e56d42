// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes to a gateway on this machine as fast as it answers, and says how fast that was.
// It shares the cores with the gateway, so it does as little as it can: one thread, one body for
// all pushes, no parsing beyond what tells where an answer ends.
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <getopt.h>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
    std::uint16_t port = 0;
    std::string job = "bench";
    int connections = 8;
    int groups = 100; ///< pushed to in turn
    int series = 10; ///< in each push
    std::int64_t pushes = 1'000'000'000; ///< at most
    double seconds = 3600; ///< at most
};

[[noreturn]] void fail(const std::string& why)
{
    std::fprintf(stderr, "push_load: %s\n", why.c_str());
    std::exit(1); // NOLINT(concurrency-mt-unsafe): there is one thread
}

/// Ten families, or as many as there are series if those are fewer; about 80 bytes a series.
std::string bodyOf(int series)
{
    const int families = std::min(series, 10);
    std::string body;
    std::array<char, 128> line{};
    for (int family = 0; family < families; ++family) {
        const int first = series * family / families;
        const int last = series * (family + 1) / families;
        for (int i = first; i < last; ++i) {
            const int size = std::snprintf(line.data(), line.size(),
                "bench_latency_seconds_%02d{operation=\"op_%06d\",region=\"eu-west-1\"} %d.%06d\n",
                family, i, i % 10, (i * 7919) % 1'000'000);
            body.append(line.data(), static_cast<std::size_t>(size));
        }
    }
    return body;
}

/// What one connection is at: a push on its way out, then its answer on its way in.
class Connection {
public:
    Connection(const Options& options, const std::string& body)
        : m_options(options)
        , m_body(body)
        , m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(options.port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (m_socket < 0 || connect(m_socket, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
            fail("cannot connect");
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    ~Connection() { close(m_socket); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    int descriptor() const { return m_socket; }
    Clock::time_point begun() const { return m_begun; }
    bool isSending() const { return m_sent < m_head.size() + m_body.size(); }

    void begin(std::int64_t number)
    {
        m_head = "PUT /metrics/job/" + m_options.job + "/instance/i"
            + std::to_string(number % m_options.groups)
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + std::to_string(m_body.size())
            + "\r\n\r\n";
        m_sent = 0;
        m_answer.clear();
        m_begun = Clock::now();
        send();
    }

    /// Writes what the socket takes.
    void send()
    {
        while (isSending()) {
            const std::size_t fromHead = std::min(m_sent, m_head.size());
            const std::size_t fromBody = m_sent - fromHead;
            std::array<iovec, 2> parts{iovec{m_head.data() + fromHead, m_head.size() - fromHead},
                iovec{const_cast<char*>(m_body.data()) + fromBody, m_body.size() - fromBody}};
            msghdr message{};
            message.msg_iov = parts.data();
            message.msg_iovlen = parts.size();
            const ssize_t written = sendmsg(m_socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (written < 0 && errno == EAGAIN)
                return;
            if (written < 0)
                fail("the gateway closed the connection during a push");
            m_sent += static_cast<std::size_t>(written);
        }
    }

    /// True once the whole answer is here. Any answer but success ends the program: rates of
    /// refusals would mean nothing.
    bool receive()
    {
        std::array<char, 4096> buffer{};
        const ssize_t got = recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN)
            return false;
        if (got <= 0)
            fail("the gateway closed the connection before it answered");
        m_answer.append(buffer.data(), static_cast<std::size_t>(got));
        return isAnswered();
    }

private:
    bool isAnswered() const
    {
        const std::size_t headSize = m_answer.find("\r\n\r\n");
        if (headSize == std::string::npos)
            return false;
        const std::string_view status = std::string_view(m_answer).substr(0, 12);
        const bool isSuccess = status.ends_with(" 200") || status.ends_with(" 202");
        if (!isSuccess)
            fail("push refused: " + m_answer);
        if (isSending())
            fail("answered before the push was sent");
        return true; // a successful push is answered without a body
    }

    const Options& m_options;
    const std::string& m_body;
    int m_socket = -1;
    std::string m_head;
    std::string m_answer;
    std::size_t m_sent = 0; ///< of head and body together
    Clock::time_point m_begun;
};

/// Keeps every connection busy with one push until the count or the time is up.
class Load {
public:
    explicit Load(const Options& options)
        : m_options(options)
        , m_body(bodyOf(options.series))
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    {
        for (int i = 0; i < options.connections; ++i)
            m_connections.push_back(std::make_unique<Connection>(options, m_body));
    }
    ~Load() { close(m_epoll); }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    void run()
    {
        m_begun = Clock::now();
        for (const auto& connection : m_connections) {
            watch(*connection, EPOLL_CTL_ADD, EPOLLIN);
            beginNext(*connection);
        }
        std::array<epoll_event, 64> events{};
        while (m_pending > 0) {
            const int count = epoll_wait(m_epoll, events.data(), int(events.size()), 60'000);
            if (count <= 0)
                fail("no answer for a minute");
            for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
                advance(*static_cast<Connection*>(events[i].data.ptr));
        }
        m_ended = Clock::now();
    }

    void report()
    {
        std::sort(m_microseconds.begin(), m_microseconds.end());
        const std::chrono::duration<double> took = m_ended - m_begun;
        std::printf("{\"pushes\": %zu, \"seconds\": %.6f, \"body_bytes\": %zu, \"p50_us\": %lld, "
                    "\"p90_us\": %lld, \"p99_us\": %lld, \"max_us\": %lld}\n",
            m_microseconds.size(), took.count(), m_body.size(), percentile(50), percentile(90),
            percentile(99), percentile(100));
    }

private:
    void watch(Connection& connection, int operation, std::uint32_t interest) const
    {
        epoll_event event{};
        event.events = interest;
        event.data.ptr = &connection;
        if (epoll_ctl(m_epoll, operation, connection.descriptor(), &event) != 0)
            fail("epoll_ctl");
    }

    void beginNext(Connection& connection)
    {
        const std::chrono::duration<double> passed = Clock::now() - m_begun;
        if (m_started >= m_options.pushes || passed.count() >= m_options.seconds)
            return;
        connection.begin(m_started++);
        ++m_pending;
        if (connection.isSending())
            watch(connection, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
    }

    void advance(Connection& connection)
    {
        if (connection.isSending()) {
            connection.send();
            if (!connection.isSending())
                watch(connection, EPOLL_CTL_MOD, EPOLLIN);
        }
        if (!connection.receive())
            return;
        const auto took = Clock::now() - connection.begun();
        m_microseconds.push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(took).count());
        --m_pending;
        beginNext(connection);
    }

    long long percentile(std::size_t percent) const
    {
        return m_microseconds.empty() ? 0
                                      : m_microseconds[(m_microseconds.size() - 1) * percent / 100];
    }

    const Options& m_options;
    const std::string m_body;
    const int m_epoll;
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::vector<long long> m_microseconds;
    std::int64_t m_started = 0;
    int m_pending = 0;
    Clock::time_point m_begun;
    Clock::time_point m_ended;
};

template <typename Number>
Number numberOf(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number <= 0)
        fail("not a positive number: " + std::string(text));
    return number;
}

Options optionsOf(int argc, char** argv)
{
    static const std::array<option, 8> known{option{"port", required_argument, nullptr, 'p'},
        option{"job", required_argument, nullptr, 'j'},
        option{"connections", required_argument, nullptr, 'c'},
        option{"groups", required_argument, nullptr, 'g'},
        option{"series", required_argument, nullptr, 's'},
        option{"pushes", required_argument, nullptr, 'n'},
        option{"seconds", required_argument, nullptr, 't'}, option{nullptr, 0, nullptr, 0}};
    Options options;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread
    for (int flag = 0; (flag = getopt_long(argc, argv, "", known.data(), nullptr)) != -1;) {
        switch (flag) {
        case 'p': options.port = numberOf<std::uint16_t>(optarg); break;
        case 'j': options.job = optarg; break;
        case 'c': options.connections = numberOf<int>(optarg); break;
        case 'g': options.groups = numberOf<int>(optarg); break;
        case 's': options.series = numberOf<int>(optarg); break;
        case 'n': options.pushes = numberOf<std::int64_t>(optarg); break;
        case 't': options.seconds = numberOf<double>(optarg); break;
        default:
            fail("usage: push_load --port N [--job NAME] [--connections N] [--groups N] "
                 "[--series N] [--pushes N] [--seconds N]");
        }
    }
    if (options.port == 0)
        fail("--port is missing");
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    const Options options = optionsOf(argc, argv);
    Load load(options);
    load.run();
    load.report();
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/listener.h"
#include "daemon/http/listening_socket.h"
#include "tests/daemon/http/raw_client.h"

#include <QtTest>

#include <fcntl.h>
#include <sys/resource.h>

using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

quint16 portOf(const Listener& listener)
{
    return listener.address().split(':').last().toUShort();
}

} // namespace

class TestListener : public QObject {
    Q_OBJECT
private slots:
    void handsConnectionsOver();
    void refusesThoseBeyondTheCount();
    void takesWhatWaitsWhenItCloses();
    void outlivesAShortageOfDescriptors();
};

void TestListener::handsConnectionsOver()
{
    std::vector<Arrival> arrivals;
    ConnectionCount count(10);
    Listener listener(*openListeningSocket("127.0.0.1:0"), count,
        [&](Arrival arrival) { arrivals.push_back(std::move(arrival)); });
    const RawClient early(portOf(listener));
    QVERIFY(early.isConnected()); // the system queues it until the start
    listener.start();
    const RawClient late(portOf(listener));
    QTRY_COMPARE(arrivals.size(), size_t{2});
    QCOMPARE(arrivals[0].peer, "127.0.0.1"_ba);
    QCOMPARE(count.now(), 2);
    QVERIFY((fcntl(arrivals[0].socket.value(), F_GETFL) & O_NONBLOCK) != 0);
    QVERIFY((fcntl(arrivals[0].socket.value(), F_GETFD) & FD_CLOEXEC) != 0);
    arrivals.clear();
    QCOMPARE(count.now(), 0);
}

void TestListener::refusesThoseBeyondTheCount()
{
    std::vector<Arrival> arrivals;
    ConnectionCount count(1);
    Listener listener(*openListeningSocket("127.0.0.1:0"), count,
        [&](Arrival arrival) { arrivals.push_back(std::move(arrival)); });
    listener.start();
    const RawClient first(portOf(listener));
    QTRY_COMPARE(arrivals.size(), size_t{1});
    RawClient second(portOf(listener));
    second.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::qWait(0);
    QTRY_VERIFY(!second.isSilent(10ms));
    QCOMPARE(second.receive().status, 503);
    QCOMPARE(arrivals.size(), size_t{1});
}

void TestListener::takesWhatWaitsWhenItCloses()
{
    int taken = 0;
    ConnectionCount count(10);
    Listener listener(*openListeningSocket("127.0.0.1:0"), count, [&](const Arrival&) { ++taken; });
    const quint16 port = portOf(listener);
    listener.start();
    const RawClient one(port);
    const RawClient other(port);
    listener.close(); // no turn of the event loop since
    QCOMPARE(taken, 2);
    QVERIFY(!RawClient(port).isConnected());
}

void TestListener::outlivesAShortageOfDescriptors()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizers need descriptors of their own");
#endif
    int taken = 0;
    ConnectionCount count(10);
    Listener listener(*openListeningSocket("127.0.0.1:0"), count, [&](const Arrival&) { ++taken; });
    QSignalSpy failures(&listener, &Listener::acceptFailed);
    const RawClient client(portOf(listener));
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit none = before;
    none.rlim_cur = 3; // below what is open
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
    listener.start();
    const bool failed = failures.wait();
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(failed);
    QCOMPARE(failures.front().front().toByteArray(), "accept: too many open files"_ba);
    QTRY_COMPARE(taken, 1);
    QCOMPARE(failures.size(), 1);
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"

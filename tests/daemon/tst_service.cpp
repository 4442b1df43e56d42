// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/service.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <sys/socket.h>
#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

/// Set by the test, read by the gateway's threads.
class ShiftedClock final : public core::Clock {
public:
    core::TimePoint now() const override { return core::SystemClock().now() + m_shift.load(); }
    void advance(std::chrono::nanoseconds step) { m_shift = m_shift.load() + step; }

private:
    std::atomic<std::chrono::nanoseconds> m_shift{std::chrono::nanoseconds(0)};
};

class TestService : public QObject {
    Q_OBJECT

    std::unique_ptr<Service> makeService();
    static void stop(Service& service);
    static QJsonObject onlyGroup(const QByteArray& address);
    static QByteArray ask(const QByteArray& address, const QByteArray& request);
    static quint16 portOf(const QByteArray& address)
    {
        return address.sliced(address.lastIndexOf(':') + 1).toUShort();
    }

    Options m_options;
    QByteArray m_log;
    ShiftedClock m_clock;
    std::unique_ptr<Logger> m_logger;

private slots:
    void init();
    void servesAndStops();
    void listensOnSeveralAddresses();
    void saysWhyItCannotListen();
    void listensOnAllOrNone();
    void needsPassedSocketsIfToldSo();
    void quitsOnRequest();
    void answersWhatHasBegunBeforeItStops();
    void bringsBackWhatWasPushed();
    void aRhythmOutlivesARestart();
    void doesNotStartWithADamagedFile();
    void endsInAnErrorIfSomethingIsLost();
};

void TestService::init()
{
    m_options = {};
    m_options.listenAddresses = {"127.0.0.1:0"_ba};
    m_options.ioThreads = 2;
    m_log.clear();
    m_logger = std::make_unique<Logger>(
        Logger::Settings{}, m_clock, [this](const QByteArray& line) { m_log.append(line); });
}

std::unique_ptr<Service> TestService::makeService()
{
    return std::make_unique<Service>(m_options, *prefixesOf(m_options), m_clock, *m_logger);
}

void TestService::stop(Service& service)
{
    QSignalSpy finished(&service, &Service::finished);
    service.stop();
    QVERIFY(finished.wait());
    QCOMPARE(service.exitStatus(), 0);
}

QJsonObject TestService::onlyGroup(const QByteArray& address)
{
    const QByteArray answer = ask(address, "GET /api/v1/groups"_ba);
    const QByteArray body = answer.sliced(answer.indexOf("\r\n\r\n") + 4);
    const QJsonObject data = QJsonDocument::fromJson(body).object().value("data"_L1).toObject();
    const QJsonArray groups = data.value("groups"_L1).toArray();
    return groups.size() == 1 ? groups[0].toObject() : QJsonObject();
}

/// The whole answer to one request on a connection of its own.
QByteArray TestService::ask(const QByteArray& address, const QByteArray& request)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, portOf(address));
    socket.write(request + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    return closed.wait() ? socket.readAll() : "(no answer)"_ba;
}

void TestService::servesAndStops()
{
    const auto service = makeService();
    QVERIFY(service->start());
    QCOMPARE(service->addresses().size(), size_t{1});
    const QByteArray address = service->addresses()[0];
    QVERIFY(ask(address, "GET /-/ready"_ba).startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(m_log.contains(" msg=\"starting pushgateway\" "));
    QVERIFY(m_log.contains(" msg=\"Listening on\" address=" + address + '\n'));

    QSignalSpy finished(service.get(), &Service::finished);
    service->stop();
    service->stop();
    QVERIFY(finished.wait());
    QCOMPARE(finished.count(), 1);
    QVERIFY(m_log.contains(" level=info ") && m_log.endsWith(" msg=\"HTTP server stopped\"\n"));
}

void TestService::listensOnSeveralAddresses()
{
    m_options.listenAddresses = {"127.0.0.1:0"_ba, "127.0.0.1:0"_ba};
    const auto service = makeService();
    QVERIFY(service->start());
    QCOMPARE(service->addresses().size(), size_t{2});
    for (const QByteArray& address : service->addresses())
        QVERIFY(ask(address, "GET /-/healthy"_ba).startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestService::saysWhyItCannotListen()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QByteArray address = "127.0.0.1:" + QByteArray::number(other.serverPort());
    m_options.listenAddresses = {address};
    const auto started = makeService()->start();
    QVERIFY(!started);
    const QByteArray why = "listen tcp " + address + ": bind: address already in use";
    QCOMPARE(started.error().message, why);
    QVERIFY(m_log.contains(" level=error "));
    QVERIFY(m_log.endsWith(" msg=\"HTTP server stopped\" err=\"" + why + "\"\n"));
}

void TestService::listensOnAllOrNone()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    m_options.listenAddresses
        = {"127.0.0.1:0"_ba, "127.0.0.1:" + QByteArray::number(other.serverPort())};
    const auto service = makeService();
    QVERIFY(!service->start());
    QVERIFY(!m_log.contains("Listening on"));
}

void TestService::needsPassedSocketsIfToldSo()
{
    m_options.sockets = Options::Sockets::FromSystemd;
    qunsetenv("LISTEN_PID");
    const auto started = makeService()->start();
    QVERIFY(!started);
    QCOMPARE(started.error().message, "no socket activation file descriptors found"_ba);
}

void TestService::quitsOnRequest()
{
    m_options.lifecycle = Options::Api::On;
    const auto service = makeService();
    QVERIFY(service->start());
    QSignalSpy finished(service.get(), &Service::finished);
    QVERIFY(ask(service->addresses()[0], "PUT /-/quit"_ba)
                .endsWith("\r\n\r\nRequesting termination... Goodbye!"));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(m_log.contains(" level=warn "));
    QVERIFY(m_log.contains(
        "msg=\"received termination request via web service, exiting gracefully...\""));
}

void TestService::answersWhatHasBegunBeforeItStops()
{
    const auto service = makeService();
    QVERIFY(service->start());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, portOf(service->addresses()[0]));
    socket.write("PUT /metrics/job/a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                 "Content-Length: 4\r\n\r\n");
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 100"));
    QSignalSpy finished(service.get(), &Service::finished);
    service->stop();
    socket.write("m 1\n");
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 OK\r\n"));
    QTRY_COMPARE(finished.count(), 1);
}

void TestService::bringsBackWhatWasPushed()
{
    const QTemporaryDir folder;
    m_options.persistenceFile = QFile::encodeName(folder.filePath(u"metrics"_s));
    for (const QByteArray& groups : {"0"_ba, "1"_ba}) {
        const auto service = makeService();
        QVERIFY(service->start());
        QVERIFY(m_log.contains(" msg=\"loaded persisted metrics\" file=" + m_options.persistenceFile
            + " groups=" + groups + '\n'));
        const QByteArray address = service->addresses()[0];
        QCOMPARE(ask(address, "GET /metrics"_ba).contains("push_time_seconds{"), groups == "1");
        QVERIFY(ask(address, "PUT /metrics/job/a"_ba).startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(
            ask(address, "GET /metrics"_ba).contains("\npushgate_persistence_commits_total 1\n"));
        stop(*service);
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"metrics"_s});
}

/// Learnt over both lives of the gateway, with the states that follow from it.
void TestService::aRhythmOutlivesARestart()
{
    using namespace std::chrono_literals;
    const QTemporaryDir folder;
    m_options.persistenceFile = QFile::encodeName(folder.filePath(u"metrics"_s));
    for (int life = 0; life < 3; ++life) {
        const auto service = makeService();
        QVERIFY(service->start());
        const QByteArray address = service->addresses()[0];
        for (int push = 0; push < 2; ++push) {
            m_clock.advance(1h);
            QVERIFY(ask(address, "PUT /metrics/job/hourly"_ba).startsWith("HTTP/1.1 200 OK\r\n"));
        }
        const QJsonValue cadence = onlyGroup(address).value("cadence_seconds"_L1);
        QCOMPARE(cadence.isNull(), life == 0); // one pause teaches nothing
        QVERIFY(life == 0 || qAbs(cadence.toDouble() - 3600) < 60);
        stop(*service);
    }
    const auto service = makeService();
    QVERIFY(service->start());
    const QByteArray address = service->addresses()[0];
    QCOMPARE(onlyGroup(address).value("state"_L1).toString(), u"fresh"_s);
    m_clock.advance(5h);
    QCOMPARE(onlyGroup(address).value("state"_L1).toString(), u"overdue"_s);
    QVERIFY(ask(address, "GET /metrics"_ba).contains("\npushgate_groups{state=\"overdue\"} 1\n"));
    stop(*service);
}

void TestService::doesNotStartWithADamagedFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"metrics"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("damaged") > 0);
    file.close();
    m_options.persistenceFile = QFile::encodeName(file.fileName());
    const auto service = makeService();
    const core::Status started = service->start();
    QVERIFY(!started);
    QVERIFY(service->addresses().empty());
    QVERIFY(m_log.contains(" level=error "));
    QVERIFY(m_log.contains(" msg=\"could not load persisted metrics\" err=\"cannot use the "));
    QCOMPARE(file.size(), qint64(7));
}

void TestService::endsInAnErrorIfSomethingIsLost()
{
    const QTemporaryDir folder;
    const QString inner = folder.filePath(u"inner"_s);
    QVERIFY(QDir().mkdir(inner));
    m_options.persistenceFile = QFile::encodeName(inner) + "/metrics";
    m_options.persistenceInterval = std::chrono::hours(1);
    const auto service = makeService();
    QVERIFY(service->start());
    QVERIFY(
        ask(service->addresses()[0], "PUT /metrics/job/a"_ba).startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(QDir().rename(inner, folder.filePath(u"gone"_s)));
    QSignalSpy finished(service.get(), &Service::finished);
    service->stop();
    QVERIFY(finished.wait());
    QCOMPARE(service->exitStatus(), 1);
    QVERIFY(m_log.contains(" msg=\"problem shutting down metric storage\" err="));
}

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"

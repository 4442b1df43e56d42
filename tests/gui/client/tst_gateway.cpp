// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway.h"
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/child_gateway.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;
using pushgate::tests::ChildGateway;

/// Against real gateways: ours, and the Go one where it is installed.
class TestGateway : public QObject {
    Q_OBJECT

private slots:
    void init();
    void listsGroups_data() { gateways(); }
    void listsGroups();
    void showsDetails_data() { gateways(); }
    void showsDetails();
    void deletesAndRestores_data() { gateways(); }
    void deletesAndRestores();
    void deletesExactlyThoseNamed_data() { gateways(); }
    void deletesExactlyThoseNamed();
    void reportsEveryFailure_data() { gateways(); }
    void reportsEveryFailure();
    void cancels();
    void comesBack();
    void saysWhyItIsLost();
    void followsChanges();
    void readsPages();
    void startsAnewInAnotherEpoch();
    void tellsHowMuchHappens_data() { gateways(); }
    void tellsHowMuchHappens();
    void countsByItselfWhereTheGatewayDoesNot();

private:
    static void gateways();
    std::unique_ptr<Gateway> gatewayAt(const QUrl& url);
    static std::vector<core::GroupingKey> keysOf(const Gateway& gateway);

    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
};

void TestGateway::gateways()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("pushgated") << ChildGateway::ours();
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference();
}

void TestGateway::init()
{
    QVERIFY2(!ChildGateway::ours().isEmpty(), "PUSHGATED names no program");
}

std::unique_ptr<Gateway> TestGateway::gatewayAt(const QUrl& url)
{
    Connection connection = *connectionTo(url.toString());
    return std::make_unique<Gateway>(
        connection, Gateway::Place::Remote, m_network, m_words, m_clock);
}

std::vector<core::GroupingKey> TestGateway::keysOf(const Gateway& gateway)
{
    std::vector<core::GroupingKey> keys;
    for (int row = 0; row < gateway.groups().rowCount(); ++row)
        keys.push_back(gateway.groups().group(row)->key);
    return keys;
}

void TestGateway::listsGroups()
{
    QFETCH(const QString, program);
    ChildGateway child(program);
    QVERIFY(child.isListening());
    QCOMPARE(child.put("/job/a/instance/b"_ba, "m 1\n"_ba), 200);
    const auto gateway = gatewayAt(child.url());
    QCOMPARE(gateway->status().link, GatewayStatus::Link::Connecting);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Live);
    QVERIFY(gateway->status().identity.has_value());
    QCOMPARE(gateway->groups().rowCount(), 1);
    QCOMPARE(gateway->groups().group(0)->series, 3); // with both push times
    QVERIFY(core::ageOf(*gateway->groups().group(0), gateway->groups().now())
        < std::chrono::minutes(1));

    QCOMPARE(child.put("/job/c"_ba, "m{} 1\n"_ba), 200);
    gateway->refresh();
    QTRY_COMPARE(gateway->groups().rowCount(), 2);
}

void TestGateway::showsDetails()
{
    QFETCH(const QString, program);
    ChildGateway child(program);
    QCOMPARE(child.put("/job/a%2Fb"_ba, "m 1\n"_ba), 400);
    QCOMPARE(child.put("/job@base64/YS9i"_ba, "m{x=\"y\"} 7\n"_ba), 200);
    const auto gateway = gatewayAt(child.url());
    QTRY_COMPARE(gateway->groups().rowCount(), 1);
    QSignalSpy details(gateway.get(), &Gateway::detailsReceived);
    gateway->watch(gateway->groups().group(0)->key);
    QTRY_VERIFY(!details.isEmpty());
    const auto told = details.last().at(0).value<core::GroupDetailsPtr>();
    QVERIFY(told);
    QCOMPARE(told->families.size(), size_t(3));
    QCOMPARE(told->families[0].name, "m"_ba);
    QCOMPARE(told->families[0].series[0].labels, *core::Labels::from({{"x", "y"}}));
    QCOMPARE(told->families[0].series[0].value, core::SeriesValue(core::PlainValue{"7"}));
}

void TestGateway::deletesAndRestores()
{
    QFETCH(const QString, program);
    ChildGateway child(program);
    for (const QByteArray& job : {"a"_ba, "b"_ba, "c"_ba})
        QCOMPARE(child.put("/job/" + job, "m{x=\"1\"} 5\n"_ba), 200);
    const auto gateway = gatewayAt(child.url());
    QTRY_COMPARE(gateway->groups().rowCount(), 3);

    QSignalSpy deleted(gateway.get(), &Gateway::groupsDeleted);
    auto keys = keysOf(*gateway);
    keys.pop_back();
    const JobId job = gateway->deleteGroups(keys);
    QTRY_COMPARE(deleted.size(), 1);
    const auto report = deleted.at(0).at(0).value<JobReport>();
    QCOMPARE(report.job, job);
    QCOMPARE(report.done.size(), size_t(2));
    QVERIFY(report.failed.empty());
    QTRY_COMPARE(gateway->groups().rowCount(), 1);
    QCOMPARE(gateway->groups().group(0)->key.labels().value("job"), QByteArrayView("c"));

    QSignalSpy restored(gateway.get(), &Gateway::groupsRestored);
    gateway->restoreGroups(report.done);
    QTRY_COMPARE(restored.size(), 1);
    QTRY_COMPARE(gateway->groups().rowCount(), 3);
    QCOMPARE(gateway->groups().group(0)->series, 3);
}

/// More than fit into one call, with labels that no path takes as they are, and beside groups that
/// any selector of theirs would match, too.
void TestGateway::deletesExactlyThoseNamed()
{
    QFETCH(const QString, program);
    ChildGateway child(program);
    const auto path = [](int number, const QByteArray& value) {
        return "/job/" + QByteArray::number(number) + "/x@base64/"
            + value.toBase64(QByteArray::Base64UrlEncoding);
    };
    for (int number = 0; number < 150; ++number) {
        QCOMPARE(child.put(path(number, "a/b \xc3\xa9&=" + QByteArray(40, 'x')), ""_ba), 200);
        QCOMPARE(child.put(path(number, "z") + "/y/1", ""_ba), 200);
    }
    const auto gateway = gatewayAt(child.url());
    QTRY_COMPARE(gateway->groups().rowCount(), 300);
    std::vector<core::GroupingKey> keys = keysOf(*gateway);
    std::erase_if(keys, [](const auto& key) { return key.labels().value("x") == "z"; });
    keys.push_back(*core::GroupingKey::from(*core::Labels::from({{"job", "gone"}})));

    QSignalSpy deleted(gateway.get(), &Gateway::groupsDeleted);
    QSignalSpy progressed(gateway.get(), &Gateway::jobProgressed);
    gateway->deleteGroups(keys);
    QTRY_COMPARE(deleted.size(), 1);
    const auto report = deleted.at(0).at(0).value<JobReport>();
    QCOMPARE(report.done.size(), size_t(150));
    QVERIFY(report.failed.empty());
    QCOMPARE(report.notTried, 0);
    QTRY_COMPARE(gateway->groups().rowCount(), 150);
    for (const core::GroupingKey& key : keysOf(*gateway))
        QCOMPARE(key.labels().value("x"), QByteArrayView("z"));
    QVERIFY(progressed.size() > 1);
    QVERIFY(progressed.last().at(1).value<qsizetype>() >= 149);
}

void TestGateway::reportsEveryFailure()
{
    QFETCH(const QString, program);
    ChildGateway child(program);
    QCOMPARE(child.put("/job/a"_ba, "m 5\n"_ba), 200);
    const auto gateway = gatewayAt(child.url());
    QTRY_COMPARE(gateway->groups().rowCount(), 1);
    // Half of them contradict what is stored, and are refused one by one.
    std::vector<GroupBackup> backups;
    for (int number = 0; number < 20; ++number) {
        const auto key = *core::GroupingKey::from(
            *core::Labels::from({{"job", "new" + QByteArray::number(number)}}));
        backups.push_back({key, number % 2 == 0 ? "# TYPE m gauge\nm 1\n"_ba : "n 1\n"_ba});
    }
    QSignalSpy restored(gateway.get(), &Gateway::groupsRestored);
    gateway->restoreGroups(backups);
    QTRY_COMPARE(restored.size(), 1);
    const auto report = restored.at(0).at(0).value<JobReport>();
    QCOMPARE(report.done.size(), size_t(10));
    QCOMPARE(report.failed.size(), size_t(10));
    QCOMPARE(report.failed[0].error.kind, ClientError::Kind::Refused);
    QCOMPARE(report.failed[0].error.httpStatus, 400);
    QVERIFY(report.failed[0].error.detail.contains("inconsistent"_L1));
}

void TestGateway::cancels()
{
    ChildGateway child(ChildGateway::ours());
    for (int job = 0; job < 100; ++job)
        QCOMPARE(child.put("/job/" + QByteArray::number(job), ""_ba), 200);
    const auto gateway = gatewayAt(child.url());
    QTRY_COMPARE(gateway->groups().rowCount(), 100);
    QSignalSpy deleted(gateway.get(), &Gateway::groupsDeleted);
    gateway->cancelJob(gateway->deleteGroups(keysOf(*gateway)));
    QTRY_COMPARE(deleted.size(), 1);
    const auto report = deleted.at(0).at(0).value<JobReport>();
    QCOMPARE(qsizetype(report.done.size()) + report.notTried, 100);
    QVERIFY(report.notTried > 0);
    QTRY_COMPARE(qsizetype(gateway->groups().rowCount()), report.notTried);
}

void TestGateway::comesBack()
{
    auto child = std::make_unique<ChildGateway>(ChildGateway::ours());
    QCOMPARE(child->put("/job/a"_ba, ""_ba), 200);
    const QUrl url = child->url();
    const auto gateway = gatewayAt(url);
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Live);
    child.reset();
    gateway->refresh();
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Lost);
    QCOMPARE(gateway->status().error->kind, ClientError::Kind::Unreachable);
    QCOMPARE(gateway->groups().rowCount(), 1); // the last known ones stay

    child = std::make_unique<ChildGateway>(ChildGateway::ours(), quint16(url.port()));
    QVERIFY(child->isListening());
    gateway->refresh();
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Live);
    QCOMPARE(gateway->groups().rowCount(), 0);
}

void TestGateway::saysWhyItIsLost()
{
    QTcpServer server; // answers with what is no gateway's answer
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray answer
        = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>"_ba;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket* const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&answer, socket] {
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    const auto gateway = gatewayAt(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())));
    QTRY_COMPARE(gateway->status().link, GatewayStatus::Link::Lost);
    QCOMPARE(gateway->status().error->kind, ClientError::Kind::NotAGateway);

    answer = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"_ba;
    gateway->refresh();
    QTRY_COMPARE(gateway->status().error->kind, ClientError::Kind::Unauthorized);
}

// ------------------------------------------------------------------- the groups API, by its letter

namespace {

/// `more` are members besides those that every answer has.
QByteArray groupsData(int revision, const QByteArrayList& jobs, const QByteArray& more = {})
{
    QByteArrayList groups;
    for (const QByteArray& job : jobs)
        groups.push_back(R"({"labels":{"job":")" + job + R"("},"push_time":900,"series":1})");
    return R"({"now":1000,"revision":)" + QByteArray::number(revision) + R"(,"groups":[)"
        + groups.join(',') + ']' + more + '}';
}

QByteArray jobsOf(const core::GroupModel& groups)
{
    QByteArray jobs;
    for (int row = 0; row < groups.rowCount(); ++row)
        jobs += *groups.group(row)->key.labels().value("job");
    return jobs;
}

constexpr char kFirst[] = "/api/v1/groups";

QByteArray since(int revision)
{
    return "/api/v1/groups?since=" + QByteArray::number(revision) + "&wait=30s";
}

} // namespace

void TestGateway::followsChanges()
{
    CannedGateway server;
    server.answer(kFirst, groupsData(7, {"a", "b", "c"}));
    server.answer(since(7), groupsData(9, {"b", "d"}, R"(,"deleted":[{"job":"a"}],"reset":false)"));
    server.answer(since(9), groupsData(11, {"x"}, R"(,"reset":true)"));
    server.hold(since(11));
    const auto gateway = gatewayAt(server.url());
    QTRY_COMPARE(jobsOf(gateway->groups()), "abc"_ba);
    QCOMPARE(gateway->status().identity->kind, GatewayIdentity::Kind::Pushgate);
    QCOMPARE(gateway->status().identity->version, u"1.0"_s);
    // By the gateway's clock, wherever ours stands.
    QVERIFY(*core::ageOf(*gateway->groups().group(0), gateway->groups().now())
        < std::chrono::seconds(110));
    QTRY_COMPARE(jobsOf(gateway->groups()), "bcd"_ba);
    QTRY_COMPARE(jobsOf(gateway->groups()), "x"_ba);
    QTRY_COMPARE(server.requests().count(since(11)), 1);
}

void TestGateway::readsPages()
{
    CannedGateway server;
    server.answer(kFirst, groupsData(7, {"a", "b"}, R"(,"cursor":"p/2")"));
    server.answer("/api/v1/groups?cursor=p%2F2"_ba, groupsData(8, {"c"}));
    server.hold(since(7));
    const auto gateway = gatewayAt(server.url());
    QTRY_COMPARE(jobsOf(gateway->groups()), "abc"_ba);
    QTRY_COMPARE(server.requests().count(since(7)), 1);
}

void TestGateway::startsAnewInAnotherEpoch()
{
    CannedGateway server;
    server.answer(kFirst, groupsData(7, {"a", "b"}, R"(,"epoch":"one")"));
    server.answer(since(7), groupsData(8, {"c"}, R"(,"epoch":"two")"));
    server.hold(since(8));
    const auto gateway = gatewayAt(server.url());
    QTRY_COMPARE(jobsOf(gateway->groups()), "ab"_ba);
    server.answer(kFirst, groupsData(8, {"c", "d"}, R"(,"epoch":"two")"));
    QTRY_COMPARE(jobsOf(gateway->groups()), "cd"_ba);
}

void TestGateway::tellsHowMuchHappens()
{
    QFETCH(const QString, program);
    const bool isOurs = program == ChildGateway::ours();
    const ChildGateway child(program);
    for (int push = 0; push < 3; ++push)
        QCOMPARE(child.put("/job/a"_ba, "m 1\n"_ba), 200);
    const auto gateway = gatewayAt(child.url());
    QTRY_COMPARE(gateway->groups().rowCount(), 1);
    const auto pushes = [&] {
        const auto counts = gateway->activity().activity.pushes;
        return std::accumulate(counts.begin(), counts.end(), qint64(0));
    };
    QCOMPARE(gateway->activity().source, GatewayActivity::Source::Program);
    QCOMPARE(pushes(), 1); // what is left of them

    const QSignalSpy told(gateway.get(), &Gateway::activityUpdated);
    gateway->setActivityWish(GatewayClient::ActivityWish::Followed);
    QTRY_VERIFY(!told.isEmpty());
    QCOMPARE(gateway->activity().source,
        isOurs ? GatewayActivity::Source::Gateway : GatewayActivity::Source::Program);
    QCOMPARE(pushes(), isOurs ? 3 : 1);
    QCOMPARE(gateway->activity().activity.pushes.size(), size_t(60));
}

void TestGateway::countsByItselfWhereTheGatewayDoesNot()
{
    CannedGateway server; // an older one: it has the groups, not the activity
    server.answer(kFirst, groupsData(7, {"a", "b"}));
    server.hold(since(7));
    const auto gateway = gatewayAt(server.url());
    gateway->setActivityWish(GatewayClient::ActivityWish::Followed);
    const QSignalSpy told(gateway.get(), &Gateway::activityUpdated);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(gateway->activity().source, GatewayActivity::Source::Program);
    QTRY_COMPARE(gateway->groups().rowCount(), 2);
    const auto counts = gateway->activity().activity.pushes;
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), qint64(0)), 2);
    QCOMPARE(server.requests().count("/api/v1/activity"), 1); // it is not asked again
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"

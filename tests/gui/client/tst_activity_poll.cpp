// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/activity_poll.h"
#include "tests/gui/support/canned_gateway.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;
using std::chrono::milliseconds;

class TestActivityPoll : public QObject {
    Q_OBJECT

private slots:
    void asksAgainAndAgain();
    void givesUpWhereThereIsNoSuchPath();
    void bearsAnswersThatAreNone();

private:
    QNetworkAccessManager m_network;
};

namespace {

const QByteArray kPath = "/api/v1/activity"_ba;
const QByteArray kActivity = R"({"now":1,"step_seconds":60,"pushes":[1,2],"failures":[0,3]})"_ba;

} // namespace

void TestActivityPoll::asksAgainAndAgain()
{
    CannedGateway server;
    server.answer(kPath, kActivity);
    ActivityPoll poll(m_network, *connectionTo(server.url().toString()), milliseconds(1));
    const QSignalSpy received(&poll, &ActivityPoll::received);
    QTRY_VERIFY(received.size() >= 3);
    const auto activity = received.first().first().value<core::Activity>();
    QCOMPARE(activity.pushes, (std::vector<qint64>{1, 2}));
    QCOMPARE(activity.failures, (std::vector<qint64>{0, 3}));
}

void TestActivityPoll::givesUpWhereThereIsNoSuchPath()
{
    CannedGateway server;
    ActivityPoll poll(m_network, *connectionTo(server.url().toString()), milliseconds(1));
    const QSignalSpy refused(&poll, &ActivityPoll::refused);
    QTRY_COMPARE(refused.size(), 1);
    // Another one, beside it, shows that there was time to ask.
    server.answer("/other" + kPath, kActivity);
    ActivityPoll other(
        m_network, *connectionTo(server.url().toString() + "/other"_L1), milliseconds(1));
    const QSignalSpy received(&other, &ActivityPoll::received);
    QTRY_VERIFY(received.size() >= 3);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(server.requests().count(kPath), 1);
}

void TestActivityPoll::bearsAnswersThatAreNone()
{
    CannedGateway server;
    server.answer(kPath, "[]"_ba);
    ActivityPoll poll(m_network, *connectionTo(server.url().toString()), milliseconds(1));
    const QSignalSpy received(&poll, &ActivityPoll::received);
    const QSignalSpy refused(&poll, &ActivityPoll::refused);
    QTRY_VERIFY(server.requests().size() >= 3);
    QCOMPARE(received.size(), 0);
    QCOMPARE(refused.size(), 0);
    server.answer(kPath, kActivity);
    QTRY_VERIFY(!received.isEmpty());
}

QTEST_GUILESS_MAIN(TestActivityPoll)
#include "tst_activity_poll.moc"

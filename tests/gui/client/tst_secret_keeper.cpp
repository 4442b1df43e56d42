// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway.h"
#include "gui/client/network_thread.h"
#include "gui/client/secret_keeper.h"
#include "gui/text/group_cells.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/fake_secret_store.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using tests::FakeSecretStore;
using Kind = SecretAnswer::Kind;
using Link = GatewayStatus::Link;

Q_DECLARE_METATYPE(Kind)

class TestSecretKeeper : public QObject {
    Q_OBJECT

private slots:
    void givesASecretBack();
    void asksNothingWithoutTheSecret();
    void givesUp_data();
    void givesUp();
    void givesUpWithoutAStore();
    void leavesAloneWhatWasTypedMeanwhile();
    void outlivesNobodyWhoAsks();
    void keepsAndForgets();
    void forgetsWhatIsNeededNoMore();
    void leavesTheKeychainAloneWithoutSecrets();
    void doesNotKeepWhatIsNotKnown();
    void saysWhatIsNotKept_data();
    void saysWhatIsNotKept();
    void saysWhatMayNotBeForgotten();
    void looksWithoutTouchingSecrets();

private:
    std::unique_ptr<Gateway> gatewayOf(const Connection& connection)
    {
        return std::make_unique<Gateway>(
            connection, Gateway::Place::Remote, m_network, m_words, m_clock);
    }

    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
};

namespace {

Connection locked(const QUrl& url = QUrl(u"http://127.0.0.1:1"_s))
{
    Connection connection = *connectionTo(url.toString());
    connection.credentials = {Credentials::Kind::Basic, u"jo"_s, {}};
    return connection;
}

Connection unlocked()
{
    Connection connection = locked();
    connection.credentials.secret = u"top-secret"_s;
    return connection;
}

} // namespace

void TestSecretKeeper::givesASecretBack()
{
    const tests::CannedGateway canned;
    FakeSecretStore store;
    SecretKeeper keeper(&store);
    const Connection connection = locked(canned.url());
    store.secrets[connection.id] = u"top-secret"_s;
    const auto gateway = gatewayOf(connection);
    QCOMPARE(gateway->status().link, Link::AwaitingSecret);
    keeper.unlock(*gateway);
    QTRY_COMPARE(gateway->connection().credentials.secret, u"top-secret"_s);
    QCOMPARE(gateway->status().link, Link::Connecting);
    QTRY_VERIFY(!canned.requests().isEmpty());
    QVERIFY(keeper.lastAnswer()->secret.isEmpty());
}

void TestSecretKeeper::asksNothingWithoutTheSecret()
{
    const tests::CannedGateway canned;
    FakeSecretStore store;
    store.isMute = true;
    SecretKeeper keeper(&store);
    const auto gateway = gatewayOf(locked(canned.url()));
    keeper.unlock(*gateway);
    gateway->refresh();
    gateway->watch(std::nullopt);
    const tests::CannedGateway open;
    const auto other = gatewayOf(*connectionTo(open.url().toString()));
    QTRY_VERIFY(!open.requests().isEmpty()); // so the other one has had time enough
    QVERIFY(canned.requests().isEmpty());
    QCOMPARE(gateway->status().link, Link::AwaitingSecret);
}

void TestSecretKeeper::givesUp_data()
{
    QTest::addColumn<Kind>("failure");
    QTest::newRow("not there") << Kind::Done;
    QTest::newRow("no keychain") << Kind::NoStore;
    QTest::newRow("locked") << Kind::Denied;
    QTest::newRow("broken") << Kind::Broken;
}

void TestSecretKeeper::givesUp()
{
    QFETCH(const Kind, failure);
    FakeSecretStore store;
    store.failure = failure;
    SecretKeeper keeper(&store);
    const auto gateway = gatewayOf(locked());
    const QSignalSpy changed(gateway.get(), &Gateway::statusChanged);
    keeper.unlock(*gateway);
    QTRY_COMPARE(gateway->status().link, Link::SecretMissing);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(keeper.lastAnswer()->isFromStore(), failure == Kind::Done);
}

void TestSecretKeeper::givesUpWithoutAStore()
{
    SecretKeeper keeper(nullptr);
    const auto gateway = gatewayOf(locked());
    keeper.unlock(*gateway);
    QCOMPARE(gateway->status().link, Link::SecretMissing);
    QCOMPARE(keeper.lastAnswer()->kind, Kind::NoStore);
}

void TestSecretKeeper::leavesAloneWhatWasTypedMeanwhile()
{
    FakeSecretStore store;
    SecretKeeper keeper(&store);
    Connection connection = locked();
    store.secrets[connection.id] = u"old"_s;
    const auto gateway = gatewayOf(connection);
    const QSignalSpy answered(&keeper, &SecretKeeper::answered);
    keeper.unlock(*gateway);
    connection.credentials.secret = u"typed"_s;
    gateway->setConnection(connection);
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(gateway->connection().credentials.secret, u"typed"_s);
}

void TestSecretKeeper::outlivesNobodyWhoAsks()
{
    FakeSecretStore store;
    auto keeper = std::make_unique<SecretKeeper>(&store);
    auto gateway = gatewayOf(locked());
    keeper->unlock(*gateway);
    keeper->keep(unlocked());
    keeper->look();
    gateway.reset();
    keeper.reset();
    bool isAnswered = false;
    store.read(u"last"_s, [&](const SecretAnswer&) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
}

void TestSecretKeeper::keepsAndForgets()
{
    FakeSecretStore store;
    SecretKeeper keeper(&store);
    const QSignalSpy notKept(&keeper, &SecretKeeper::notKept);
    const QSignalSpy answered(&keeper, &SecretKeeper::answered);
    const Connection connection = unlocked();
    keeper.keep(connection);
    QCOMPARE(store.secrets.value(connection.id), u"top-secret"_s);
    keeper.forget(connection);
    QVERIFY(store.secrets.isEmpty());
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(notKept.size(), 0);
}

void TestSecretKeeper::forgetsWhatIsNeededNoMore()
{
    FakeSecretStore store;
    SecretKeeper keeper(&store);
    const Connection before = unlocked();
    keeper.keep(before);
    Connection edited = before;
    edited.credentials.user = u"else"_s;
    keeper.keep(edited, before);
    QCOMPARE(store.secrets.size(), 1);
    edited.credentials = {};
    keeper.keep(edited, before);
    QVERIFY(store.secrets.isEmpty());
}

/// Whoever never signed in need not hear that there is no keychain.
void TestSecretKeeper::leavesTheKeychainAloneWithoutSecrets()
{
    FakeSecretStore store;
    store.failure = Kind::Broken;
    SecretKeeper keeper(&store);
    const QSignalSpy notForgotten(&keeper, &SecretKeeper::notForgotten);
    Connection connection = unlocked();
    connection.credentials = {};
    keeper.keep(connection);
    keeper.keep(connection, connection);
    keeper.forget(connection);
    bool isAnswered = false; // in turn, so that whatever was asked before has been answered by then
    store.read(u"last"_s, [&](const SecretAnswer&) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(notForgotten.size(), 0);
    QVERIFY(!keeper.lastAnswer());
}

void TestSecretKeeper::doesNotKeepWhatIsNotKnown()
{
    FakeSecretStore store;
    SecretKeeper keeper(&store);
    Connection connection = unlocked();
    keeper.keep(connection);
    connection.credentials.secret.reset();
    keeper.keep(connection);
    QCOMPARE(store.secrets.value(connection.id), u"top-secret"_s);
}

void TestSecretKeeper::saysWhatIsNotKept_data()
{
    QTest::addColumn<Kind>("failure");
    QTest::newRow("no keychain") << Kind::NoStore;
    QTest::newRow("locked") << Kind::Denied;
    QTest::newRow("broken") << Kind::Broken;
}

void TestSecretKeeper::saysWhatIsNotKept()
{
    QFETCH(const Kind, failure);
    FakeSecretStore store;
    store.failure = failure;
    SecretKeeper keeper(&store);
    const QSignalSpy notKept(&keeper, &SecretKeeper::notKept);
    keeper.keep(unlocked());
    QTRY_COMPARE(notKept.size(), 1);
    QCOMPARE(keeper.lastAnswer()->kind, failure);
}

void TestSecretKeeper::saysWhatMayNotBeForgotten()
{
    FakeSecretStore store;
    store.failure = Kind::Denied;
    SecretKeeper keeper(&store);
    const QSignalSpy notForgotten(&keeper, &SecretKeeper::notForgotten);
    keeper.forget(unlocked());
    QTRY_COMPARE(notForgotten.size(), 1);
}

void TestSecretKeeper::looksWithoutTouchingSecrets()
{
    FakeSecretStore store;
    const Connection connection = unlocked();
    store.secrets[connection.id] = u"top-secret"_s;
    SecretKeeper keeper(&store);
    QVERIFY(!keeper.lastAnswer());
    keeper.look();
    QTRY_VERIFY(keeper.lastAnswer());
    QVERIFY(keeper.lastAnswer()->isFromStore());
    QVERIFY(!store.asked.contains(connection.id));
}

QTEST_GUILESS_MAIN(TestSecretKeeper)
#include "tst_secret_keeper.moc"

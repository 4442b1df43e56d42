// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/connection_store.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::gui;

class TestConnectionStore : public QObject {
    Q_OBJECT

private slots:
    void keepsAllButSecrets();
    void replacesInPlace();
    void forgetsWhatWasRemoved();
    void sharesTheSettings();
    void leavesOutWhatIsDamaged();
};

namespace {

Connection detailed()
{
    Connection connection = *connectionTo(u"https://prod/push"_s);
    connection.name = u"生产"_s;
    connection.credentials = {Credentials::Kind::Basic, u"jo"_s, u"top-secret"_s};
    connection.tls = {u"ca.pem"_s, u"me.pem"_s, u"me.key"_s, TlsSettings::Check::Ignore};
    connection.staleAfter = std::chrono::hours(26);
    connection.notices = Connection::Notices::Off;
    return connection;
}

} // namespace

void TestConnectionStore::keepsAllButSecrets()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    const std::vector<Connection> saved{detailed(), *connectionTo(u"other"_s)};
    {
        QSettings settings(file, QSettings::IniFormat);
        for (const Connection& connection : saved)
            ConnectionStore(settings).put(connection);
    }
    QSettings settings(file, QSettings::IniFormat);
    auto expected = saved;
    expected[0].credentials.secret.reset();
    QCOMPARE(ConnectionStore(settings).load(), expected);

    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(!written.readAll().contains("top-secret"));
}

void TestConnectionStore::replacesInPlace()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ConnectionStore store(settings);
    Connection first = *connectionTo(u"first"_s);
    const Connection second = *connectionTo(u"second"_s);
    store.put(first);
    store.put(second);
    first.name = u"renamed"_s;
    store.put(first);
    QCOMPARE(store.load(), (std::vector{first, second}));
}

void TestConnectionStore::forgetsWhatWasRemoved()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ConnectionStore store(settings);
    const Connection connection = detailed();
    store.put(connection);
    store.remove(connection.id);
    store.remove(u"never there"_s);
    QVERIFY(store.load().empty());
    QCOMPARE(settings.allKeys(), QStringList());
}

void TestConnectionStore::sharesTheSettings()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    QSettings settings(file, QSettings::IniFormat);
    QSettings others(file, QSettings::IniFormat); // as another program has them
    const Connection first = *connectionTo(u"first"_s);
    const Connection second = *connectionTo(u"second"_s);
    const Connection third = *connectionTo(u"third"_s);
    ConnectionStore(settings).put(first);
    ConnectionStore(others).put(second);
    ConnectionStore(settings).put(third);
    ConnectionStore(others).remove(first.id);
    QCOMPARE(ConnectionStore(settings).load(), (std::vector{second, third}));
    QCOMPARE(ConnectionStore(others).load(), (std::vector{second, third}));
}

void TestConnectionStore::leavesOutWhatIsDamaged()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ConnectionStore store(settings);
    const Connection damaged = detailed();
    const Connection good = *connectionTo(u"good"_s);
    store.put(damaged);
    store.put(good);
    settings.setValue(u"gateways/%1/url"_s.arg(damaged.id), u"ftp://nonsense"_s);
    QCOMPARE(store.load(), std::vector<Connection>{good});
}

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connection_store.moc"

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
    void forgetsWhatWasRemoved();
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
        ConnectionStore(settings).save(saved);
    }
    QSettings settings(file, QSettings::IniFormat);
    auto expected = saved;
    expected[0].credentials.secret.reset();
    QCOMPARE(ConnectionStore(settings).load(), expected);

    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(!written.readAll().contains("top-secret"));
}

void TestConnectionStore::forgetsWhatWasRemoved()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ConnectionStore store(settings);
    store.save({detailed(), detailed()});
    store.save({});
    QVERIFY(store.load().empty());
    QVERIFY(!settings.allKeys().contains(u"gateways/1/url"_s));
}

void TestConnectionStore::leavesOutWhatIsDamaged()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ConnectionStore store(settings);
    const Connection good = *connectionTo(u"good"_s);
    store.save({detailed(), good});
    settings.setValue(u"gateways/1/url"_s, u"ftp://nonsense"_s);
    QCOMPARE(store.load(), std::vector<Connection>{good});
}

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connection_store.moc"

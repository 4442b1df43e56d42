// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/keychain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace pushgate::gui;
using Kind = SecretAnswer::Kind;

/// The real thing: GNOME's keyring on a bus of its own, its files in a folder that goes away.
class TestKeychain : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void saysWhenThereIsNone();
    void findsTheKeyring();
    void knowsNothingAtFirst();
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void replaces();
    void removes();
    void keepsThemApart();
    void doesNotBlock();
    void saysWhenItIsLocked();

private:
    static std::unique_ptr<QProcess> start(const QString& program, const QStringList& arguments);
    static bool hasSecretService();
    SecretAnswer read(const QString& id);
    SecretAnswer write(const QString& id, const QString& secret);
    SecretAnswer remove(const QString& id);
    SecretAnswer awaited();
    SecretStore::Take taking()
    {
        m_answer.reset();
        return [this](const SecretAnswer& answer) { m_answer = answer; };
    }

    QTemporaryDir m_home;
    std::unique_ptr<QProcess> m_bus;
    std::unique_ptr<QProcess> m_keyring;
    Keychain m_keychain;
    std::optional<SecretAnswer> m_answer;
};

namespace {

constexpr int kWaitMs = 30'000;

} // namespace

std::unique_ptr<QProcess> TestKeychain::start(const QString& program, const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(program, arguments);
    return process->waitForStarted(kWaitMs) ? std::move(process) : nullptr;
}

bool TestKeychain::hasSecretService()
{
    QProcess ask;
    ask.start(u"dbus-send"_s,
        {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
            u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
    ask.waitForFinished(kWaitMs);
    return ask.readAllStandardOutput().contains("boolean true");
}

void TestKeychain::initTestCase()
{
    for (const auto& program : {u"dbus-daemon"_s, u"dbus-send"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + " is not installed"_L1));
    }
    for (const char* const name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, m_home.path().toUtf8());
    // No way to ask anybody anything, and libsecret rather than KWallet whatever runs this.
    for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY", "DESKTOP_SESSION"})
        qunsetenv(name);
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.filePath(u"no-bus"_s).toUtf8());
}

void TestKeychain::cleanupTestCase()
{
    for (const auto& process : {m_keyring.get(), m_bus.get()}) {
        if (process != nullptr) {
            process->kill();
            QVERIFY(process->waitForFinished(kWaitMs));
        }
    }
}

void TestKeychain::saysWhenThereIsNone()
{
    const SecretAnswer answer = read(u"one"_s);
    QVERIFY(!answer.isFromStore());
    QVERIFY(!write(u"three"_s, u"3"_s).isFromStore());
}

void TestKeychain::findsTheKeyring()
{
    m_bus = start(u"dbus-daemon"_s, {u"--session"_s, u"--print-address"_s, u"--nofork"_s});
    QVERIFY(m_bus && m_bus->waitForReadyRead(kWaitMs));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->readLine().trimmed());
    m_keyring = start(
        u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s});
    QVERIFY(m_keyring);
    m_keyring->write("a password for the keyring of a test");
    m_keyring->closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(hasSecretService(), kWaitMs);
}

SecretAnswer TestKeychain::awaited()
{
    [this] { QTRY_VERIFY_WITH_TIMEOUT(m_answer, kWaitMs); }();
    return m_answer.value_or(SecretAnswer{Kind::Broken, {}, u"no answer"_s});
}

SecretAnswer TestKeychain::read(const QString& id)
{
    m_keychain.read(id, taking());
    return awaited();
}

SecretAnswer TestKeychain::write(const QString& id, const QString& secret)
{
    m_keychain.write(id, secret, taking());
    return awaited();
}

SecretAnswer TestKeychain::remove(const QString& id)
{
    m_keychain.remove(id, taking());
    return awaited();
}

void TestKeychain::knowsNothingAtFirst()
{
    QCOMPARE(read(u"first"_s).kind, Kind::Missing);
    QCOMPARE(remove(u"first"_s).kind, Kind::Done);
}

void TestKeychain::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("plain") << u"top-secret"_s;
    QTest::newRow("any letters") << u"pässwörd 密码 \U0001F511"_s;
    QTest::newRow("quotes and lines") << u"'\"\\\n\t$"_s;
    QTest::newRow("long") << QString(10'000, u'x');
    QTest::newRow("empty") << u""_s;
}

void TestKeychain::givesBackWhatItWasGiven()
{
    QFETCH(const QString, secret);
    QCOMPARE(write(u"given"_s, secret).kind, Kind::Done);
    const SecretAnswer answer = read(u"given"_s);
    QCOMPARE(answer.kind, Kind::Done);
    QCOMPARE(answer.secret, secret);
    QVERIFY(answer.detail.isEmpty());
}

void TestKeychain::replaces()
{
    QCOMPARE(write(u"replaced"_s, u"old"_s).kind, Kind::Done);
    QCOMPARE(write(u"replaced"_s, u"new"_s).kind, Kind::Done);
    QCOMPARE(read(u"replaced"_s).secret, u"new"_s);
}

void TestKeychain::removes()
{
    QCOMPARE(write(u"removed"_s, u"secret"_s).kind, Kind::Done);
    QCOMPARE(remove(u"removed"_s).kind, Kind::Done);
    QCOMPARE(read(u"removed"_s).kind, Kind::Missing);
}

void TestKeychain::keepsThemApart()
{
    QCOMPARE(write(u"one"_s, u"1"_s).kind, Kind::Done);
    QCOMPARE(write(u"two"_s, u"2"_s).kind, Kind::Done);
    QCOMPARE(read(u"one"_s).secret, u"1"_s);
    QCOMPARE(read(u"two"_s).secret, u"2"_s);
}

void TestKeychain::doesNotBlock()
{
    // A keyring that does not answer at all is the worst of them.
    ::kill(pid_t(m_keyring->processId()), SIGSTOP);
    m_keychain.read(u"one"_s, taking());
    bool isAlive = false;
    QMetaObject::invokeMethod(
        this, [&] { isAlive = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isAlive);
    QVERIFY(!m_answer);
    ::kill(pid_t(m_keyring->processId()), SIGCONT);
    QCOMPARE(awaited().secret, u"1"_s);
}

void TestKeychain::saysWhenItIsLocked()
{
    QProcess lock;
    lock.start(u"dbus-send"_s,
        {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
            u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
            u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
    QVERIFY(lock.waitForFinished(kWaitMs));
    QCOMPARE(lock.exitCode(), 0);
    const SecretAnswer answer = read(u"one"_s);
    QVERIFY(answer.kind != Kind::Done);
    QVERIFY(answer.secret.isEmpty());
    QVERIFY(write(u"three"_s, u"3"_s).kind != Kind::Done);
}

int main(int argc, char** argv)
{
    // The keychain calls back through GLib's loop, which the other tests do without.
    qunsetenv("QT_NO_GLIB");
    const QCoreApplication application(argc, argv);
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"

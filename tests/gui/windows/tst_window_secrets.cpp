// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/connection_store.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/message_page.h"
#include "gui/text/translation.h"
#include "gui/windows/connection_dialog.h"
#include "gui/windows/main_window.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/fake_secret_store.h"
#include "tests/gui/support/no_warnings.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using tests::CannedGateway;
using tests::FakeSecretStore;
using Kind = SecretAnswer::Kind;
using Link = GatewayStatus::Link;

/// Passwords from one start to the next, as people see it.
class TestWindowSecrets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void signsInAgainAtTheNextStart();
    void writesNoSecretIntoTheSettings();
    void asksWhereTheKeychainHasNone();
    void opensTheDialogOnThePassword();
    void goesOnWithoutThePassword();
    void removesTheSecretWithTheGateway();
    void saysWhereSecretsAreKept_data();
    void saysWhereSecretsAreKept();
    void saysWhatLastsOnlyUntilTheEnd();

private:
    void openWindow();
    Connection signedIn() const;
    void inDialog(const std::function<void(ConnectionDialog&)>& what);
    void trigger(const QString& text);
    MessagePage& message() const { return *m_window->currentPage()->findChild<MessagePage*>(); }

    std::unique_ptr<CannedGateway> m_canned;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSecretStore> m_store;
    std::unique_ptr<QSettings> m_settings;
    core::SystemClock m_clock;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const QString kSecret = u"top-secret"_s;

QLineEdit& secretLine(const QDialog& dialog)
{
    const auto lines = dialog.findChildren<QLineEdit*>();
    return **std::find_if(lines.begin(), lines.end(),
        [](const QLineEdit* line) { return line->echoMode() == QLineEdit::Password; });
}

bool hasText(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(&widget) && label->text().contains(text);
    });
}

} // namespace

void TestWindowSecrets::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_canned = std::make_unique<CannedGateway>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<FakeSecretStore>();
    openWindow();
}

void TestWindowSecrets::cleanup()
{
    m_window.reset();
    m_noWarnings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestWindowSecrets::openWindow()
{
    m_window.reset();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock, QString(), m_store.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

Connection TestWindowSecrets::signedIn() const
{
    Connection connection = *gui::connectionTo(m_canned->url().toString());
    connection.name = u"prod"_s;
    connection.credentials = {Credentials::Kind::Basic, u"jo"_s, kSecret};
    return connection;
}

void TestWindowSecrets::inDialog(const std::function<void(ConnectionDialog&)>& what)
{
    QTimer::singleShot(0, m_window.get(), [what] {
        auto* const dialog = qobject_cast<ConnectionDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        what(*dialog);
    });
}

void TestWindowSecrets::trigger(const QString& text)
{
    const auto actions = m_window->findChildren<QAction*>();
    const auto found = std::find_if(actions.begin(), actions.end(),
        [&](const QAction* action) { return action->text().remove(u'&') == text; });
    QVERIFY(found != actions.end());
    (*found)->trigger();
}

void TestWindowSecrets::signsInAgainAtTheNextStart()
{
    m_window->connectTo(signedIn());
    openWindow();
    const Gateway& gateway = m_window->currentPage()->gateway();
    QTRY_COMPARE(gateway.connection().credentials.secret, kSecret);
    QCOMPARE(gateway.connection().name, u"prod"_s);
}

void TestWindowSecrets::writesNoSecretIntoTheSettings()
{
    m_window->connectTo(signedIn());
    m_window->close();
    openWindow();
    QFile file(m_folder->filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("jo"));
    QVERIFY(!written.contains(kSecret.toUtf8()));
    QVERIFY(!written.contains(kSecret.toUtf8().toBase64()));
}

void TestWindowSecrets::asksWhereTheKeychainHasNone()
{
    m_window->connectTo(signedIn());
    m_store->secrets.clear();
    const auto asked = m_canned->requests().size();
    openWindow();
    QTRY_COMPARE(m_window->currentPage()->gateway().status().link, Link::SecretMissing);
    QCOMPARE(message().title(), u"prod needs its password."_s);
    QCOMPARE(m_canned->requests().size(), asked);
}

void TestWindowSecrets::opensTheDialogOnThePassword()
{
    m_window->connectTo(signedIn());
    m_store->secrets.clear();
    openWindow();
    QTRY_COMPARE(m_window->currentPage()->gateway().status().link, Link::SecretMissing);
    inDialog([](ConnectionDialog& dialog) {
        QTRY_VERIFY(secretLine(dialog).hasFocus());
        QTest::keyClicks(&secretLine(dialog), kSecret);
        dialog.accept();
    });
    emit message().actionRequested();
    const Gateway& gateway = m_window->currentPage()->gateway();
    QCOMPARE(gateway.connection().credentials.secret, kSecret);
    QCOMPARE(gateway.status().link, Link::Connecting);
    QCOMPARE(m_store->secrets.value(gateway.connection().id), kSecret);
}

void TestWindowSecrets::goesOnWithoutThePassword()
{
    m_window->connectTo(signedIn());
    m_store->secrets.clear();
    openWindow();
    QTRY_COMPARE(m_window->currentPage()->gateway().status().link, Link::SecretMissing);
    inDialog([](ConnectionDialog& dialog) { dialog.accept(); });
    emit message().actionRequested();
    // It is looked for once more, and not taken for an empty one.
    QTRY_COMPARE(m_window->currentPage()->gateway().status().link, Link::SecretMissing);
    QVERIFY(m_store->secrets.isEmpty());
}

void TestWindowSecrets::removesTheSecretWithTheGateway()
{
    m_window->connectTo(signedIn());
    QCOMPARE(m_store->secrets.size(), 1);
    trigger(u"Remove from the list"_s);
    QCOMPARE(m_store->secrets.size(), 0);
    QVERIFY(ConnectionStore(*m_settings).load().empty());
}

void TestWindowSecrets::saysWhereSecretsAreKept_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<QString>("text");
    QTest::newRow("keychain") << int(Kind::Done) << u"Kept in the desktop's keychain."_s;
    QTest::newRow("none") << int(Kind::NoStore)
                          << u"Asked for again at the next start: this desktop has no keychain."_s;
    QTest::newRow("locked") << int(Kind::Denied)
                            << u"Asked for again at the next start: the keychain stays locked."_s;
    QTest::newRow("broken") << int(Kind::Broken) << u"the keychain does not work (out of order)"_s;
}

void TestWindowSecrets::saysWhereSecretsAreKept()
{
    QFETCH(const int, failure);
    QFETCH(const QString, text);
    m_window->connectTo(signedIn());
    m_store->failure = static_cast<Kind>(failure);
    inDialog([&](ConnectionDialog& dialog) {
        QTRY_VERIFY(hasText(dialog, text));
        dialog.reject();
    });
    trigger(u"Edit..."_s);
}

void TestWindowSecrets::saysWhatLastsOnlyUntilTheEnd()
{
    m_store->failure = Kind::Denied;
    m_window->connectTo(signedIn());
    QTRY_COMPARE(m_window->statusBar()->currentMessage(),
        u"The password of prod will be asked for again at the next start: the keychain stays "
        "locked."_s);
    trigger(u"Remove from the list"_s);
    QTRY_COMPARE(m_window->statusBar()->currentMessage(),
        u"The password of prod may still be in the keychain: the keychain stays locked."_s);
}

QTEST_MAIN(TestWindowSecrets)
#include "tst_window_secrets.moc"

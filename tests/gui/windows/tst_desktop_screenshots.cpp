// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/appearance.h"
#include "gui/look/program_icon.h"
#include "gui/panels/gateway_page.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "gui/windows/connection_dialog.h"
#include "gui/windows/local_gateway_dock.h"
#include "gui/windows/local_options_dialog.h"
#include "gui/windows/main_window.h"
#include "gui/windows/wipe_dialog.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/fake_secret_store.h"
#include "tests/gui/support/no_warnings.h"
#include "tests/gui/support/pictures.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;
using pushgate::tests::takePicture;

/// What ties the program to the desktop, in light and dark and in every language.
class TestDesktopScreenshots : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void localGateway_data() { tests::addAppearances(); }
    void localGateway();
    void missingSecret_data() { tests::addAppearances(); }
    void missingSecret();
    void dialogs_data() { tests::addAppearances(); }
    void dialogs();
    void icons_data() { tests::addAppearances(); }
    void icons();

private:
    core::SystemClock m_clock;
    GroupCells m_words;
    NetworkThread m_network;
    tests::FakeSecretStore m_store;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestDesktopScreenshots::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    QFETCH(const Appearance, appearance);
    QFETCH(const QLocale, locale);
    speak(locale);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->setValue(u"appearance"_s, int(appearance));
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock, ChildGateway::ours(), &m_store);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestDesktopScreenshots::cleanup()
{
    m_window.reset();
    m_noWarnings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestDesktopScreenshots::localGateway()
{
    m_window->startLocalGateway();
    QTRY_VERIFY(m_window->currentPage() != nullptr);
    const Gateway& gateway = m_window->currentPage()->gateway();
    QTRY_COMPARE(gateway.status().link, GatewayStatus::Link::Live);
    takePicture(*m_window, u"local"_s);
    auto* const dock = m_window->findChild<LocalGatewayDock*>();
    LocalOptions options;
    options.file = u"/nowhere/groups.db"_s;
    writeLocalOptions(*m_settings, options);
    emit dock->stopRequested();
    QTRY_VERIFY(m_window->currentPage() == nullptr);
    QTRY_VERIFY(!dock->stateText().contains(u"127.0.0.1"_s)); // the gateway itself is gone
    dock->start();
    QTRY_VERIFY(dock->stateText().contains(u"/nowhere"_s));
    takePicture(*m_window, u"local-failed"_s);
}

void TestDesktopScreenshots::missingSecret()
{
    Connection connection = *gui::connectionTo(u"https://jo@prod-eu/push"_s);
    m_window->connectTo(connection);
    QTRY_COMPARE(
        m_window->currentPage()->gateway().status().link, GatewayStatus::Link::SecretMissing);
    takePicture(*m_window, u"secret"_s);
}

void TestDesktopScreenshots::dialogs()
{
    SecretKeeper keeper(&m_store);
    ConnectionDialog connect(
        *gui::connectionTo(u"https://jo@prod-eu/push"_s), {m_network, m_words, m_clock, &keeper});
    connect.show();
    QTRY_VERIFY(keeper.lastAnswer());
    takePicture(connect, u"connect-secret"_s);
    LocalOptionsDialog options(
        {quint16(9095), u"/var/lib/pushgate/groups.db"_s}, LocalOptionsDialog::Effect::AtNextStart);
    options.show();
    takePicture(options, u"local-options"_s);
    Connection connection = *gui::connectionTo(u"http://127.0.0.1:1"_s);
    connection.name = u"prod-eu"_s;
    const Gateway gateway(connection, Gateway::Place::Remote, m_network, m_words, m_clock);
    WipeDialog wipe(gateway);
    wipe.findChild<QLineEdit*>()->setText(u"prod"_s);
    wipe.show();
    takePicture(wipe, u"wipe"_s);
}

void TestDesktopScreenshots::icons()
{
    QPixmap sheet(460, 180);
    sheet.fill(QApplication::palette().color(QPalette::Window));
    {
        QPainter painter(&sheet);
        int x = 10;
        std::vector<std::optional<core::GroupState>> badges{std::nullopt};
        badges.insert(badges.end(), core::kGroupStates.begin(), core::kGroupStates.end());
        for (const auto& badge : badges) {
            int y = 10;
            for (const int size : {16, 22, 32, 64}) {
                painter.drawPixmap(x, y, programIcon(badge).pixmap(QSize(size, size)));
                y += size + 8;
            }
            x += 90;
        }
    }
    QLabel label;
    label.setPixmap(sheet);
    takePicture(label, u"icons"_s);
}

QTEST_MAIN(TestDesktopScreenshots)
#include "tst_desktop_screenshots.moc"

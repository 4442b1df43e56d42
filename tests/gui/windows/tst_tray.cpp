// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "gui/windows/notifier.h"
#include "gui/windows/tray.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/moving_clock.h"
#include "tests/gui/support/no_warnings.h"

#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using namespace std::chrono_literals;
using pushgate::tests::ChildGateway;

/// The tray and what comes up there; the desktop of these tests has none, so all but the picture.
class TestTray : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void sumsUpAllGateways();
    void listsGatewaysInItsMenu();
    void showsAndHidesTheWindow();
    void leadsToWhatWasTold();
    void staysOnlyWhereThereIsATray();
    void tellsOfGatewaysThatWantIt_data();
    void tellsOfGatewaysThatWantIt();
    void forgetsGatewaysThatAreGone();

private:
    Gateway& add(const QUrl& url, const QString& name = {});
    QAction& action(const QString& text) const;
    void passTime(const Gateway& gateway);

    GroupCells m_words;
    NetworkThread m_network;
    tests::MovingClock m_clock;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<GatewayListModel> m_gateways;
    std::unique_ptr<QWidget> m_window;
    Tray* m_tray = nullptr;
};

void TestTray::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_gateways = std::make_unique<GatewayListModel>(m_clock);
    m_window = std::make_unique<QWidget>();
    m_tray = new Tray(*m_gateways, *m_settings, *m_window);
}

void TestTray::cleanup()
{
    m_window.reset();
    m_gateways.reset();
    m_noWarnings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

Gateway& TestTray::add(const QUrl& url, const QString& name)
{
    Connection connection = *connectionTo(url.toString());
    connection.name = name;
    return m_gateways->add(
        std::make_unique<Gateway>(connection, Gateway::Place::Remote, m_network, m_words, m_clock));
}

QAction& TestTray::action(const QString& text) const
{
    emit m_tray->menu().aboutToShow();
    const auto actions = m_tray->menu().actions();
    return **std::find_if(actions.begin(), actions.end(),
        [&](const QAction* candidate) { return candidate->text().remove(u'&').startsWith(text); });
}

void TestTray::passTime(const Gateway& gateway)
{
    m_clock.advance(AlarmPacer::kGather + 1s);
    QSignalSpy ticked(&gateway, &Gateway::ticked);
    QVERIFY(ticked.wait());
    QVERIFY(ticked.wait());
}

void TestTray::sumsUpAllGateways()
{
    QCOMPARE(m_tray->toolTip(), u"Pushgate\nNo gateway yet."_s);
    const ChildGateway one(ChildGateway::ours());
    const ChildGateway other(ChildGateway::ours());
    QCOMPARE(one.put("/job/a"_ba, "m 1\n"_ba), 200);
    QCOMPARE(other.put("/job/b"_ba, "m 1\n"_ba), 200);
    add(one.url());
    add(other.url());
    QTRY_COMPARE(m_tray->toolTip(), u"Pushgate\n2 groups, all fresh"_s);
    QCOMPARE(other.put("/job/c"_ba, "# TYPE m counter\nm 1\n"_ba), 400);
    QTRY_COMPARE(m_tray->toolTip(), u"Pushgate\n1 failed"_s);
    add(QUrl(u"http://127.0.0.1:1"_s));
    QTRY_COMPARE(m_tray->toolTip(), u"Pushgate\n1 failed\n1 gateway lost"_s);
}

void TestTray::listsGatewaysInItsMenu()
{
    const ChildGateway child(ChildGateway::ours());
    const Gateway& gateway = add(child.url(), u"this & that"_s);
    QTRY_COMPARE(gateway.status().link, GatewayStatus::Link::Live);
    const QSignalSpy chosen(m_tray, &Tray::gatewayChosen);
    QCOMPARE(action(u"this"_s).text(), u"this && that: 0 groups"_s);
    action(u"this"_s).trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), gateway.connection().id);
    QVERIFY(m_window->isVisible());
    const auto before = m_tray->menu().actions().size();
    emit m_tray->menu().aboutToShow(); // does not add them again
    QCOMPARE(m_tray->menu().actions().size(), before);
}

void TestTray::showsAndHidesTheWindow()
{
    action(u"Show the window"_s).trigger();
    QVERIFY(m_window->isVisible());
    action(u"Hide the window"_s).trigger();
    QVERIFY(!m_window->isVisible());
    m_window->showMinimized();
    m_tray->showWindow();
    QVERIFY(!m_window->isMinimized());
}

void TestTray::leadsToWhatWasTold()
{
    const QSignalSpy chosen(m_tray, &Tray::toldChosen);
    auto* const icon = m_tray->findChild<QSystemTrayIcon*>();
    emit icon->messageClicked(); // before anything was told
    QCOMPARE(chosen.size(), 0);
    const Gateway& gateway = add(QUrl(u"http://127.0.0.1:1"_s));
    m_tray->tell(gateway, {Alarm::Kind::Lost, {}});
    emit icon->messageClicked();
    QCOMPARE(chosen.size(), 1);
    const auto told = chosen.at(0).at(0).value<Tray::Told>();
    QCOMPARE(told.gateway, gateway.connection().id);
    QCOMPARE(told.alarm.kind, Alarm::Kind::Lost);
    QVERIFY(m_window->isVisible());
}

void TestTray::staysOnlyWhereThereIsATray()
{
    QVERIFY(!QSystemTrayIcon::isSystemTrayAvailable());
    QVERIFY(!m_tray->keepRunningAction()->isEnabled());
    m_tray->keepRunningAction()->setChecked(true);
    QVERIFY(!m_tray->keepsRunning()); // the window could not be had back
    QVERIFY(m_settings->value(u"keepRunning"_s).toBool());
}

void TestTray::tellsOfGatewaysThatWantIt_data()
{
    QTest::addColumn<bool>("isTold");
    QTest::newRow("on") << true;
    QTest::newRow("off") << false;
}

void TestTray::tellsOfGatewaysThatWantIt()
{
    QFETCH(const bool, isTold);
    const ChildGateway child(ChildGateway::ours());
    QCOMPARE(child.put("/job/a"_ba, "m 1\n"_ba), 200);
    Gateway& gateway = add(child.url());
    gateway.setNotices(isTold ? Connection::Notices::On : Connection::Notices::Off);
    const Notifier notifier(*m_gateways, m_clock);
    const QSignalSpy raised(&notifier, &Notifier::raised);
    QTRY_COMPARE(gateway.groups().rowCount(), 1);
    QCOMPARE(child.put("/job/b"_ba, "# TYPE m counter\nm 1\n"_ba), 400);
    QTRY_COMPARE(gateway.groups().counts().of(core::GroupState::Failed), 1);
    passTime(gateway);
    QCOMPARE(raised.size(), isTold ? 1 : 0);
}

void TestTray::forgetsGatewaysThatAreGone()
{
    const Notifier notifier(*m_gateways, m_clock);
    const ChildGateway child(ChildGateway::ours());
    Gateway& gateway = add(child.url());
    const Gateway& other = add(child.url());
    QTRY_COMPARE(gateway.status().link, GatewayStatus::Link::Live);
    m_gateways->remove(gateway);
    passTime(other);
    QCOMPARE(m_gateways->rowCount(), 1);
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"

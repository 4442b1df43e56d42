// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/connection_store.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/text/translation.h"
#include "gui/windows/main_window.h"
#include "tests/core/browse/rows.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QAction>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using core::GroupState;
using pushgate::tests::browseKey;
using pushgate::tests::ChildGateway;

/// The window as the tray leads to it.
class TestWindowTray : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void showsTheGroupThatWasTold();
    void showsAllThatWasTold();
    void showsTheGatewayThatWasTold();
    void standsAGatewayThatIsGone();
    void remembersWhoIsToldOf();
    void quits();

private:
    GatewayPage& connectTo(const ChildGateway& child, int groups);
    QAction& action(const QString& text) const;

    core::SystemClock m_clock;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowTray::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock, ChildGateway::ours());
    m_window->show();
}

void TestWindowTray::cleanup()
{
    m_window.reset();
    m_noWarnings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

GatewayPage& TestWindowTray::connectTo(const ChildGateway& child, int groups)
{
    m_window->connectTo(*gui::connectionTo(child.url().toString()));
    GatewayPage& page = *m_window->currentPage();
    [&] { QTRY_COMPARE(page.gateway().groups().rowCount(), groups); }();
    return page;
}

QAction& TestWindowTray::action(const QString& text) const
{
    const auto actions = m_window->findChildren<QAction*>();
    return **std::find_if(actions.begin(), actions.end(),
        [&](const QAction* candidate) { return candidate->text().remove(u'&') == text; });
}

void TestWindowTray::showsTheGroupThatWasTold()
{
    const ChildGateway one(ChildGateway::ours());
    const ChildGateway other(ChildGateway::ours());
    QCOMPARE(one.put("/job/a"_ba, "m 1\n"_ba), 200);
    QCOMPARE(one.put("/job/b"_ba, "# TYPE m counter\nm 1\n"_ba), 400);
    GatewayPage& page = connectTo(one, 2);
    connectTo(other, 0);
    page.filterBar().setState(GroupState::Overdue); // hides all
    QCOMPARE(page.shownGroups(), 0);
    emit m_window->tray().toldChosen({page.gateway().connection().id,
        {Alarm::Kind::Groups, {{browseKey("b"), GroupState::Failed}}}});
    QCOMPARE(m_window->currentPage(), &page);
    QCOMPARE(page.shownGroups(), 1);
    QCOMPARE(page.view().currentGroup()->key, browseKey("b"));
}

void TestWindowTray::showsAllThatWasTold()
{
    const ChildGateway child(ChildGateway::ours());
    QCOMPARE(child.put("/job/a"_ba, "m 1\n"_ba), 200);
    QCOMPARE(child.put("/job/b"_ba, "# TYPE m counter\nm 1\n"_ba), 400);
    GatewayPage& page = connectTo(child, 2);
    emit m_window->tray().toldChosen({page.gateway().connection().id,
        {Alarm::Kind::Groups,
            {{browseKey("b"), GroupState::Failed}, {browseKey("a"), GroupState::Stale}}}});
    QCOMPARE(page.shownGroups(), 2);
    QCOMPARE(page.view().currentGroup()->key, browseKey("b"));
}

void TestWindowTray::showsTheGatewayThatWasTold()
{
    const ChildGateway one(ChildGateway::ours());
    const ChildGateway other(ChildGateway::ours());
    const GatewayPage& page = connectTo(one, 0);
    connectTo(other, 0);
    emit m_window->tray().toldChosen({page.gateway().connection().id, {Alarm::Kind::Lost, {}}});
    QCOMPARE(m_window->currentPage(), &page);
}

void TestWindowTray::standsAGatewayThatIsGone()
{
    const ChildGateway child(ChildGateway::ours());
    const GatewayPage& page = connectTo(child, 0);
    emit m_window->tray().toldChosen(
        {u"gone"_s, {Alarm::Kind::Groups, {{browseKey("b"), GroupState::Failed}}}});
    QCOMPARE(m_window->currentPage(), &page);
}

void TestWindowTray::remembersWhoIsToldOf()
{
    const ChildGateway child(ChildGateway::ours());
    const Gateway& gateway = connectTo(child, 0).gateway();
    QVERIFY(action(u"Notify"_s).isChecked());
    const QSignalSpy changed(&gateway, &Gateway::statusChanged);
    action(u"Notify"_s).trigger();
    QVERIFY(gateway.connection().notices == Connection::Notices::Off);
    QVERIFY(ConnectionStore(*m_settings).load().front().notices == Connection::Notices::Off);
    QCOMPARE(changed.size(), 0); // it is not asked anew for that
    action(u"Notify"_s).trigger();
    QVERIFY(ConnectionStore(*m_settings).load().front().notices == Connection::Notices::On);
}

void TestWindowTray::quits()
{
    QTimer::singleShot(0, m_window.get(), [this] {
        m_window->hide(); // as closing does where the program goes on in the tray
        emit m_window->tray().quitRequested();
    });
    QCOMPARE(QCoreApplication::exec(), 0);
    QVERIFY(m_settings->contains(u"window"_s)); // saved
}

QTEST_MAIN(TestWindowTray)
#include "tst_window_tray.moc"

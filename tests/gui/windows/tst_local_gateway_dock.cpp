// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/log_view.h"
#include "gui/text/translation.h"
#include "gui/windows/local_gateway_dock.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

class TestLocalGatewayDock : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void showsThatItRuns();
    void comesUpOnlyTheFirstTime();
    void copiesTheExamplePush();
    void saysWhyItDoesNotRun_data();
    void saysWhyItDoesNotRun();
    void stopsAndStarts();
};

namespace {

/// A dock in a window, its settings in a folder that goes away.
struct Desk {
    explicit Desk(const QString& program = ChildGateway::ours())
        : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
        , local(program)
        , dock(*new LocalGatewayDock(local, settings, &window))
    {
        window.addDockWidget(Qt::BottomDockWidgetArea, &dock);
        window.show();
    }

    QPushButton& button(const QString& text) const
    {
        const auto buttons = dock.findChildren<QPushButton*>();
        return **std::find_if(buttons.begin(), buttons.end(),
            [&](const QPushButton* candidate) { return candidate->text() == text; });
    }

    tests::NoWarnings noWarnings;
    QTemporaryDir folder;
    QSettings settings;
    LocalGateway local;
    QMainWindow window;
    LocalGatewayDock& dock;
};

} // namespace

void TestLocalGatewayDock::showsThatItRuns()
{
    const Desk desk;
    QCOMPARE(desk.dock.stateText(), u"It does not run."_s);
    desk.dock.start();
    QCOMPARE(desk.dock.stateText(), u"It is starting."_s);
    QTRY_COMPARE(desk.dock.stateText(),
        u"It runs at %1 and keeps groups in memory."_s.arg(desk.local.url().toString()));
    QTRY_VERIFY(desk.dock.findChild<LogView*>()->shownText().contains("Listening on"_L1));
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestLocalGatewayDock::comesUpOnlyTheFirstTime()
{
    Desk desk;
    const QSignalSpy started(&desk.local, &LocalGateway::started);
    const QSignalSpy stopped(&desk.local, &LocalGateway::stopped);
    QVERIFY(!desk.dock.isVisible());
    desk.dock.start();
    QTRY_COMPARE(started.size(), 1);
    QVERIFY(desk.dock.isVisible());
    desk.dock.close();
    desk.local.stop();
    QTRY_COMPARE(stopped.size(), 1);
    desk.dock.start();
    QTRY_COMPARE(started.size(), 2);
    QVERIFY(!desk.dock.isVisible());
}

void TestLocalGatewayDock::copiesTheExamplePush()
{
    const Desk desk;
    QPushButton& copy = desk.button(u"Copy the example push"_s);
    QVERIFY(!copy.isEnabled());
    desk.dock.start();
    QTRY_VERIFY(copy.isEnabled());
    copy.click();
    QVERIFY(
        QApplication::clipboard()->text().contains(desk.local.url().toString() + "/metrics/"_L1));
}

void TestLocalGatewayDock::saysWhyItDoesNotRun_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("port") << u"port"_s;
    QTest::newRow("program") << u"program"_s;
    QTest::newRow("file") << u"file"_s;
}

void TestLocalGatewayDock::saysWhyItDoesNotRun()
{
    QFETCH(const QString, reason);
    Desk desk(reason == "program"_L1 ? u"/nowhere/pushgated"_s : ChildGateway::ours());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString file = desk.folder.filePath(u"groups.db"_s);
    const ChildGateway holder(ChildGateway::ours(), 0, {"--persistence.file="_L1 + file});
    LocalOptions options;
    if (reason == "port"_L1)
        options.port = other.serverPort();
    if (reason == "file"_L1)
        options.file = file;
    writeLocalOptions(desk.settings, options);
    const QSignalSpy failed(&desk.local, &LocalGateway::failed);
    desk.dock.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(desk.dock.isVisible()); // with the log
    const QString expected = reason == "port"_L1
        ? u"another program has port %1"_s.arg(other.serverPort())
        : reason == "file"_L1 ? file + " is in use by process"_L1
                              : u"there is no pushgated"_s;
    QVERIFY2(desk.dock.stateText().contains(expected), qPrintable(desk.dock.stateText()));
}

void TestLocalGatewayDock::stopsAndStarts()
{
    Desk desk;
    const QSignalSpy stopRequested(&desk.dock, &LocalGatewayDock::stopRequested);
    desk.button(u"Start"_s).click();
    QTRY_COMPARE(desk.local.state(), LocalGateway::State::Running);
    desk.button(u"Stop"_s).click();
    QCOMPARE(stopRequested.size(), 1);
    desk.local.stop();
    QTRY_COMPARE(desk.dock.stateText(), u"It does not run."_s);
}

QTEST_MAIN(TestLocalGatewayDock)
#include "tst_local_gateway_dock.moc"

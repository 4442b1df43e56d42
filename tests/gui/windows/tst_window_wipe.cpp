// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/notice_bar.h"
#include "gui/text/translation.h"
#include "gui/windows/delete_dialog.h"
#include "gui/windows/main_window.h"
#include "gui/windows/wipe_dialog.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

/// Deleting much at once: all that is shown, and all there is.
class TestWindowWipe : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void wipesAndUndoes_data() { gateways(); }
    void wipesAndUndoes();
    void wipesNothingWithoutConfirmation();
    void isOffWithoutTheAdminApi_data() { gateways(); }
    void isOffWithoutTheAdminApi();
    void isOffWhileTheGatewayIsLost();
    void saysWhyItFailed();
    void deletesAllThatPassTheFilter();

private:
    static void gateways();
    GatewayPage& connectTo(const ChildGateway& child, int groups);
    QAction& action(const QString& text) const;
    static bool says(const GatewayPage& page, const QString& text);
    template <typename Dialog>
    void inDialog(const std::function<void(Dialog&)>& what)
    {
        QTimer::singleShot(0, m_window.get(), [what] {
            auto* const dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            what(*dialog);
        });
    }

    core::SystemClock m_clock;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const QStringList kAdmin{u"--web.enable-admin-api"_s};
const QString kWipe = u"Delete all groups..."_s;

void fill(const ChildGateway& child)
{
    QCOMPARE(child.put("/job/a/instance/1"_ba, "m{x=\"y\"} 1\n"_ba), 200);
    QCOMPARE(child.put("/job/a/instance/2"_ba, "m{x=\"y\"} 2\n"_ba), 200);
    QCOMPARE(child.put("/job/b"_ba, "m{x=\"y\"} 3\n"_ba), 200);
}

} // namespace

void TestWindowWipe::gateways()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("pushgated") << ChildGateway::ours();
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference();
}

void TestWindowWipe::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock, ChildGateway::ours());
    m_window->show();
}

void TestWindowWipe::cleanup()
{
    m_window.reset();
    m_noWarnings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

GatewayPage& TestWindowWipe::connectTo(const ChildGateway& child, int groups)
{
    Connection connection = *gui::connectionTo(child.url().toString());
    connection.name = u"prod"_s;
    m_window->connectTo(connection);
    GatewayPage& page = *m_window->currentPage();
    [&] { QTRY_COMPARE(page.gateway().groups().rowCount(), groups); }();
    return page;
}

QAction& TestWindowWipe::action(const QString& text) const
{
    const auto actions = m_window->findChildren<QAction*>();
    return **std::find_if(actions.begin(), actions.end(),
        [&](const QAction* candidate) { return candidate->text().remove(u'&') == text; });
}

bool TestWindowWipe::says(const GatewayPage& page, const QString& text)
{
    const auto bars = page.findChildren<NoticeBar*>();
    return std::any_of(bars.begin(), bars.end(),
        [&](const NoticeBar* bar) { return bar->text().startsWith(text); });
}

void TestWindowWipe::wipesAndUndoes()
{
    QFETCH(const QString, program);
    const ChildGateway child(program, 0, kAdmin);
    fill(child);
    GatewayPage& page = connectTo(child, 3);
    QVERIFY(action(kWipe).isEnabled());
    inDialog<WipeDialog>([](WipeDialog& dialog) {
        dialog.findChild<QLineEdit*>()->setText(u"prod"_s);
        const auto buttons = dialog.findChildren<QPushButton*>();
        (*std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
            return button->text() == "Delete all groups"_L1;
        }))->click();
    });
    action(kWipe).trigger();
    QTRY_COMPARE(page.gateway().groups().rowCount(), 0);
    QTRY_VERIFY(says(page, u"Deleted all groups."_s));
    QVERIFY(m_window->undoStack().canUndo());
    m_window->undoStack().undo();
    QTRY_COMPARE(page.gateway().groups().rowCount(), 3);
    QTRY_VERIFY(says(page, u"Restored 3 groups;"_s));
}

void TestWindowWipe::wipesNothingWithoutConfirmation()
{
    const ChildGateway child(ChildGateway::ours(), 0, kAdmin);
    fill(child);
    GatewayPage& page = connectTo(child, 3);
    inDialog<WipeDialog>([](WipeDialog& dialog) { dialog.reject(); });
    action(kWipe).trigger();
    page.gateway().refresh();
    QCOMPARE(page.gateway().groups().rowCount(), 3);
    QVERIFY(!m_window->undoStack().canUndo());
}

void TestWindowWipe::isOffWithoutTheAdminApi()
{
    QFETCH(const QString, program);
    const ChildGateway child(program);
    fill(child);
    connectTo(child, 3);
    QVERIFY(!action(kWipe).isEnabled());
}

void TestWindowWipe::isOffWhileTheGatewayIsLost()
{
    auto child = std::make_unique<ChildGateway>(ChildGateway::ours(), quint16(0), kAdmin);
    fill(*child);
    GatewayPage& page = connectTo(*child, 3);
    QVERIFY(action(kWipe).isEnabled());
    QVERIFY(action(u"Delete all shown..."_s).isEnabled());
    child.reset();
    page.gateway().refresh();
    QTRY_COMPARE(page.gateway().status().link, GatewayStatus::Link::Lost);
    QVERIFY(!action(kWipe).isEnabled());
    QVERIFY(!action(u"Delete all shown..."_s).isEnabled());
}

void TestWindowWipe::saysWhyItFailed()
{
    auto child = std::make_unique<ChildGateway>(ChildGateway::ours(), quint16(0), kAdmin);
    fill(*child);
    GatewayPage& page = connectTo(*child, 3);
    // It goes between the question and the answer.
    child.reset();
    page.gateway().wipe({});
    QTRY_VERIFY(says(page, u"Could not delete all groups: nobody answers"_s));
    page.gateway().wipe({page.gateway().groups().group(0)->key});
    QTRY_VERIFY(
        says(page, u"Nothing was deleted, as {job=\"a\",instance=\"1\"} could not be kept"_s));
    QVERIFY(!m_window->undoStack().canUndo());
}

void TestWindowWipe::deletesAllThatPassTheFilter()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    GatewayPage& page = connectTo(child, 3);
    page.filterBar().findChild<QLineEdit*>()->setText(u"{job=\"a\"}"_s);
    QTRY_COMPARE(page.shownGroups(), 2);
    inDialog<DeleteDialog>([](DeleteDialog& dialog) { dialog.accept(); });
    action(u"Delete all shown..."_s).trigger();
    QTRY_COMPARE(page.gateway().groups().rowCount(), 1);
    QTRY_VERIFY(says(page, u"Deleted 2 groups."_s));
    m_window->undoStack().undo();
    QTRY_COMPARE(page.gateway().groups().rowCount(), 3);
}

QTEST_MAIN(TestWindowWipe)
#include "tst_window_wipe.moc"

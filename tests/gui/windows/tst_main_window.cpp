// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/state_chart.h"
#include "gui/panels/details_panel.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/panels/message_page.h"
#include "gui/panels/notice_bar.h"
#include "gui/text/translation.h"
#include "gui/windows/delete_dialog.h"
#include "gui/windows/main_window.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

/// What a person does, in the order they do it, against real gateways.
class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void invitesToStart();
    void startsALocalGateway();
    void showsGroups_data() { gateways(); }
    void showsGroups();
    void showsWhatAGroupHolds();
    void filters();
    void deletesAndUndoes_data() { gateways(); }
    void deletesAndUndoes();
    void deletesNothingWithoutConfirmation();
    void keepsTheListWhileTheGatewayIsGone();
    void keepsSelectionThroughUpdates();
    void remembersGateways();
    void remembersTheLayoutOfEachGateway();
    void showsTheOverview();

private:
    static void gateways();
    void openWindow();
    GatewayPage& connectTo(const ChildGateway& child, int groups);
    void answerDeletion(QDialog::DialogCode answer);
    void trigger(const QString& text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    core::SystemClock m_clock;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

void fill(const ChildGateway& child)
{
    QCOMPARE(
        child.put("/job/nightly_load/instance/db-1/shard/3"_ba,
            "# HELP rows_loaded_total Rows written.\n# TYPE rows_loaded_total counter\n"
            "rows_loaded_total{table=\"users\"} 1203994\nrows_loaded_total{table=\"orders\"} 7\n"_ba),
        200);
    QCOMPARE(
        child.put("/job/batch_report"_ba, "# TYPE report_seconds gauge\nreport_seconds 12\n"_ba),
        200);
    QCOMPARE(child.put("/job/backup/instance/db-2"_ba, "backup_bytes 5e+09\n"_ba), 200);
    // A contradiction: the group is marked as failed.
    QCOMPARE(
        child.put("/job/broken"_ba, "# TYPE report_seconds counter\nreport_seconds 1\n"_ba), 400);
}

constexpr int kGroups = 4; // of `fill`

} // namespace

void TestMainWindow::gateways()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("pushgated") << ChildGateway::ours();
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference();
}

void TestMainWindow::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_folder = std::make_unique<QTemporaryDir>();
    openWindow();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_settings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

void TestMainWindow::openWindow()
{
    m_window.reset();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock, ChildGateway::ours());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

GatewayPage& TestMainWindow::connectTo(const ChildGateway& child, int groups)
{
    m_window->connectTo(*gui::connectionTo(child.url().toString()));
    GatewayPage& page = *m_window->currentPage();
    [&] { QTRY_COMPARE(page.gateway().groups().rowCount(), groups); }();
    return page;
}

void TestMainWindow::answerDeletion(QDialog::DialogCode answer)
{
    QTimer::singleShot(0, m_window.get(), [answer] {
        auto* const dialog = qobject_cast<DeleteDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        dialog->done(answer);
    });
}

void TestMainWindow::trigger(const QString& text)
{
    const auto actions = m_window->findChildren<QAction*>();
    for (QAction* const action : actions) {
        if (action->text().remove(u'&') == text) {
            QVERIFY2(action->isEnabled(), qPrintable(text));
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(text));
}

void TestMainWindow::invitesToStart()
{
    QVERIFY(m_window->currentPage() == nullptr);
    const auto* const start = m_window->findChild<MessagePage*>();
    QVERIFY(start->isVisible());
    QCOMPARE(start->title(), u"No gateway yet."_s);
}

void TestMainWindow::startsALocalGateway()
{
    m_window->startLocalGateway();
    QTRY_VERIFY(m_window->currentPage() != nullptr);
    const GatewayPage& page = *m_window->currentPage();
    QTRY_COMPARE(page.gateway().status().link, GatewayStatus::Link::Live);
    const auto* const message = page.findChild<MessagePage*>();
    QTRY_COMPARE(message->title(), u"Nothing has been pushed yet."_s);
    QVERIFY(message->command().contains(page.gateway().connection().url.toString()));
    trigger(u"Local gateway"_s);
    QVERIFY(m_window->currentPage() == nullptr);
    QCOMPARE(m_window->gateways().rowCount(), 0);
}

void TestMainWindow::showsGroups()
{
    QFETCH(const QString, program);
    const ChildGateway child(program);
    fill(child);
    const GatewayPage& page = connectTo(child, kGroups);
    QCOMPARE(page.shownGroups(), kGroups);
    // The one that needs somebody comes first.
    const QAbstractItemModel& rows = *page.view().model();
    QCOMPARE(rows.index(0, int(core::GroupColumn::State)).data().toString(), u"Failed"_s);
    QCOMPARE(rows.index(0, int(core::GroupColumn::Job)).data().toString(), u"broken"_s);
    QCOMPARE(rows.index(0, int(core::GroupColumn::LastPush)).data().toString(), u"never"_s);
    QCOMPARE(rows.index(1, int(core::GroupColumn::State)).data().toString(), u"Fresh"_s);
}

void TestMainWindow::showsWhatAGroupHolds()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    const GatewayPage& page = connectTo(child, kGroups);
    page.view().select(*core::GroupingKey::from(
        *core::Labels::from({{"job", "nightly_load"}, {"instance", "db-1"}, {"shard", "3"}})));
    const auto* const details = page.findChild<DetailsPanel*>();
    QTRY_VERIFY(details->details() != nullptr);
    QCOMPARE(details->details()->key, page.view().currentGroup()->key);
    const auto* const tree = details->findChild<QTreeView*>();
    QCOMPARE(tree->model()->rowCount(), 3);
    const QModelIndex rowsLoaded = tree->model()->index(2, 0);
    QCOMPARE(rowsLoaded.data().toString(), u"rows_loaded_total"_s);
    QCOMPARE(tree->model()->rowCount(rowsLoaded), 2);
}

void TestMainWindow::filters()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    const GatewayPage& page = connectTo(child, kGroups);
    QTest::keyClick(m_window.get(), Qt::Key_Slash);
    auto* const line = page.filterBar().findChild<QLineEdit*>();
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClicks(line, u"db-"_s);
    QCOMPARE(page.shownGroups(), 2);
    QTest::keyClicks(line, u" nothing"_s);
    QCOMPARE(page.shownGroups(), 0);
    QCOMPARE(page.findChild<MessagePage*>()->title(), u"No group passes the filter."_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QTest::keyClicks(line, u"{job=~\"back.*\"}"_s);
    QCOMPARE(page.shownGroups(), 1);
    QTest::keyClick(line, Qt::Key_Backspace); // a fault keeps what was filtered
    QCOMPARE(page.shownGroups(), 1);
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(page.shownGroups(), kGroups);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(page.shownGroups(), 1);
}

void TestMainWindow::deletesAndUndoes()
{
    QFETCH(const QString, program);
    const ChildGateway child(program);
    fill(child);
    GatewayPage& page = connectTo(child, kGroups);
    page.view().selectAll();
    answerDeletion(QDialog::Accepted);
    trigger(u"Delete..."_s);
    QTRY_COMPARE(page.gateway().groups().rowCount(), 0);
    QTRY_VERIFY(m_window->undoStack().canUndo());
    const auto notices = page.findChildren<NoticeBar*>();
    QVERIFY(std::any_of(notices.begin(), notices.end(),
        [](const NoticeBar* bar) { return bar->text().startsWith("Deleted 4 groups."_L1); }));

    trigger(m_window->undoStack().undoText().prepend(u"Undo "_s));
    QTRY_COMPARE(page.gateway().groups().rowCount(), kGroups);
    QTRY_VERIFY(std::any_of(notices.begin(), notices.end(),
        [](const NoticeBar* bar) { return bar->text().startsWith("Restored 4 groups;"_L1); }));
}

void TestMainWindow::deletesNothingWithoutConfirmation()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    GatewayPage& page = connectTo(child, kGroups);
    page.view().selectAll();
    answerDeletion(QDialog::Rejected);
    trigger(u"Delete..."_s);
    QCOMPARE(page.gateway().groups().rowCount(), kGroups);
    QVERIFY(!m_window->undoStack().canUndo());
}

void TestMainWindow::keepsTheListWhileTheGatewayIsGone()
{
    auto child = std::make_unique<ChildGateway>(ChildGateway::ours());
    fill(*child);
    GatewayPage& page = connectTo(*child, kGroups);
    page.view().selectAll();
    QVERIFY(page.canDelete());
    const auto port = quint16(child->url().port());
    child.reset();
    page.gateway().refresh();
    QTRY_COMPARE(page.gateway().status().link, GatewayStatus::Link::Lost);
    QCOMPARE(page.shownGroups(), kGroups);
    QVERIFY(!page.canDelete());

    child = std::make_unique<ChildGateway>(ChildGateway::ours(), port);
    page.gateway().refresh();
    QTRY_COMPARE(page.gateway().status().link, GatewayStatus::Link::Live);
    QTRY_COMPARE(page.shownGroups(), 0);
}

void TestMainWindow::keepsSelectionThroughUpdates()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    GatewayPage& page = connectTo(child, kGroups);
    page.view().setCurrentIndex(page.view().model()->index(2, 0));
    const core::GroupingKey key = page.view().currentGroup()->key;
    for (int number = 0; number < 5; ++number)
        QCOMPARE(child.put("/job/a" + QByteArray::number(number), ""_ba), 200);
    page.gateway().refresh();
    QTRY_COMPARE(page.gateway().groups().rowCount(), kGroups + 5);
    QCOMPARE(page.view().currentGroup()->key, key);
    QCOMPARE(page.view().currentIndex().row(), 2); // nothing moved
    page.arrange();
    QCOMPARE(page.view().selectedKeys(), std::vector{key});
}

void TestMainWindow::remembersGateways()
{
    const ChildGateway child(ChildGateway::ours());
    connectTo(child, 0);
    m_window->close();
    openWindow();
    QCOMPARE(m_window->gateways().rowCount(), 1);
    QVERIFY(m_window->currentPage() != nullptr);
    trigger(u"Remove from the list"_s);
    openWindow();
    QCOMPARE(m_window->gateways().rowCount(), 0);
}

void TestMainWindow::remembersTheLayoutOfEachGateway()
{
    const ChildGateway one(ChildGateway::ours());
    const ChildGateway other(ChildGateway::ours());
    fill(one);
    fill(other);
    const int job = int(core::GroupColumn::Job);
    const int series = int(core::GroupColumn::Series);
    GroupView& view = connectTo(one, kGroups).view();
    view.setGroupedBy("job"_ba);
    view.expand(view.model()->index(1, 0));
    view.setColumnWidth(job, 234);
    view.header()->moveSection(view.header()->visualIndex(series), 0);
    view.sortByColumn(job, Qt::DescendingOrder);
    GroupView& flat = connectTo(other, kGroups).view();
    flat.setGroupedBy({}); // it began as the one before
    flat.setColumnWidth(job, 123);
    m_window->close();

    openWindow();
    GroupView& again = connectTo(one, kGroups).view();
    QCOMPARE(again.groupedBy(), "job"_ba);
    QCOMPARE(again.columnWidth(job), 234);
    QCOMPARE(again.header()->visualIndex(series), 0);
    QCOMPARE(again.header()->sortIndicatorSection(), job);
    QCOMPARE(again.model()->index(0, job).data().toString(), u"nightly_load (1)"_s);
    const auto isOpen = [&](int row) { return again.isExpanded(again.model()->index(row, 0)); };
    QCOMPARE(isOpen(0) + isOpen(1) + isOpen(2) + isOpen(3), 1);
    const GroupView& flatAgain = connectTo(other, kGroups).view();
    QVERIFY(flatAgain.groupedBy().isEmpty());
    QCOMPARE(flatAgain.columnWidth(job), 123);
}

void TestMainWindow::showsTheOverview()
{
    const ChildGateway child(ChildGateway::ours());
    fill(child);
    const GatewayPage& page = connectTo(child, kGroups);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(page.mode(), GatewayPage::Mode::Overview);
    auto* const states = page.findChild<StateChart*>();
    QVERIFY(states->isVisible());
    states->setFocus();
    QTest::keyClick(states, Qt::Key_Home);
    QTest::keyClick(states, Qt::Key_Return); // the most urgent state
    QCOMPARE(page.mode(), GatewayPage::Mode::Groups);
    QCOMPARE(page.filterBar().filter().state, core::GroupState::Failed);
    QCOMPARE(page.shownGroups(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    m_window->close();
    openWindow();
    QCOMPARE(m_window->currentPage()->mode(), GatewayPage::Mode::Overview);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"
#include "gui/panels/details_panel.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/panels/overview_panel.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

/// The two ways to look at a gateway, and how one leads to the other.
class TestGatewayPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void showsOneOrTheOther();
    void filtersByWhatWasChosen_data();
    void filtersByWhatWasChosen();
    void keepsWordsWhereTheyCount();
    void deletesNothingThatIsNotSeen();
    void remembersWhatWasShown();

private:
    OverviewPanel& overview() const { return *m_page->findChild<OverviewPanel*>(); }
    QString line() const { return m_page->filterBar().findChild<QLineEdit*>()->text(); }

    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<ChildGateway> m_child;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<GatewayPage> m_page;
};

void TestGatewayPage::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_child = std::make_unique<ChildGateway>(ChildGateway::ours());
    QCOMPARE(m_child->put("/job/nightly%20%22load%22/instance/db-1"_ba, "m 1\n"_ba), 200);
    QCOMPARE(m_child->put("/job/backup"_ba, "m 1\n"_ba), 200);
    m_gateway = std::make_unique<Gateway>(*connectionTo(m_child->url().toString()),
        Gateway::Place::Remote, m_network, m_words, m_clock);
    m_page = std::make_unique<GatewayPage>(*m_gateway, m_clock);
    m_page->resize(900, 600);
    m_page->show();
    QTRY_COMPARE(m_gateway->groups().rowCount(), 2);
}

void TestGatewayPage::cleanup()
{
    m_page.reset();
    m_gateway.reset();
    m_child.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

void TestGatewayPage::showsOneOrTheOther()
{
    const auto& details = *m_page->findChild<DetailsPanel*>();
    QVERIFY(m_page->view().isVisible() && details.isVisible() && !overview().isVisible());
    m_page->setMode(GatewayPage::Mode::Overview);
    QVERIFY(!m_page->view().isVisible() && !details.isVisible() && overview().isVisible());
    QTRY_COMPARE(m_gateway->activity().source, GatewayActivity::Source::Gateway);
    m_page->setMode(GatewayPage::Mode::Groups);
    QVERIFY(m_page->view().isVisible() && details.isVisible() && !overview().isVisible());
}

void TestGatewayPage::filtersByWhatWasChosen_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("shown");
    QTest::newRow("state") << u"state"_s << QString() << 2;
    QTest::newRow("ages") << u"ages"_s << u"age>1h age<3h"_s << 0;
    QTest::newRow("job") << u"job"_s << u"{job=\"nightly \\\"load\\\"\"}"_s << 1;
}

void TestGatewayPage::filtersByWhatWasChosen()
{
    QFETCH(const QString, choice);
    m_page->setMode(GatewayPage::Mode::Overview);
    m_page->filterBar().setFilter({{}, {}, {u"age>5d"_s}}, core::GroupState::Failed);
    if (choice == "state"_L1)
        emit overview().stateChosen(core::GroupState::Fresh);
    else if (choice == "ages"_L1)
        emit overview().agesChosen({std::chrono::hours(1), std::chrono::hours(3)});
    else
        emit overview().jobChosen("nightly \"load\"");
    QCOMPARE(m_page->mode(), GatewayPage::Mode::Groups);
    QTEST(line(), "line");
    QTEST(m_page->shownGroups(), "shown");
    QCOMPARE(m_page->filterBar().filter().state,
        choice == "state"_L1 ? std::optional(core::GroupState::Fresh) : std::nullopt);
    m_page->filterBar().clear();
    QCOMPARE(m_page->shownGroups(), 2);
}

void TestGatewayPage::keepsWordsWhereTheyCount()
{
    m_page->filterBar().setFilter({u"{job=~\".+\"}"_s, {u"db-1"_s}, {}}, std::nullopt);
    emit overview().stateChosen(core::GroupState::Fresh);
    QCOMPARE(line(), u"{job=~\".+\"} db-1"_s);
    emit overview().agesChosen({{}, std::chrono::hours(1)});
    QCOMPARE(line(), u"{job=~\".+\"} db-1 age<1h"_s);
    QCOMPARE(m_page->shownGroups(), 1);
    emit overview().jobChosen("backup");
    QCOMPARE(line(), u"{job=\"backup\"} db-1"_s);
}

void TestGatewayPage::deletesNothingThatIsNotSeen()
{
    m_page->view().selectAll();
    QTRY_VERIFY(m_page->canDelete());
    m_page->setMode(GatewayPage::Mode::Overview);
    QVERIFY(!m_page->canDelete());
    m_page->setMode(GatewayPage::Mode::Groups);
    QVERIFY(m_page->canDelete());
}

void TestGatewayPage::remembersWhatWasShown()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"layout.ini"_s), QSettings::IniFormat);
    m_page->setMode(GatewayPage::Mode::Overview);
    m_page->view().setGroupedBy("job");
    m_page->saveLayout(settings);
    GatewayPage other(*m_gateway, m_clock);
    other.restoreLayout(settings);
    QCOMPARE(other.mode(), GatewayPage::Mode::Overview);
    QCOMPARE(other.view().groupedBy(), "job"_ba);
}

QTEST_MAIN(TestGatewayPage)
#include "tst_gateway_page.moc"

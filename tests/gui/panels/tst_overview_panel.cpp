// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/activity_chart.h"
#include "gui/charts/age_chart.h"
#include "gui/charts/job_chart.h"
#include "gui/charts/state_chart.h"
#include "gui/client/gateway.h"
#include "gui/client/network_thread.h"
#include "gui/panels/overview_panel.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;

class TestOverviewPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void countsOnlyWhileItIsSeen();
    void showsTheGroupsOfTheFilter();
    void tellsWhatWasChosen();
    void saysWhoCounted();

private:
    bool hasCaption(const QString& text) const;

    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<CannedGateway> m_server;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<core::GroupFilterModel> m_groups;
    std::unique_ptr<OverviewPanel> m_panel;
};

namespace {

QByteArray listing()
{
    const qint64 now = qint64(core::unixSeconds(core::SystemClock().now()));
    const auto group = [&](const QByteArray& job, qint64 age, const QByteArray& successful) {
        return R"({"labels":{"job":")" + job + R"("},"push_time":)" + QByteArray::number(now - age)
            + R"(,"push_failure_time":0,"last_push_successful":)" + successful
            + R"(,"families":1,"series":5})";
    };
    return R"({"revision":1,"epoch":"e","reset":true,"now":)" + QByteArray::number(now)
        + R"(,"groups":[)" + group("a", 100, "true") + ',' + group("b", 4000, "false") + "]}";
}

template <typename Chart>
const Chart& chartIn(const OverviewPanel& panel)
{
    return *panel.findChild<Chart*>();
}

} // namespace

void TestOverviewPanel::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_server = std::make_unique<CannedGateway>();
    m_server->answer("/api/v1/groups"_ba, listing());
    m_server->hold("/api/v1/groups?since=1&wait=30s"_ba);
    m_gateway = std::make_unique<Gateway>(*connectionTo(m_server->url().toString()),
        Gateway::Place::Remote, m_network, m_words, m_clock);
    m_groups = std::make_unique<core::GroupFilterModel>(m_gateway->groups());
    m_panel = std::make_unique<OverviewPanel>(*m_gateway, *m_groups);
    QTRY_COMPARE(m_gateway->groups().rowCount(), 2);
}

void TestOverviewPanel::cleanup()
{
    m_panel.reset();
    m_groups.reset();
    m_gateway.reset();
    m_server.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

bool TestOverviewPanel::hasCaption(const QString& text) const
{
    const auto labels = m_panel->findChildren<QLabel*>();
    return std::any_of(
        labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
}

void TestOverviewPanel::countsOnlyWhileItIsSeen()
{
    m_panel->refresh();
    QVERIFY(chartIn<StateChart>(*m_panel).choices().empty());
    m_panel->show();
    QCOMPARE(chartIn<StateChart>(*m_panel).choices().size(), size_t(2));
    QTRY_COMPARE(m_server->requests().count("/api/v1/activity"_ba), 1);
    m_panel->hide();
    m_groups->setFilter(*core::GroupFilter::ofLine(u"a"_s));
    m_panel->refresh();
    QCOMPARE(chartIn<StateChart>(*m_panel).choices().size(), size_t(2));
    m_panel->show();
    QCOMPARE(chartIn<StateChart>(*m_panel).choices().size(), size_t(1));
}

void TestOverviewPanel::showsTheGroupsOfTheFilter()
{
    m_panel->show();
    QCOMPARE(chartIn<JobChart>(*m_panel).choices().size(), size_t(2));
    m_groups->setFilter(*core::GroupFilter::ofLine(u"b age<1s"_s)); // all ages of b
    m_panel->refresh();
    QCOMPARE(chartIn<JobChart>(*m_panel).job(0), (core::JobSize{"b", 5, 1}));
    QCOMPARE(chartIn<AgeChart>(*m_panel).choices().size(), size_t(1));
}

void TestOverviewPanel::tellsWhatWasChosen()
{
    m_panel->show();
    const QSignalSpy states(m_panel.get(), &OverviewPanel::stateChosen);
    const QSignalSpy ages(m_panel.get(), &OverviewPanel::agesChosen);
    const QSignalSpy jobs(m_panel.get(), &OverviewPanel::jobChosen);
    const auto choose = [](const ChoiceChart& chart, size_t at) {
        emit const_cast<ChoiceChart&>(chart).chosen(chart.choices()[at].id);
    };
    choose(chartIn<StateChart>(*m_panel), 1);
    QCOMPARE(states.last().first().value<core::GroupState>(), core::GroupState::Fresh);
    choose(chartIn<AgeChart>(*m_panel), 1);
    const core::AgeBounds hours{std::chrono::hours(1), std::chrono::hours(3)};
    QCOMPARE(ages.last().first().value<core::AgeBounds>(), hours);
    choose(chartIn<JobChart>(*m_panel), 0);
    QCOMPARE(jobs.last().first().toByteArray(), "a"_ba);
    choose(chartIn<ActivityChart>(*m_panel), ActivityChart::Pushes);
    const core::AgeBounds lastHour{{}, std::chrono::hours(1)};
    QCOMPARE(ages.last().first().value<core::AgeBounds>(), lastHour);
    choose(chartIn<ActivityChart>(*m_panel), ActivityChart::Failures);
    QCOMPARE(states.last().first().value<core::GroupState>(), core::GroupState::Failed);
}

void TestOverviewPanel::saysWhoCounted()
{
    m_panel->show();
    QVERIFY(hasCaption(u"Pushes and failures a minute, as seen by this program"_s));
    m_panel->hide();
    m_server->answer(
        "/api/v1/activity"_ba, R"({"now":1,"step_seconds":60,"pushes":[1,2],"failures":[0,3]})"_ba);
    m_panel->show();
    QTRY_VERIFY(hasCaption(u"Pushes and failures a minute"_s));
    QCOMPARE(chartIn<ActivityChart>(*m_panel).span(), std::chrono::seconds(120));
}

QTEST_MAIN(TestOverviewPanel)
#include "tst_overview_panel.moc"

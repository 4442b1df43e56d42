// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway.h"
#include "gui/client/network_thread.h"
#include "gui/panels/stale_after_box.h"
#include "gui/panels/threshold_bar.h"
#include "gui/text/group_cells.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;
using Age = std::optional<std::chrono::seconds>;

class TestThresholdBar : public QObject {
    Q_OBJECT

private slots:
    void holdsAtOnce();
    void isNotSeenWhereThereAreRules();

private:
    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
};

namespace {

const QByteArray kPushed = R"([{"labels":{"job":"a"},"last_push_successful":true,
    "push_time_seconds":{"type":"GAUGE","metrics":[{"labels":{},"value":"1.7e+09"}]}}])"_ba;

} // namespace

void TestThresholdBar::holdsAtOnce()
{
    const tests::NoWarnings noWarnings;
    CannedGateway server; // has no groups API: one of the Go ones
    server.answer("/api/v1/metrics"_ba, kPushed);
    Gateway gateway(*connectionTo(server.url().toString()), Gateway::Place::Remote, m_network,
        m_words, m_clock);
    ThresholdBar bar(gateway);
    QVERIFY(bar.isHidden());
    QTRY_COMPARE(gateway.groups().rowCount(), 1);
    QTRY_VERIFY(!bar.isHidden());
    QCOMPARE(gateway.groups().state(0), core::GroupState::Fresh);

    const QSignalSpy edited(&gateway, &Gateway::connectionEdited);
    const QSignalSpy updated(&gateway, &Gateway::groupsUpdated);
    auto& box = *bar.findChild<StaleAfterBox*>();
    emit box.ageChosen(std::chrono::hours(1));
    QCOMPARE(gateway.groups().state(0), core::GroupState::Stale);
    QCOMPARE(gateway.connection().staleAfter, Age(std::chrono::hours(1)));
    QCOMPARE(edited.size(), 1);
    // Nor does it go with what the gateway says next.
    QTRY_VERIFY(updated.size() > 1);
    QCOMPARE(gateway.groups().state(0), core::GroupState::Stale);
    emit box.ageChosen(std::nullopt);
    QCOMPARE(gateway.groups().state(0), core::GroupState::Fresh);
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestThresholdBar::isNotSeenWhereThereAreRules()
{
    CannedGateway server;
    server.answer("/api/v1/groups"_ba,
        R"({"revision":1,"epoch":"e","reset":true,"now":1,"groups":[{"labels":{"job":"a"}}]})"_ba);
    server.hold("/api/v1/groups?since=1&wait=30s"_ba);
    Gateway gateway(*connectionTo(server.url().toString()), Gateway::Place::Remote, m_network,
        m_words, m_clock);
    const ThresholdBar bar(gateway);
    QTRY_COMPARE(gateway.groups().rowCount(), 1);
    QVERIFY(bar.isHidden());
    gateway.setStaleAfter(std::chrono::seconds(1)); // its own rules count
    QCOMPARE(gateway.groups().group(0)->staleAfter, std::nullopt);
}

QTEST_MAIN(TestThresholdBar)
#include "tst_threshold_bar.moc"

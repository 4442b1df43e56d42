// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/push_activity.h"

#include <QtTest>

#include <numeric>
#include <thread>
#include <vector>

using namespace pushgate::daemon;
using namespace std::chrono_literals;

class TestPushActivity : public QObject {
    Q_OBJECT

    using Outcome = PushActivity::Outcome;
    static quint64 sum(const std::array<quint64, PushActivity::kSteps>& steps)
    {
        return std::accumulate(steps.begin(), steps.end(), quint64{0});
    }
    // In the first second of a step, so that adding seconds stays in it.
    const PushActivity::Instant m_now{1000h};

private slots:
    void nothingAtFirst();
    void countsByOutcomeAndMinute();
    void theLastStepIsUnderWay();
    void forgetsAfterAnHour();
    void leavesOutHoursWithoutPushes();
    void countsFromManyThreads();
};

void TestPushActivity::nothingAtFirst()
{
    const auto history = PushActivity().history(m_now);
    QCOMPARE(sum(history.pushes), quint64{0});
    QCOMPARE(sum(history.failures), quint64{0});
}

void TestPushActivity::countsByOutcomeAndMinute()
{
    PushActivity activity;
    activity.note(Outcome::Accepted, m_now - 2min);
    activity.note(Outcome::Accepted, m_now - 2min + 59s);
    activity.note(Outcome::Refused, m_now - 1min);
    activity.note(Outcome::Accepted, m_now);
    const auto history = activity.history(m_now + 30s);
    QCOMPARE(history.pushes[57], quint64{2});
    QCOMPARE(history.pushes[58], quint64{0});
    QCOMPARE(history.pushes[59], quint64{1});
    QCOMPARE(history.failures[58], quint64{1});
    QCOMPARE(sum(history.pushes), quint64{3});
    QCOMPARE(sum(history.failures), quint64{1});
}

void TestPushActivity::theLastStepIsUnderWay()
{
    PushActivity activity;
    activity.note(Outcome::Accepted, m_now + 59s);
    QCOMPARE(activity.history(m_now + 59s).pushes[59], quint64{1});
    QCOMPARE(activity.history(m_now + 60s).pushes[59], quint64{0});
    QCOMPARE(activity.history(m_now + 60s).pushes[58], quint64{1});
}

void TestPushActivity::forgetsAfterAnHour()
{
    PushActivity activity;
    activity.note(Outcome::Accepted, m_now);
    QCOMPARE(activity.history(m_now + 59min).pushes[0], quint64{1});
    QCOMPARE(sum(activity.history(m_now + 60min).pushes), quint64{0});
    activity.note(Outcome::Accepted, m_now + 60min); // stands where the first one stood
    QCOMPARE(sum(activity.history(m_now + 60min).pushes), quint64{1});
    activity.note(Outcome::Accepted, m_now); // told too late
    QCOMPARE(sum(activity.history(m_now + 60min).pushes), quint64{1});
}

void TestPushActivity::leavesOutHoursWithoutPushes()
{
    PushActivity activity;
    for (int minute = 0; minute < 60; ++minute)
        activity.note(Outcome::Refused, m_now + minute * 1min);
    QCOMPARE(sum(activity.history(m_now + 59min).failures), quint64{60});
    QCOMPARE(sum(activity.history(m_now + 89min).failures), quint64{30});
    QCOMPARE(sum(activity.history(m_now + 500h).failures), quint64{0});
}

void TestPushActivity::countsFromManyThreads()
{
    PushActivity activity;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int push = 0; push < 10'000; ++push) {
                activity.note(Outcome::Accepted, m_now);
                if (push % 100 == 0)
                    (void)activity.history(m_now);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(activity.history(m_now).pushes[59], quint64{40'000});
}

QTEST_GUILESS_MAIN(TestPushActivity)
#include "tst_push_activity.moc"

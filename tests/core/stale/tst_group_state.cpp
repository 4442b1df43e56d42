// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stale/group_state.h"
#include "core/store/metric_store.h"
#include "tests/support/push_text.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000;

TimePoint at(qint64 seconds)
{
    return TimePoint(std::chrono::seconds(kStart + seconds));
}

/// The pushes of a group, as seconds from the start: those that fail are negative.
GroupPtr groupAfter(const std::vector<qint64>& pushes)
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    for (const qint64 push : pushes) {
        const char* const text = push < 0 ? "m 1\nm 1\n" : "m 1\n";
        (void)pushText(store, "/job/a", text, kStart + std::abs(push));
    }
    return store.snapshot()->groups.chunks().front()->entries.front().value;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<qint64>)

class TestGroupState : public QObject {
    Q_OBJECT
private slots:
    void names();
    void tellsTheState_data();
    void tellsTheState();
    void countsTheAgeFromTheFirstFailure();
};

void TestGroupState::names()
{
    for (const GroupState state : kGroupStates)
        QCOMPARE(stateFromName(stateName(state)), state);
    QCOMPARE(stateName(GroupState::Overdue), QByteArrayView("overdue"));
    QVERIFY(!stateFromName("Fresh"));
    QVERIFY(!stateFromName(""));
}

void TestGroupState::tellsTheState_data()
{
    QTest::addColumn<std::vector<qint64>>("pushes");
    QTest::addColumn<int>("staleAfter"); // seconds; 0: no rule
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QByteArray>("state");
    using Pushes = std::vector<qint64>;
    const Pushes hourly{1, 3'600, 7'200, 10'800, 14'400};
    const auto with = [&hourly](qint64 last) {
        Pushes pushes = hourly;
        pushes.push_back(last);
        return pushes;
    };

    QTest::newRow("pushed once, long ago") << Pushes{1} << 0 << qint64{999'999} << "fresh"_ba;
    QTest::newRow("in its rhythm") << hourly << 0 << qint64{18'000} << "fresh"_ba;
    QTest::newRow("late") << hourly << 0 << qint64{25'000} << "overdue"_ba;
    QTest::newRow("a rule puts the rhythm aside")
        << hourly << 90'000 << qint64{25'000} << "fresh"_ba;
    QTest::newRow("beyond a rule") << hourly << 90'000 << qint64{104'401} << "stale"_ba;
    QTest::newRow("at the end of a rule") << hourly << 90'000 << qint64{104'400} << "fresh"_ba;
    QTest::newRow("the last push failed") << with(-14'500) << 0 << qint64{14'600} << "failed"_ba;
    QTest::newRow("failed goes before overdue")
        << with(-14'500) << 0 << qint64{99'999} << "failed"_ba;
    QTest::newRow("failed goes before stale")
        << with(-14'500) << 60 << qint64{99'999} << "failed"_ba;
    QTest::newRow("failed, then succeeded") << Pushes{-5, 10} << 0 << qint64{20} << "fresh"_ba;
    QTest::newRow("never succeeded") << Pushes{-5} << 0 << qint64{20} << "failed"_ba;
    QTest::newRow("both at once") << Pushes{5, -5} << 0 << qint64{20} << "fresh"_ba;
}

void TestGroupState::tellsTheState()
{
    QFETCH(const std::vector<qint64>, pushes);
    QFETCH(const int, staleAfter);
    QFETCH(const qint64, now);
    QFETCH(const QByteArray, state);
    StalenessLimits limits;
    if (staleAfter > 0)
        limits.staleAfter = std::chrono::seconds(staleAfter);
    QCOMPARE(stateName(stateAt(*groupAfter(pushes), limits, at(now))).toByteArray(), state);
}

void TestGroupState::countsTheAgeFromTheFirstFailure()
{
    QCOMPARE(ageBegins(*groupAfter({7})), at(7));
    QCOMPARE(ageBegins(*groupAfter({-7, -8, -900})), at(7));
    QCOMPARE(ageBegins(*groupAfter({-7, 10, -900})), at(10));
}

QTEST_APPLESS_MAIN(TestGroupState)
#include "tst_group_state.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/value_history.h"
#include "tests/core/browse/rows.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestValueHistory : public QObject {
    Q_OBJECT

private slots:
    void takesOneValueOfEachPush();
    void needsAPushTime();
    void tellsSeriesApart();
    void forgetsSeriesThatAreGone();
    void beginsAnewWithAnotherGroup();
    void keepsTheLatestOfASeries();
    void forgetsGroupsSeenLongestAgo();
    void thinsOutALargeGroup();
    void givesUpOnAGroupThatIsTooLarge();
};

namespace {

using Values = std::map<QByteArray, QByteArray>; // of label t -> number

GroupDetails details(const QByteArray& job, int pushTime, const Values& values)
{
    GroupDetails details{browseKey(job), {}};
    FamilyRow rows{"rows", "GAUGE", "", {}};
    for (const auto& [label, number] : values)
        rows.series.push_back({*Labels::from({{"t", label}}), PlainValue{number}});
    details.families.push_back(
        {"push_time_seconds", "GAUGE", "", {{{}, PlainValue{QByteArray::number(pushTime)}}}});
    details.families.push_back(rows);
    return details;
}

QByteArray historyText(const ValueHistory& history, const QByteArray& job, const QByteArray& label)
{
    QByteArray text;
    for (const ValueHistory::Point& point :
        history.of(browseKey(job), "rows", *Labels::from({{"t", label}})))
        text += QByteArray::number(qint64(unixSeconds(point.time))) + '='
            + QByteArray::number(point.value) + ' ';
    return text.trimmed();
}

} // namespace

void TestValueHistory::takesOneValueOfEachPush()
{
    ValueHistory history;
    history.observe(details("a", 100, {{"x", "1"}}));
    history.observe(details("a", 100, {{"x", "1"}})); // seen already
    history.observe(details("a", 110, {{"x", "1"}})); // pushed again, the same value
    history.observe(details("a", 120, {{"x", "2.5"}}));
    history.observe(details("a", 130, {{"x", "NaN"}}));
    QCOMPARE(historyText(history, "a", "x"), "100=1 110=1 120=2.5 130=nan"_ba);
    QVERIFY(history.of(browseKey("a"), "push_time_seconds", {}).empty());
}

void TestValueHistory::needsAPushTime()
{
    ValueHistory history;
    history.observe(details("a", 0, {{"x", "1"}})); // no push has succeeded
    GroupDetails without = details("a", 100, {{"x", "1"}});
    without.families.erase(without.families.begin());
    history.observe(without);
    QCOMPARE(historyText(history, "a", "x"), ""_ba);
}

void TestValueHistory::tellsSeriesApart()
{
    ValueHistory history;
    history.observe(details("a", 100, {{"x", "1"}, {"y", "2"}}));
    history.observe(details("b", 100, {{"x", "3"}}));
    QCOMPARE(historyText(history, "a", "x"), "100=1"_ba);
    QCOMPARE(historyText(history, "a", "y"), "100=2"_ba);
    QCOMPARE(historyText(history, "b", "x"), "100=3"_ba);
    QVERIFY(history.of(browseKey("a"), "other", {}).empty());
    QVERIFY(history.of(browseKey("c"), "rows", {}).empty());
}

void TestValueHistory::forgetsSeriesThatAreGone()
{
    ValueHistory history;
    history.observe(details("a", 100, {{"x", "1"}, {"y", "2"}}));
    history.observe(details("a", 110, {{"x", "1"}}));
    history.observe(details("a", 120, {{"x", "1"}, {"y", "3"}}));
    QCOMPARE(historyText(history, "a", "x"), "100=1 110=1 120=1"_ba);
    QCOMPARE(historyText(history, "a", "y"), "120=3"_ba);
}

void TestValueHistory::beginsAnewWithAnotherGroup()
{
    ValueHistory history;
    history.observe(details("a", 100, {{"x", "1"}}));
    history.forget(browseKey("a"));
    history.observe(details("a", 110, {{"x", "2"}}));
    QCOMPARE(historyText(history, "a", "x"), "110=2"_ba);
    history.observe(details("a", 50, {{"x", "3"}})); // restored from some other time
    QCOMPARE(historyText(history, "a", "x"), "50=3"_ba);
}

void TestValueHistory::keepsTheLatestOfASeries()
{
    ValueHistory history({3, 100});
    for (int push = 1; push <= 5; ++push)
        history.observe(details("a", push, {{"x", QByteArray::number(push)}}));
    QCOMPARE(historyText(history, "a", "x"), "3=3 4=4 5=5"_ba);
}

void TestValueHistory::forgetsGroupsSeenLongestAgo()
{
    ValueHistory history({10, 4});
    history.observe(details("a", 1, {{"x", "1"}, {"y", "1"}}));
    history.observe(details("b", 1, {{"x", "1"}}));
    history.observe(details("a", 1, {{"x", "1"}, {"y", "1"}})); // looked at again
    history.observe(details("c", 1, {{"x", "1"}, {"y", "1"}}));
    QCOMPARE(historyText(history, "a", "x"), "1=1"_ba);
    QCOMPARE(historyText(history, "b", "x"), ""_ba);
    QCOMPARE(historyText(history, "c", "y"), "1=1"_ba);
}

void TestValueHistory::thinsOutALargeGroup()
{
    ValueHistory history({10, 5});
    for (int push = 1; push <= 4; ++push)
        history.observe(details("a", push, {{"x", "1"}, {"y", "2"}}));
    QCOMPARE(historyText(history, "a", "x"), "3=1 4=1"_ba);
    QCOMPARE(historyText(history, "a", "y"), "3=2 4=2"_ba);
}

void TestValueHistory::givesUpOnAGroupThatIsTooLarge()
{
    ValueHistory history({10, 1});
    history.observe(details("a", 1, {{"x", "1"}, {"y", "2"}}));
    QCOMPARE(historyText(history, "a", "x"), ""_ba);
}

QTEST_APPLESS_MAIN(TestValueHistory)
#include "tst_value_history.moc"

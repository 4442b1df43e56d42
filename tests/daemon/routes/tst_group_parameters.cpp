// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/group_parameters.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

core::Result<ListParameters> read(const QByteArray& query)
{
    const auto parameters = QueryParameters::parse(query);
    if (!parameters)
        return parameters.error();
    return readListParameters(*parameters, core::NameScheme::Legacy);
}

} // namespace

class TestGroupParameters : public QObject {
    Q_OBJECT
private slots:
    void decodesAQuery();
    void allowsOnlyWhatIsKnown();
    void readsNothing();
    void readsEverything();
    void refuses_data();
    void refuses();
};

void TestGroupParameters::decodesAQuery()
{
    const auto parameters
        = QueryParameters::parse("a=1&match%5B%5D=%7Bx%7D&a=2&&b=c+d%2B&flag&e=f=g");
    QVERIFY(parameters);
    QCOMPARE(parameters->first("a"), QByteArrayView("1"));
    QCOMPARE(parameters->all("a"), (std::vector<QByteArrayView>{"1", "2"}));
    QCOMPARE(parameters->first("match[]"), QByteArrayView("{x}"));
    QCOMPARE(parameters->first("b"), QByteArrayView("c d+"));
    QCOMPARE(parameters->first("flag"), QByteArrayView(""));
    QCOMPARE(parameters->first("e"), QByteArrayView("f=g"));
    QVERIFY(!parameters->first("x"));
    QVERIFY(parameters->all("x").empty());
    QVERIFY(!QueryParameters::parse("a=%zz"));
    QVERIFY(!QueryParameters::parse("%4=1"));
}

void TestGroupParameters::allowsOnlyWhatIsKnown()
{
    const auto parameters = QueryParameters::parse("a=1&match={x}");
    QVERIFY(parameters->allowOnly({"a", "match"}));
    const core::Status refused = parameters->allowOnly({"a", "match[]"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, "unknown parameter \"match\""_ba);
}

void TestGroupParameters::readsNothing()
{
    for (const char* query : {"", "state=&older_than=&limit=&cursor=&since=&wait=", "_=12"}) {
        const auto list = read(query);
        QVERIFY(list);
        QVERIFY(list->query.conditions.empty());
        QVERIFY(!list->query.limit && !list->query.after && !list->since);
        QCOMPARE(list->query.sort, core::GroupSort());
        QCOMPARE(list->wait, 0ms);
    }
}

void TestGroupParameters::readsEverything()
{
    const core::GroupSort sort{core::GroupSort::By::Age, core::GroupSort::Direction::Descending};
    const core::GroupCursor cursor{sort, 5,
        "job\xff"
        "a",
        core::TimePoint(7s)};
    const auto list = read("group[]=/job/z/x/1&group[]=/job@base64/YQ&group[]=/job/a"
                           "&match[]={job=\"a\"}&match[]={job=~\"b.%2B\"}&state=stale,failed"
                           "&older_than=1h30m&sort=-age&limit=50&since=12&wait=90s&cursor="
        + cursor.toText());
    QVERIFY2(list, list ? "" : list.error().message.constData());
    QCOMPARE(list->query.conditions.keys,
        (std::vector<QByteArray>{"job\xff"
                                 "a",
            "job\xffz\xffx\xff"
            "1"}));
    QCOMPARE(list->query.conditions.match.size(), size_t{2});
    QCOMPARE(list->query.conditions.match[1].text(), "{job=~\"b.+\"}"_ba);
    QCOMPARE(list->query.conditions.states, core::GroupConditions::States("0011"));
    QCOMPARE(list->query.conditions.olderThan, 90min);
    QCOMPARE(list->query.sort, sort);
    QCOMPARE(list->query.limit, size_t{50});
    QCOMPARE(list->query.after, cursor);
    QCOMPARE(list->since, quint64{12});
    QCOMPARE(list->wait, 60s); // no longer
}

void TestGroupParameters::refuses_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char* name, const char* query, const char* why) {
        QTest::newRow(name) << QByteArray(query) << QByteArray(why);
    };
    row("selector", "match[]={job}",
        "parameter match[]: invalid selector at position 5: expected =, !=, =~ or !~");
    row("empty selector",
        "match[]=", "parameter match[]: invalid selector at position 1: expected an opening brace");
    row("path of a group", "group[]=job/a",
        "parameter group[]: expected the path of a push from /job on, as in /job/JOB/LABEL/VALUE, "
        "not \"job/a\"");
    row("state", "state=fresh,late",
        "parameter state: unknown state \"late\", expected fresh, overdue, stale or failed");
    row("duration", "older_than=5",
        "parameter older_than: invalid duration \"5\" at position 2: a unit is missing");
    row("sort", "sort=name",
        "parameter sort: unknown sort \"name\": expected key, age, series or job, perhaps with a - "
        "in "
        "front");
    row("limit", "limit=-1", "parameter limit: expected a whole number, not \"-1\"");
    row("since", "since=x", "parameter since: expected a whole number, not \"x\"");
    row("wait", "since=1&wait=10",
        "parameter wait: invalid duration \"10\" at position 3: a unit is missing");
    row("cursor", "cursor=abc", "parameter cursor: this cursor was not given by the gateway");
    row("cursor, no Base64", "cursor=***",
        "parameter cursor: this cursor was not given by the gateway");
    const QByteArray other = core::GroupCursor{{}, 0, "k", {}}.toText();
    QTest::newRow("cursor of another sort")
        << "sort=age&cursor=" + other << "parameter cursor: it was given for another sort"_ba;
}

void TestGroupParameters::refuses()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, why);
    const auto list = read(query);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, core::Error::Kind::BadRequest);
    QCOMPARE(list.error().message, why);
}

QTEST_APPLESS_MAIN(TestGroupParameters)
#include "tst_group_parameters.moc"

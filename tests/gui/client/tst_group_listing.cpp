// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/group_listing.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using Scope = core::GroupChanges::Scope;

class TestGroupListing : public QObject {
    Q_OBJECT

private slots:
    void listsAllThenChanges();
    void joinsPages();
    void joinsPagesOfChanges();
    void dropsPagesWhenItStartsAnew();
    void startsAnewInAnotherLife_data();
    void startsAnewInAnotherLife();
    void takesEverythingFromAnotherLife();
};

namespace {

core::GroupingKey keyOf(const QByteArray& job)
{
    return *core::GroupingKey::from(*core::Labels::from({{"job", job}}));
}

GroupsAnswer answerOf(qint64 revision, const QByteArrayList& jobs, const QString& cursor = {},
    Scope scope = Scope::Some)
{
    GroupsAnswer answer{revision, u"one"_s, {}, {scope, {}, {}}, cursor};
    for (const QByteArray& job : jobs)
        answer.changes.changed.push_back(std::make_shared<const core::GroupRow>(keyOf(job)));
    return answer;
}

GroupsAnswer inAnotherLife(GroupsAnswer answer)
{
    answer.epoch = u"two"_s;
    return answer;
}

QByteArray jobsIn(const std::optional<core::GroupChanges>& changes)
{
    QByteArray jobs;
    if (changes) {
        for (const core::GroupRowPtr& row : changes->changed)
            jobs += *row->key.labels().value("job");
    }
    return jobs;
}

const QByteArray kAll = "/api/v1/groups"_ba;

} // namespace

void TestGroupListing::listsAllThenChanges()
{
    GroupListing listing;
    QCOMPARE(listing.nextRequest(), kAll);
    auto changes = listing.take(answerOf(7, {"a", "b"}));
    QCOMPARE(jobsIn(changes), "ab"_ba);
    QCOMPARE(changes->scope, Scope::Everything);
    QCOMPARE(listing.nextRequest(), "/api/v1/groups?since=7&wait=30s"_ba);
    GroupsAnswer answer = answerOf(9, {"c"});
    answer.changes.deleted.push_back(keyOf("a"));
    changes = listing.take(answer);
    QCOMPARE(jobsIn(changes), "c"_ba);
    QCOMPARE(changes->scope, Scope::Some);
    QCOMPARE(changes->deleted, std::vector{keyOf("a")});
    QCOMPARE(listing.nextRequest(), "/api/v1/groups?since=9&wait=30s"_ba);
}

void TestGroupListing::joinsPages()
{
    GroupListing listing;
    QVERIFY(!listing.take(answerOf(7, {"a"}, u"p/2"_s)));
    QCOMPARE(listing.nextRequest(), "/api/v1/groups?cursor=p%2F2"_ba);
    QVERIFY(!listing.take(answerOf(8, {"b"}, u"p/3"_s)));
    const auto changes = listing.take(answerOf(9, {"c"}));
    QCOMPARE(jobsIn(changes), "abc"_ba);
    QCOMPARE(changes->scope, Scope::Everything);
    // What has changed on the first page while the others were read is still to be told.
    QCOMPARE(listing.nextRequest(), "/api/v1/groups?since=7&wait=30s"_ba);
}

void TestGroupListing::joinsPagesOfChanges()
{
    GroupListing listing;
    listing.take(answerOf(7, {"a"}));
    QVERIFY(!listing.take(answerOf(9, {"b"}, u"p"_s, Scope::Everything)));
    GroupsAnswer last = answerOf(9, {"c"});
    last.changes.deleted.push_back(keyOf("d"));
    const auto changes = listing.take(last);
    QCOMPARE(jobsIn(changes), "bc"_ba);
    QCOMPARE(changes->scope, Scope::Everything); // as the first page said
    QCOMPARE(changes->deleted.size(), size_t(1));
}

void TestGroupListing::dropsPagesWhenItStartsAnew()
{
    GroupListing listing;
    QVERIFY(!listing.take(answerOf(7, {"a", "b"}, u"p"_s)));
    listing.startAnew();
    QCOMPARE(listing.nextRequest(), kAll);
    QCOMPARE(jobsIn(listing.take(answerOf(8, {"a", "c"}))), "ac"_ba);
}

void TestGroupListing::startsAnewInAnotherLife_data()
{
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<Scope>("scope");
    QTest::newRow("between changes") << QString() << Scope::Some;
    QTest::newRow("between pages") << u"p"_s << Scope::Some;
    QTest::newRow("between pages, with a reset") << u"p"_s << Scope::Everything;
}

void TestGroupListing::startsAnewInAnotherLife()
{
    QFETCH(const QString, cursor);
    QFETCH(const Scope, scope);
    GroupListing listing;
    QCOMPARE(listing.take(answerOf(7, {"a"}, cursor)).has_value(), cursor.isEmpty());
    QVERIFY(!listing.take(inAnotherLife(answerOf(2, {"b"}, {}, scope))));
    QCOMPARE(listing.nextRequest(), kAll);
    const auto changes = listing.take(inAnotherLife(answerOf(2, {"b", "c"})));
    QCOMPARE(jobsIn(changes), "bc"_ba);
    QCOMPARE(changes->scope, Scope::Everything);
}

void TestGroupListing::takesEverythingFromAnotherLife()
{
    GroupListing listing;
    listing.take(answerOf(7, {"a"}));
    const auto changes = listing.take(inAnotherLife(answerOf(2, {"b"}, {}, Scope::Everything)));
    QCOMPARE(jobsIn(changes), "b"_ba);
    QCOMPARE(changes->scope, Scope::Everything);
    QCOMPARE(listing.nextRequest(), "/api/v1/groups?since=2&wait=30s"_ba);
}

QTEST_APPLESS_MAIN(TestGroupListing)
#include "tst_group_listing.moc"

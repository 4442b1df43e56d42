// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/groups_route.h"
#include "tests/daemon/routes/groups_fixture.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

class TestGroupsRoute : public QObject {
    Q_OBJECT

    Reply list(const QByteArray& query) const;
    Reply one(const QByteArray& path, const QByteArray& query = {}) const;

    std::unique_ptr<GroupsFixture> m_groups;

private slots:
    void init() { m_groups = std::make_unique<GroupsFixture>(); }
    void cleanup() { m_groups.reset(); }
    void listsGroups();
    void isReadableByAll();
    void refusesBadParameters();
    void pages();
    void tellsWhatChanged();
    void tellsWhatLeftTheListing();
    void startsAnewAfterAWipeOrAnotherLife();
    void answersLateWhenSomethingChanges();
    void answersLateWhenNothingDoes();
    void showsOneGroup();
    void givesOneGroupAsABody();
    void missesAGroup();
    void makesLargeAnswersInThePool();
};

Reply TestGroupsRoute::list(const QByteArray& query) const
{
    return GroupsRoute(m_groups->parts).handle(query, {{}, nullptr}).value_or(Reply::empty(0));
}

Reply TestGroupsRoute::one(const QByteArray& path, const QByteArray& query) const
{
    const GroupRoute route(m_groups->parts);
    return route.handle(*core::splitPushPath(path), query, {{}, nullptr}).value_or(Reply::empty(0));
}

void TestGroupsRoute::listsGroups()
{
    QVERIFY(m_groups->push("/job/a", 50));
    QVERIFY(m_groups->push("/job/b", 10));
    m_groups->fail("/job/c", 5);
    const Reply reply = list("");
    QCOMPARE(reply.status, 200);
    QCOMPARE(jsonOf(reply)["status"_L1].toString(), u"success"_s);
    const QJsonObject data = dataOf(reply);
    QCOMPARE(jobsIn(data, "groups"), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(data["epoch"_L1].toString(), u"life"_s);
    QCOMPARE(data["revision"_L1].toInt(), 3);
    QCOMPARE(data["now"_L1].toDouble(), double(kNow));
    QCOMPARE(data["total"_L1].toInt(), 3);
    QCOMPARE(data["states"_L1].toObject()["failed"_L1].toInt(), 1);
    QCOMPARE(data["states"_L1].toObject()["fresh"_L1].toInt(), 2);
    QVERIFY(!data.contains("cursor"_L1));
    QCOMPARE(data["reset"_L1].toBool(true), false);

    QCOMPARE(jobsIn(dataOf(list("match[]={job=~\"[ab]\"}&older_than=20s")), "groups"),
        QStringList{u"a"_s});
    QCOMPARE(jobsIn(dataOf(list("state=failed")), "groups"), QStringList{u"c"_s});
    QCOMPARE(jobsIn(dataOf(list("sort=-key")), "groups"), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
}

void TestGroupsRoute::isReadableByAll()
{
    QCOMPARE(field(list(""), "Access-Control-Allow-Origin"), "*"_ba);
    QCOMPARE(field(list(""), "Cache-Control"), "no-cache, no-store, must-revalidate"_ba);
    QCOMPARE(field(list("limit=x"), "Access-Control-Allow-Origin"), "*"_ba);
    QCOMPARE(field(one("/job/none"), "Access-Control-Allow-Origin"), "*"_ba);
    QCOMPARE(field(groupsOptionsReply(), "Access-Control-Allow-Methods"), "GET"_ba);
    QCOMPARE(groupsOptionsReply().status, 200);
}

void TestGroupsRoute::refusesBadParameters()
{
    const Reply reply = list("state=late");
    QCOMPARE(reply.status, 400);
    QCOMPARE(jsonOf(reply)["status"_L1].toString(), u"error"_s);
    QCOMPARE(jsonOf(reply)["errorType"_L1].toString(), u"bad_data"_s);
    QVERIFY(jsonOf(reply)["error"_L1].toString().startsWith(u"parameter state"_s));
    QCOMPARE(list("a=%").status, 400);
}

void TestGroupsRoute::pages()
{
    for (const char* path : {"/job/a", "/job/b", "/job/c", "/job/d", "/job/e"})
        QVERIFY(m_groups->push(path));
    QStringList met;
    QByteArray cursor;
    int pages = 0;
    do {
        const QJsonObject data = dataOf(list("limit=2&cursor=" + cursor));
        met += jobsIn(data, "groups");
        QCOMPARE(data["total"_L1].toInt(), 5);
        cursor = data["cursor"_L1].toString().toUtf8();
        ++pages;
    } while (!cursor.isEmpty());
    QCOMPARE(met, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    QCOMPARE(pages, 3);
}

void TestGroupsRoute::tellsWhatChanged()
{
    for (const char* path : {"/job/a", "/job/b", "/job/c"})
        QVERIFY(m_groups->push(path, 9));
    QVERIFY(m_groups->push("/job/b", 3));
    m_groups->store.remove(*core::GroupingKey::from(*core::Labels::from({{"job", "c"}})));
    const QJsonObject data = dataOf(list("since=3"));
    QCOMPARE(jobsIn(data, "groups"), QStringList{u"b"_s});
    QCOMPARE(jobsIn(data, "deleted"), QStringList{u"c"_s});
    QCOMPARE(data["total"_L1].toInt(), 2);
    QCOMPARE(data["reset"_L1].toBool(true), false);
    QCOMPARE(data["revision"_L1].toInt(), 5);

    const QJsonObject nothing = dataOf(list("since=5"));
    QCOMPARE(jobsIn(nothing, "groups"), QStringList());
    QCOMPARE(nothing["total"_L1].toInt(), 2);
    QCOMPARE(jobsIn(dataOf(list("since=3&match[]={job=\"b\"}")), "deleted"), QStringList());
    const QJsonObject named = dataOf(list("since=3&group[]=/job/c&group[]=/job/a"));
    QCOMPARE(jobsIn(named, "groups"), QStringList());
    QCOMPARE(jobsIn(named, "deleted"), QStringList{u"c"_s});
    QCOMPARE(named["total"_L1].toInt(), 1);
}

void TestGroupsRoute::tellsWhatLeftTheListing()
{
    m_groups->fail("/job/a", 9);
    m_groups->fail("/job/b", 9);
    QVERIFY(m_groups->push("/job/a", 1));
    const QJsonObject data = dataOf(list("since=2&state=failed"));
    QCOMPARE(jobsIn(data, "groups"), QStringList());
    QCOMPARE(jobsIn(data, "deleted"), QStringList{u"a"_s});
}

void TestGroupsRoute::startsAnewAfterAWipeOrAnotherLife()
{
    QVERIFY(m_groups->push("/job/a"));
    m_groups->store.wipe();
    QVERIFY(m_groups->push("/job/b"));
    for (const char* query : {"since=1", "since=900"}) {
        const QJsonObject data = dataOf(list(query));
        QCOMPARE(data["reset"_L1].toBool(), true);
        QCOMPARE(jobsIn(data, "groups"), QStringList{u"b"_s});
    }
    QCOMPARE(dataOf(list("since=2"))["reset"_L1].toBool(true), false);
}

void TestGroupsRoute::answersLateWhenSomethingChanges()
{
    QVERIFY(m_groups->push("/job/a"));
    const auto sink = std::make_shared<CollectingSink>();
    const GroupsRoute route(m_groups->parts);
    QVERIFY(!route.handle("since=1&wait=30s", {ReplyTo(sink, 1, 1), nullptr}));
    QCOMPARE(m_groups->polls.waiting(), size_t{1});
    QVERIFY(m_groups->push("/job/b"));
    QTRY_COMPARE(sink->sent().size(), size_t{1});
    const QJsonObject data = dataOf(sink->sent()[0].reply);
    QCOMPARE(jobsIn(data, "groups"), QStringList{u"b"_s});
    QCOMPARE(m_groups->polls.waiting(), size_t{0});

    QVERIFY(route.handle("since=1&wait=30s", {ReplyTo(sink, 1, 2), nullptr})); // at once
}

void TestGroupsRoute::answersLateWhenNothingDoes()
{
    QVERIFY(m_groups->push("/job/a"));
    const auto sink = std::make_shared<CollectingSink>();
    const GroupsRoute route(m_groups->parts);
    QVERIFY(!route.handle("since=1&wait=20ms", {ReplyTo(sink, 1, 1), nullptr}));
    QTRY_COMPARE(sink->sent().size(), size_t{1});
    const QJsonObject data = dataOf(sink->sent()[0].reply);
    QCOMPARE(jobsIn(data, "groups"), QStringList());
    QCOMPARE(data["total"_L1].toInt(), 1);
    QCOMPARE(data["revision"_L1].toInt(), 1);
}

void TestGroupsRoute::showsOneGroup()
{
    QVERIFY(m_groups->push("/job/a/instance/x y", 7));
    const Reply reply = one("/job/a/instance/x y");
    QCOMPARE(reply.status, 200);
    const QJsonObject data = dataOf(reply);
    QCOMPARE(data["labels"_L1].toObject()["instance"_L1].toString(), u"x y"_s);
    QCOMPARE(data["age_seconds"_L1].toDouble(), 7.0);
    QCOMPARE(data["metrics"_L1].toObject()["m"_L1].toObject()["type"_L1].toString(), u"UNTYPED"_s);
    QCOMPARE(data["now"_L1].toDouble(), double(kNow));
}

void TestGroupsRoute::givesOneGroupAsABody()
{
    QVERIFY(m_groups->push("/job/a", 7));
    const Reply text = one("/job/a", "format=text");
    QCOMPARE(text.status, 200);
    QCOMPARE(text.segments.join(), "# TYPE m untyped\nm{instance=\"\",job=\"a\"} 1\n"_ba);
    QVERIFY(field(text, "Content-Type").startsWith("text/plain; version=0.0.4"));
    const Reply protobuf = one("/job/a", "format=protobuf");
    QVERIFY(field(protobuf, "Content-Type").startsWith("application/vnd.google.protobuf; "));
    QVERIFY(!protobuf.segments.isEmpty());
    QCOMPARE(dataOf(one("/job/a", "format=json"))["age_seconds"_L1].toDouble(), 7.0);
    QCOMPARE(one("/job/a", "format=xml").status, 400);
    QCOMPARE(one("/job/none", "format=text").status, 404);
}

void TestGroupsRoute::missesAGroup()
{
    QVERIFY(m_groups->push("/job/a/instance/x"));
    const Reply reply = one("/job/a");
    QCOMPARE(reply.status, 404);
    QCOMPARE(jsonOf(reply)["errorType"_L1].toString(), u"not_found"_s);
    QCOMPARE(one("/job/a/odd").status, 400);
}

void TestGroupsRoute::makesLargeAnswersInThePool()
{
    QByteArray text;
    for (quint64 i = 0; i <= RenderPool::kSeriesInPlace; ++i)
        text += "m{i=\"" + QByteArray::number(i) + "\"} 1\n";
    QVERIFY(pushText(m_groups->store, "/job/a", text, kNow));
    const auto sink = std::make_shared<CollectingSink>();
    QVERIFY(!GroupsRoute(m_groups->parts).handle("", {ReplyTo(sink, 1, 1), nullptr}));
    QTRY_COMPARE(sink->sent().size(), size_t{1});
    QCOMPARE(jobsIn(dataOf(sink->sent()[0].reply), "groups"), QStringList{u"a"_s});
}

QTEST_GUILESS_MAIN(TestGroupsRoute)
#include "tst_groups_route.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/bulk_routes.h"
#include "tests/daemon/routes/groups_fixture.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

class TestBulkRoutes : public QObject {
    Q_OBJECT

    Reply remove(const QByteArray& query, const Request& request = {}) const;
    Reply push(const char* method, const QByteArray& query, const QByteArray& body) const;
    core::GroupPtr group(const QByteArray& path) const;

    std::unique_ptr<GroupsFixture> m_groups;

private slots:
    void init() { m_groups = std::make_unique<GroupsFixture>(); }
    void cleanup() { m_groups.reset(); }
    void deletesWhatMatches();
    void deletesTheGroupsThatAreNamed();
    void deletesNothingInADryRun();
    void deletesOnlyOnConditions_data();
    void deletesOnlyOnConditions();
    void letsNoOtherSiteChangeAnything();
    void waitsForTheDisk();
    void pushesIntoManyGroups();
    void replacesAndMerges();
    void pushesAllOrNothing();
    void refusesBadPushes_data();
    void refusesBadPushes();
};

Reply TestBulkRoutes::remove(const QByteArray& query, const Request& request) const
{
    return BulkDeleteRoute(m_groups->parts, {})
        .handle(request, query, {{}, nullptr})
        .value_or(Reply::empty(0));
}

Reply TestBulkRoutes::push(
    const char* method, const QByteArray& query, const QByteArray& body) const
{
    Request request;
    request.method = method;
    request.body = body;
    const PushRoute::Settings settings{
        core::NameScheme::Legacy, core::Consistency::Checked, 1'000'000};
    return BulkPushRoute(m_groups->parts, settings, {})
        .handle(request, query, {{}, nullptr})
        .value_or(Reply::empty(0));
}

core::GroupPtr TestBulkRoutes::group(const QByteArray& path) const
{
    const auto key = core::parsePushPath(*core::splitPushPath(path), core::NameScheme::Legacy);
    const core::GroupPtr* found = m_groups->store.snapshot()->groups.find(key->encoded());
    return found ? *found : nullptr;
}

void TestBulkRoutes::deletesWhatMatches()
{
    QVERIFY(m_groups->push("/job/a/x/1", 100));
    QVERIFY(m_groups->push("/job/a/x/2", 10));
    QVERIFY(m_groups->push("/job/b", 100));
    const Reply reply = remove("match[]={job=\"a\"}&older_than=1m");
    QCOMPARE(reply.status, 200);
    QCOMPARE(field(reply, "Access-Control-Allow-Origin"), QByteArray());
    const QJsonObject data = dataOf(reply);
    QCOMPARE(data["count"_L1].toInt(), 1);
    QCOMPARE(data["dry_run"_L1].toBool(true), false);
    QCOMPARE(data["revision"_L1].toInt(), 4);
    QCOMPARE(jobsIn(data, "deleted"), QStringList{u"a"_s});
    QVERIFY(!group("/job/a/x/1"));
    QVERIFY(group("/job/a/x/2"));
    QVERIFY(group("/job/b"));
    QCOMPARE(dataOf(remove("match[]={job=\"none\"}"))["count"_L1].toInt(), 0);
}

void TestBulkRoutes::deletesTheGroupsThatAreNamed()
{
    QVERIFY(m_groups->push("/job/a", 100));
    QVERIFY(m_groups->push("/job/a/x/1", 100));
    QVERIFY(m_groups->push("/job/b", 10));
    QVERIFY(m_groups->push("/job/c", 100));
    // Named twice, gone already, and too young: each does no harm to the others.
    const QByteArray named = "group[]=/job/b&group[]=/job/a&group[]=%2Fjob%40base64%2FYQ"
                             "&group[]=/job/gone&older_than=1m";
    QCOMPARE(jobsIn(dataOf(remove(named + "&dry_run=true")), "deleted"), QStringList{u"a"_s});
    QCOMPARE(jobsIn(dataOf(remove(named)), "deleted"), QStringList{u"a"_s});
    QVERIFY(!group("/job/a"));
    QVERIFY(group("/job/a/x/1"));
    QVERIFY(group("/job/b"));
    QVERIFY(group("/job/c"));
}

void TestBulkRoutes::deletesNothingInADryRun()
{
    QVERIFY(m_groups->push("/job/a"));
    QVERIFY(m_groups->push("/job/b"));
    const QJsonObject data = dataOf(remove("state=fresh&dry_run=true"));
    QCOMPARE(data["count"_L1].toInt(), 2);
    QCOMPARE(data["dry_run"_L1].toBool(), true);
    QCOMPARE(m_groups->store.snapshot()->groups.size(), size_t{2});
    QCOMPARE(m_groups->store.revision(), quint64{2});
}

void TestBulkRoutes::deletesOnlyOnConditions_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("no condition") << ""_ba;
    QTest::newRow("empty conditions") << "state=&older_than="_ba;
    QTest::newRow("only a dry run") << "dry_run=true"_ba;
    QTest::newRow("misspelt selector") << "match={job=\"a\"}&older_than=0s"_ba;
    QTest::newRow("misspelt dry run") << "match[]={job=\"a\"}&dryrun=true"_ba;
    QTest::newRow("doubtful dry run") << "match[]={job=\"a\"}&dry_run=yes"_ba;
    QTest::newRow("selector of everything") << "match[]={}"_ba;
    QTest::newRow("no path of a push") << "group[]=a"_ba;
    QTest::newRow("empty path") << "group[]="_ba;
    QTest::newRow("label without a value") << "group[]=/job/a/x"_ba;
    QTest::newRow("wrong duration") << "older_than=week"_ba;
}

void TestBulkRoutes::deletesOnlyOnConditions()
{
    QFETCH(const QByteArray, query);
    QVERIFY(m_groups->push("/job/a", 100));
    const Reply reply = remove(query);
    QCOMPARE(reply.status, 400);
    QCOMPARE(jsonOf(reply)["errorType"_L1].toString(), u"bad_data"_s);
    QVERIFY(group("/job/a"));
}

void TestBulkRoutes::letsNoOtherSiteChangeAnything()
{
    QVERIFY(m_groups->push("/job/a"));
    Request request;
    request.fields.append("Sec-Fetch-Site", "cross-site");
    const Reply reply = remove("match[]={job=\"a\"}", request);
    QCOMPARE(reply.status, 403);
    QCOMPARE(jsonOf(reply)["errorType"_L1].toString(), u"forbidden"_s);
    QVERIFY(group("/job/a"));

    request.method = "PUT";
    request.body = "m{job=\"b\"} 1\n";
    const auto pushed
        = BulkPushRoute(m_groups->parts, {}, {}).handle(request, "group_by=job", {{}, nullptr});
    QCOMPARE(pushed->status, 403);
    QVERIFY(!group("/job/b"));
}

void TestBulkRoutes::waitsForTheDisk()
{
    struct SlowDisk final : Durability {
        std::optional<core::Status> settled(quint64) const override { return std::nullopt; }
        void await(quint64 revision, Settled settled) override
        {
            awaited = revision;
            tell = std::move(settled);
        }
        std::optional<core::Error> obstacle() const override { return std::nullopt; }
        quint64 awaited = 0;
        Settled tell;
    };
    SlowDisk disk;
    GroupsParts parts{m_groups->store, disk, m_groups->history, m_groups->catalog, m_groups->rules,
        m_groups->clock, m_groups->pool, m_groups->polls, m_groups->epoch};
    QVERIFY(m_groups->push("/job/a"));
    const auto sink = std::make_shared<CollectingSink>();
    const LateReply later(ReplyTo(sink, 1, 1), nullptr);
    QVERIFY(!BulkDeleteRoute(parts, {}).handle({}, "match[]={job=\"a\"}", later));
    QCOMPARE(disk.awaited, quint64{2});
    QVERIFY(sink->sent().empty());
    disk.tell(core::Error{core::Error::Kind::Unavailable, "the disk is full"});
    QCOMPARE(sink->sent().size(), size_t{1});
    QCOMPARE(sink->sent()[0].reply.status, 503);
    QCOMPARE(jsonOf(sink->sent()[0].reply)["errorType"_L1].toString(), u"unavailable"_s);
}

void TestBulkRoutes::pushesIntoManyGroups()
{
    const Reply reply = push("PUT", "group_by=job,instance",
        "m{job=\"a\",instance=\"1\"} 1\nm{job=\"a\",instance=\"2\"} 2\nn{job=\"b\",y=\"z\"} 3\n");
    QCOMPARE(reply.status, 200);
    QCOMPARE(dataOf(reply)["groups"_L1].toInt(), 3);
    QCOMPARE(dataOf(reply)["series"_L1].toInt(), 3);
    QVERIFY(group("/job/a/instance/1")->find("m"));
    QVERIFY(group("/job/a/instance/2")->find("m"));
    QVERIFY(group("/job/b")->find("n"));
    QCOMPARE(group("/job/b")->pushTime, m_groups->clock.now());
    QCOMPARE(m_groups->store.revision(), quint64{1});
    QCOMPARE(dataOf(push("PUT", "group_by=job", ""))["groups"_L1].toInt(), 0);
}

void TestBulkRoutes::replacesAndMerges()
{
    QVERIFY(pushText(m_groups->store, "/job/a", "old 1\n"));
    QVERIFY(pushText(m_groups->store, "/job/b", "old 1\n"));
    QVERIFY(pushText(m_groups->store, "/job/c", "old 1\n"));
    QCOMPARE(push("PUT", "group_by=job", "m{job=\"a\"} 1\n").status, 200);
    QCOMPARE(push("POST", "group_by=job", "m{job=\"b\"} 1\n").status, 200);
    QVERIFY(!group("/job/a")->find("old"));
    QVERIFY(group("/job/a")->find("m"));
    QVERIFY(group("/job/b")->find("old"));
    QVERIFY(group("/job/b")->find("m"));
    QVERIFY(group("/job/c")->find("old"));
}

void TestBulkRoutes::pushesAllOrNothing()
{
    QVERIFY(pushText(m_groups->store, "/job/c", "# TYPE m gauge\nm 1\n"));
    const Reply reply
        = push("POST", "group_by=job", "# TYPE m counter\nm{job=\"a\"} 1\nm{job=\"b\"} 1\n");
    QCOMPARE(reply.status, 400);
    QVERIFY(jsonOf(reply)["error"_L1].toString().startsWith(
        u"pushed metrics are invalid or inconsistent with existing metrics: "_s));
    for (const char* path : {"/job/a", "/job/b"}) {
        QVERIFY(!group(path)->find("m"));
        QCOMPARE(group(path)->failureTime, m_groups->clock.now());
        QVERIFY(!group(path)->pushTime);
    }
    QVERIFY(!group("/job/c")->failureTime);
    QCOMPARE(m_groups->store.snapshot()->errors, quint64{0});
}

void TestBulkRoutes::refusesBadPushes_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    const QByteArray good = "m{job=\"a\"} 1\n";
    QTest::newRow("no group_by") << ""_ba << good
                                 << u"parameter group_by: improper label name \"\""_s;
    QTest::newRow("no job") << "group_by=instance"_ba << good
                            << u"parameter group_by: job must be among the labels"_s;
    QTest::newRow("reserved label") << "group_by=job,__name__"_ba << good
                                    << u"parameter group_by: improper label name \"__name__\""_s;
    QTest::newRow("unknown parameter")
        << "group_by=job&dry_run=true"_ba << good << u"unknown parameter \"dry_run\""_s;
    QTest::newRow("metric without a job")
        << "group_by=job"_ba << good + "n 1\n"
        << u"metric family \"n\": a metric has no label \"job\", so it belongs to no group"_s;
    QTest::newRow("broken body") << "group_by=job"_ba
                                 << "m{job=\"a\"} x\n"_ba
                                 << u"text format parsing error in line 1: expected float as "
                                    "value, got \"x\""_s;
}

void TestBulkRoutes::refusesBadPushes()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, error);
    const Reply reply = push("POST", query, body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(jsonOf(reply)["error"_L1].toString(), error);
    QVERIFY(m_groups->store.snapshot()->groups.empty());
}

QTEST_GUILESS_MAIN(TestBulkRoutes)
#include "tst_bulk_routes.moc"

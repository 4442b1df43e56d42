// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter.h"
#include "tests/core/browse/rows.h"

#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

namespace {

const TimePoint kNow = atSecond(100'000);

} // namespace

class TestGroupFilter : public QObject {
    Q_OBJECT

private slots:
    void looksForWords_data();
    void looksForWords();
    void looksForAState();
    void looksForAges_data();
    void looksForAges();
    void saysWhatIsWrongWithAnAge_data();
    void saysWhatIsWrongWithAnAge();
    void saysWhatIsWrongWithASelector();
    void isOpenWhenNothingIsWanted();
};

void TestGroupFilter::looksForWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("nothing") << u""_s << true;
    QTest::newRow("blanks") << u"  "_s << true;
    QTest::newRow("part of a value") << u"ightl"_s << true;
    QTest::newRow("another case") << u"NIGHTLY"_s << true;
    QTest::newRow("two words, any order") << u"db nightly"_s << true;
    QTest::newRow("one of two missing") << u"nightly web"_s << false;
    QTest::newRow("name and value") << u"instance=db"_s << true;
    QTest::newRow("name and quoted value") << u"Instance=\"DB-1\""_s << true;
    QTest::newRow("a name alone is no value") << u"instance"_s << false;
    QTest::newRow("selector") << u" {instance=~\"db-.\",job!=\"x\"} "_s << true;
    QTest::newRow("selector of others") << u"{job=\"night\"}"_s << false;
    QTest::newRow("no name before the sign") << u"=db"_s << false;
    QTest::newRow("under another name") << u"job=db"_s << false;
}

void TestGroupFilter::looksForWords()
{
    QFETCH(const QString, line);
    const GroupRow row(browseKey("nightly", "db-1"));
    const auto filter = GroupFilter::ofLine(line);
    QVERIFY(filter);
    QTEST(filter->accepts({row, GroupState::Fresh, kNow}), "accepted");
}

void TestGroupFilter::looksForAState()
{
    GroupFilter filter = *GroupFilter::ofLine(u"nightly"_s);
    filter.state = GroupState::Stale;
    const GroupRow row(browseKey("nightly"));
    QVERIFY(filter.accepts({row, GroupState::Stale, kNow}));
    QVERIFY(!filter.accepts({row, GroupState::Fresh, kNow}));
    const GroupRow other(browseKey("other"));
    QVERIFY(!filter.accepts({other, GroupState::Stale, kNow}));
}

void TestGroupFilter::looksForAges_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("older") << u"age>59m"_s << true;
    QTest::newRow("just as old") << u"age>1h"_s << true;
    QTest::newRow("with an equals sign") << u"age>=1h"_s << true;
    QTest::newRow("not so old") << u"age>61m"_s << false;
    QTest::newRow("younger") << u"age<61m"_s << true;
    QTest::newRow("not younger") << u"age<1h"_s << false;
    QTest::newRow("between") << u"age>30m age<2h"_s << true;
    QTest::newRow("the narrowest of many") << u"age>30m age>2h"_s << false;
    QTest::newRow("the narrowest of many, from above") << u"age<30m age<2h"_s << false;
    QTest::newRow("in capitals") << u"AGE>1H"_s << true;
    QTest::newRow("of several units") << u"age>59m59s"_s << true;
    QTest::newRow("with a word") << u"nightly age>1h"_s << true;
    QTest::newRow("with a word that is missing") << u"weekly age>1h"_s << false;
    QTest::newRow("with a selector") << u"{job=\"nightly\"} age>1h"_s << true;
    QTest::newRow("with a selector of others") << u"{job=\"weekly\"} age>1h"_s << false;
}

void TestGroupFilter::looksForAges()
{
    QFETCH(const QString, line);
    QFETCH(const bool, accepted);
    GroupRow row(browseKey("nightly"));
    const auto filter = GroupFilter::ofLine(line);
    QVERIFY(filter);
    QVERIFY(!filter->accepts({row, GroupState::Fresh, kNow})); // no age at all
    row.failureTime = kNow - std::chrono::hours(1);
    QCOMPARE(filter->accepts({row, GroupState::Failed, kNow}), accepted);
    row.pushTime = std::exchange(row.failureTime, kNow);
    QCOMPARE(filter->accepts({row, GroupState::Failed, kNow}), accepted);
}

void TestGroupFilter::saysWhatIsWrongWithAnAge_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << u"age>"_s;
    QTest::newRow("no unit") << u"age<10"_s;
    QTest::newRow("another unit") << u"age>1mon"_s;
    QTest::newRow("a sign") << u"age>-1h"_s;
    QTest::newRow("behind a selector") << u"{job=\"a\"} age>x"_s;
}

void TestGroupFilter::saysWhatIsWrongWithAnAge()
{
    QFETCH(const QString, line);
    const auto filter = GroupFilter::ofLine(line);
    QVERIFY(!filter);
    QCOMPARE(filter.error().kind, Error::Kind::BadRequest);
    QVERIFY(filter.error().message.contains("looks like"));
}

void TestGroupFilter::saysWhatIsWrongWithASelector()
{
    const auto filter = GroupFilter::ofLine(u"{job="_s);
    QVERIFY(!filter);
    QCOMPARE(filter.error().kind, Error::Kind::BadRequest);
    QVERIFY(!filter.error().message.isEmpty());
}

void TestGroupFilter::isOpenWhenNothingIsWanted()
{
    QVERIFY(GroupFilter::ofLine(u" "_s)->isOpen());
    QVERIFY(!GroupFilter::ofLine(u"a"_s)->isOpen());
    QVERIFY(!GroupFilter::ofLine(u"age>1s"_s)->isOpen());
    QVERIFY(!(GroupFilter{{}, GroupState::Fresh, {}, {}}).isOpen());
}

QTEST_APPLESS_MAIN(TestGroupFilter)
#include "tst_group_filter.moc"

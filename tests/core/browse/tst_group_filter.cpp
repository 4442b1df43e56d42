// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter.h"
#include "tests/core/browse/rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestGroupFilter : public QObject {
    Q_OBJECT

private slots:
    void looksForWords_data();
    void looksForWords();
    void looksForAState();
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
    QTEST(filter->accepts(row, GroupState::Fresh), "accepted");
}

void TestGroupFilter::looksForAState()
{
    GroupFilter filter = *GroupFilter::ofLine(u"nightly"_s);
    filter.state = GroupState::Stale;
    const GroupRow row(browseKey("nightly"));
    QVERIFY(filter.accepts(row, GroupState::Stale));
    QVERIFY(!filter.accepts(row, GroupState::Fresh));
    QVERIFY(!filter.accepts(GroupRow(browseKey("other")), GroupState::Stale));
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
    QVERIFY(!(GroupFilter{{}, GroupState::Fresh, {}}).isOpen());
}

QTEST_APPLESS_MAIN(TestGroupFilter)
#include "tst_group_filter.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_csv.h"
#include "tests/core/browse/rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;
using namespace std::chrono_literals;

class TestGroupCsv : public QObject {
    Q_OBJECT

private slots:
    void hasAColumnForEachLabel();
    void tellsAllOfAGroup();
    void quotesWhatNeedsIt_data();
    void quotesWhatNeedsIt();
};

namespace {

const QByteArray kFixed
    = "state,last_push,last_failure,age_seconds,rhythm_seconds,due,families,series,bytes\r\n"_ba;
const QByteArray kBare = ",fresh,,,,,,0,0,\r\n"_ba; // after the labels of a row without anything

GroupRowPtr shared(GroupRow row)
{
    return std::make_shared<const GroupRow>(std::move(row));
}

} // namespace

void TestGroupCsv::hasAColumnForEachLabel()
{
    QCOMPARE(groupsCsv({}, atSecond(0)), kFixed);
    GroupRow other(*GroupingKey::from(*Labels::from({{"job", "b"}, {"a.\"b", "c"}})));
    QCOMPARE(groupsCsv({shared(GroupRow(browseKey("a", "i"))), shared(other)}, atSecond(0)),
        "\"label_a.\"\"b\",label_instance,label_job," + kFixed + ",i,a" + kBare + "c,,b" + kBare);
}

void TestGroupCsv::tellsAllOfAGroup()
{
    GroupRow row(browseKey("a"));
    row.lastPushSuccessful = false;
    row.pushTime = atSecond(1'000'000'000) + 250ms;
    row.failureTime = atSecond(1'000'000'060);
    row.rhythm = 90s;
    row.expectedBy = atSecond(1'000'000'135);
    row.families = 2;
    row.series = 12;
    row.bytes = 345;
    QCOMPARE(groupsCsv({shared(row)}, atSecond(1'000'000'100)),
        "label_job," + kFixed
            + "a,failed,2001-09-09T01:46:40.250Z,2001-09-09T01:47:40.000Z,99.750,90.000,"
              "2001-09-09T01:48:55.000Z,2,12,345\r\n");
}

void TestGroupCsv::quotesWhatNeedsIt_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << "a b;c'"_ba
                           << "a b;c'"_ba;
    QTest::newRow("comma") << "a,b"_ba
                           << "\"a,b\""_ba;
    QTest::newRow("quotes") << "a\"b"_ba
                            << "\"a\"\"b\""_ba;
    QTest::newRow("line feed") << "a\nb"_ba
                               << "\"a\nb\""_ba;
    QTest::newRow("carriage return") << "a\rb"_ba
                                     << "\"a\rb\""_ba;
    QTest::newRow("beyond ASCII") << "网关"_ba
                                  << "网关"_ba;
    QTest::newRow("formula") << "=1+1"_ba
                             << "'=1+1"_ba;
    QTest::newRow("formula, quoted") << "=HYPERLINK(\"x\",1)"_ba
                                     << "\"'=HYPERLINK(\"\"x\"\",1)\""_ba;
    QTest::newRow("plus") << "+1"_ba
                          << "'+1"_ba;
    QTest::newRow("minus") << "-1"_ba
                           << "'-1"_ba;
    QTest::newRow("at") << "@SUM(A1)"_ba
                        << "'@SUM(A1)"_ba;
    QTest::newRow("tab first") << "\t=1"_ba
                               << "'\t=1"_ba;
    QTest::newRow("return first") << "\r=1"_ba
                                  << "\"'\r=1\""_ba;
    QTest::newRow("sign inside") << "a=1-2"_ba
                                 << "a=1-2"_ba;
}

void TestGroupCsv::quotesWhatNeedsIt()
{
    QFETCH(const QByteArray, job);
    QFETCH(const QByteArray, field);
    QCOMPARE(groupsCsv({shared(GroupRow(browseKey(job)))}, atSecond(0)),
        "label_job," + kFixed + field + kBare);
}

QTEST_APPLESS_MAIN(TestGroupCsv)
#include "tst_group_csv.moc"

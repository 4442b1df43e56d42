// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/messages.h"
#include "gui/text/translation.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using Kind = ClientError::Kind;

class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void saysWhatWasDeleted_data();
    void saysWhatWasDeleted();
    void saysWhatWasRestored();
    void saysWhatHappenedAndWhatToDo_data();
    void saysWhatHappenedAndWhatToDo();
    void tellsTheNextAttempt();
};

namespace {

core::GroupingKey keyOf(const QByteArray& job)
{
    return *core::GroupingKey::from(*core::Labels::from({{"job", job}}));
}

GroupBackup backup(GroupBackup::Coverage coverage = GroupBackup::Coverage::Whole)
{
    return {keyOf("a"), {}, coverage};
}

const ClientError kUnauthorized{Kind::Unauthorized, 401, {}};

} // namespace

void TestMessages::saysWhatWasDeleted_data()
{
    QTest::addColumn<JobReport>("report");
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << JobReport{1, {backup(), backup()}, {}, 0} << u"Deleted 2 groups."_s;
    QTest::newRow("nothing was there") << JobReport{1, {}, {}, 0} << u"Deleted 0 groups."_s;
    QTest::newRow("refused")
        << JobReport{1, {}, {{keyOf("a"), kUnauthorized}}, 0}
        << u"Could not delete {job=\"a\"}: the gateway answered 401, it wants somebody to sign in. "
           "Sign in under Gateway > Edit."_s;
    QTest::newRow("some refused")
        << JobReport{1, {backup()},
               {{keyOf("b"), {Kind::Refused, 500, u"no"_s}}, {keyOf("c"), kUnauthorized}}, 0}
        << u"Deleted 1 group. Could not delete {job=\"b\"}: the gateway answered 500 (no). "
           "1 other group failed, too."_s;
    QTest::newRow("cancelled") << JobReport{1, {backup()}, {}, 7}
                               << u"Deleted 1 group. Cancelled before 7 more."_s;
    QTest::newRow("more than can be undone")
        << JobReport{1, {backup(), backup(GroupBackup::Coverage::Partial)}, {}, 0}
        << u"Deleted 2 groups. Undo cannot bring back the native histograms of 1 group."_s;
}

void TestMessages::saysWhatWasDeleted()
{
    QFETCH(const JobReport, report);
    QTEST(deletedText(report), "text");
}

void TestMessages::saysWhatWasRestored()
{
    QCOMPARE(restoredText({1, {backup()}, {}, 0}), u"Restored 1 group; its push time is now."_s);
    QCOMPARE(restoredText({1, {}, {{keyOf("a"), {Kind::TimedOut, 0, {}}}}, 0}),
        u"Could not restore {job=\"a\"}: there was no answer in time."_s);
}

void TestMessages::saysWhatHappenedAndWhatToDo_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("hasAdvice");
    QTest::newRow("unreachable") << Kind::Unreachable << false;
    QTest::newRow("timed out") << Kind::TimedOut << false;
    QTest::newRow("unauthorized") << Kind::Unauthorized << true;
    QTest::newRow("forbidden") << Kind::Forbidden << true;
    QTest::newRow("TLS") << Kind::Tls << true;
    QTest::newRow("not a gateway") << Kind::NotAGateway << true;
    QTest::newRow("refused") << Kind::Refused << false;
}

void TestMessages::saysWhatHappenedAndWhatToDo()
{
    QFETCH(const Kind, kind);
    const ClientError error{kind, 500, u"detail"_s};
    QVERIFY(!causeText(error).isEmpty());
    QVERIFY(!causeText(error).endsWith(u'.')); // it stands inside a sentence
    QTEST(!adviceText(error).isEmpty(), "hasAdvice");
}

void TestMessages::tellsTheNextAttempt()
{
    QCOMPARE(retryText(std::chrono::milliseconds(300)), u"trying again"_s);
    QCOMPARE(retryText(std::chrono::seconds(5)), u"trying again in 5 s"_s);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"

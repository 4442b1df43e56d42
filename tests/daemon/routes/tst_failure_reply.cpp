// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/failure_reply.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestFailureReply : public QObject {
    Q_OBJECT
private slots:
    void givesEachKindItsStatus_data();
    void givesEachKindItsStatus();
};

void TestFailureReply::givesEachKindItsStatus_data()
{
    using Kind = core::Error::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("bad request") << Kind::BadRequest << 400;
    QTest::newRow("inconsistent") << Kind::Inconsistent << 400;
    QTest::newRow("too large") << Kind::TooLarge << 413;
    QTest::newRow("not found") << Kind::NotFound << 404;
    QTest::newRow("unavailable") << Kind::Unavailable << 503;
    QTest::newRow("internal") << Kind::Internal << 500;
}

void TestFailureReply::givesEachKindItsStatus()
{
    QFETCH(const core::Error::Kind, kind);
    QFETCH(const int, status);
    QCOMPARE(failureReply({kind, "what is wrong"_ba}), Reply::error(status, "what is wrong"));
}

QTEST_APPLESS_MAIN(TestFailureReply)
#include "tst_failure_reply.moc"

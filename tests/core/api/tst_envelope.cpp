// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/envelope.h"

#include <QTest>

using namespace pushgate::core;

class TestEnvelope : public QObject {
    Q_OBJECT

private slots:
    void wrapsData();
    void sharesTheSegments();
    void describesErrors();
};

void TestEnvelope::wrapsData()
{
    QCOMPARE(successBody({"[1", ",2]"}).join(), QByteArray(R"({"status":"success","data":[1,2]})"));
    QCOMPARE(successBody({"[]"}).join(), QByteArray(R"({"status":"success","data":[]})"));
}

void TestEnvelope::sharesTheSegments()
{
    const QByteArray segment(100'000, '1');
    QVERIFY(successBody({segment})[1].isSharedWith(segment));
}

void TestEnvelope::describesErrors()
{
    const QByteArray body
        = R"({"status":"error","errorType":"bad_data","error":"\u003ca\u003e \" label"})";
    QCOMPARE(errorBody("bad_data", "<a> \" label"), body);
}

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"

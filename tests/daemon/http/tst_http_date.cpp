// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/http_date.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

class HandClock final : public core::Clock {
public:
    core::TimePoint now() const override { return time; }
    core::TimePoint time{};
};

} // namespace

class TestHttpDate : public QObject {
    Q_OBJECT
private slots:
    void writesDates_data();
    void writesDates();
    void changesWithTheSecond();
};

void TestHttpDate::writesDates_data()
{
    QTest::addColumn<qint64>("unixSeconds");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("epoch") << qint64{0} << "Thu, 01 Jan 1970 00:00:00 GMT"_ba;
    QTest::newRow("of RFC 9110") << qint64{784'111'777} << "Sun, 06 Nov 1994 08:49:37 GMT"_ba;
    QTest::newRow("leap day") << qint64{1'709'251'199} << "Thu, 29 Feb 2024 23:59:59 GMT"_ba;
    QTest::newRow("new year") << qint64{1'735'689'600} << "Wed, 01 Jan 2025 00:00:00 GMT"_ba;
    QTest::newRow("beyond 32 bits") << qint64{4'294'967'296} << "Sun, 07 Feb 2106 06:28:16 GMT"_ba;
}

void TestHttpDate::writesDates()
{
    QFETCH(const qint64, unixSeconds);
    QFETCH(const QByteArray, text);
    QCOMPARE(httpDate(core::TimePoint(std::chrono::seconds(unixSeconds) + 999ms)), text);
}

void TestHttpDate::changesWithTheSecond()
{
    HandClock clock;
    HttpDate date(clock);
    QCOMPARE(date.now(), QByteArrayView("Thu, 01 Jan 1970 00:00:00 GMT"));
    clock.time += 999ms;
    QCOMPARE(date.now(), QByteArrayView("Thu, 01 Jan 1970 00:00:00 GMT"));
    clock.time += 1ms;
    QCOMPARE(date.now(), QByteArrayView("Thu, 01 Jan 1970 00:00:01 GMT"));
    clock.time -= 1h; // set back
    QCOMPARE(date.now(), QByteArrayView("Wed, 31 Dec 1969 23:00:01 GMT"));
}

QTEST_APPLESS_MAIN(TestHttpDate)
#include "tst_http_date.moc"

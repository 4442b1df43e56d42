// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/status_json.h"

#include <QTest>

#include <ctime>

using namespace pushgate::core;

class TestStatusJson : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void writesAllKeys();
    void leavesNoKeyOut();
};

void TestStatusJson::initTestCase()
{
    qputenv("TZ", "UTC0");
    tzset();
}

void TestStatusJson::writesAllKeys()
{
    GatewayStatus status;
    status.build = {"main", "2026-11-22", "ada@host", "GCC 12", "abc", "1.0"};
    status.flags
        = {{"web.route-prefix", ""}, {"persistence.interval", "5m0s"}, {"log.level", "<info>"}};
    status.startTime = TimePoint(std::chrono::milliseconds(1'795'361'737'250));
    QCOMPARE(renderStatusJson(status),
        QByteArray(R"({"build_information":{"branch":"main","buildDate":"2026-11-22",)"
                   R"("buildUser":"ada@host","goVersion":"GCC 12","revision":"abc",)"
                   R"("version":"1.0"},"flags":{"log.level":"\u003cinfo\u003e",)"
                   R"("persistence.interval":"5m0s","web.route-prefix":""},)"
                   R"("start_time":"2026-11-22T15:35:37.25Z"})"));
}

void TestStatusJson::leavesNoKeyOut()
{
    QCOMPARE(renderStatusJson({}),
        QByteArray(R"({"build_information":{"branch":"","buildDate":"","buildUser":"",)"
                   R"("goVersion":"","revision":"","version":""},"flags":{},)"
                   R"("start_time":"1970-01-01T00:00:00Z"})"));
}

QTEST_APPLESS_MAIN(TestStatusJson)
#include "tst_status_json.moc"

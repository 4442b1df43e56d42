// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/log_settings.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestLogSettings : public QObject {
    Q_OBJECT
private slots:
    void levelsAreReadBack();
    void formatsAreReadBack();
    void refusesOthers();
};

void TestLogSettings::levelsAreReadBack()
{
    for (const LogLevel level :
        {LogLevel::Debug, LogLevel::Info, LogLevel::Warn, LogLevel::Error}) {
        const auto read = logLevelFromName(logLevelName(level));
        QVERIFY(read);
        QCOMPARE(*read, level);
    }
    QVERIFY(LogLevel::Debug < LogLevel::Info && LogLevel::Warn < LogLevel::Error);
}

void TestLogSettings::formatsAreReadBack()
{
    for (const LogFormat format : {LogFormat::Logfmt, LogFormat::Json}) {
        const auto read = logFormatFromName(logFormatName(format));
        QVERIFY(read);
        QCOMPARE(*read, format);
    }
}

void TestLogSettings::refusesOthers()
{
    const auto level = logLevelFromName("INFO");
    QVERIFY(!level);
    QCOMPARE(level.error(), core::badRequest("unrecognized log level INFO"_ba));
    const auto format = logFormatFromName("");
    QVERIFY(!format);
    QCOMPARE(format.error(), core::badRequest("unrecognized log format "_ba));
}

QTEST_APPLESS_MAIN(TestLogSettings)
#include "tst_log_settings.moc"

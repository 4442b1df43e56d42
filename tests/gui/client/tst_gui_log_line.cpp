// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/log_line.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::gui;

class TestLogLine : public QObject {
    Q_OBJECT

private slots:
    void findsFields_data();
    void findsFields();
    void tellsLevels_data();
    void tellsLevels();
};

void TestLogLine::findsFields_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const QString line = u"ts=2026-11-29T04:49:43Z level=error msg=\"could not load\" "
                         "err=\"\\\"a\\\\b\\\" is in use: stop level=it\" empty=\"\" file=/x"_s;
    QTest::newRow("first") << line << u"ts"_s << u"2026-11-29T04:49:43Z"_s;
    QTest::newRow("plain") << line << u"level"_s << u"error"_s;
    QTest::newRow("quoted") << line << u"msg"_s << u"could not load"_s;
    QTest::newRow("with quotes inside")
        << line << u"err"_s << u"\"a\\b\" is in use: stop level=it"_s;
    QTest::newRow("empty") << line << u"empty"_s << u""_s;
    QTest::newRow("last") << line << u"file"_s << u"/x"_s;
    QTest::newRow("none") << line << u"caller"_s << u""_s;
    QTest::newRow("only the end of a key") << line << u"rr"_s << u""_s;
    QTest::newRow("another form") << u"panic: everything"_s << u"msg"_s << u""_s;
    QTest::newRow("open quote") << u"msg=\"cut off"_s << u"msg"_s << u"\"cut"_s;
}

void TestLogLine::findsFields()
{
    QFETCH(const QString, line);
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QCOMPARE(logField(line, key), value);
}

void TestLogLine::tellsLevels_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("level");
    QTest::newRow("debug") << u"level=debug msg=x"_s << int(LogLine::Level::Debug);
    QTest::newRow("info") << u"level=info msg=x"_s << int(LogLine::Level::Info);
    QTest::newRow("warn") << u"ts=1 level=warn msg=x"_s << int(LogLine::Level::Warning);
    QTest::newRow("error") << u"ts=1 level=error msg=x"_s << int(LogLine::Level::Error);
    QTest::newRow("none") << u"terminate called"_s << int(LogLine::Level::Info);
    QTest::newRow("empty") << QString() << int(LogLine::Level::Info);
}

void TestLogLine::tellsLevels()
{
    QFETCH(const QString, line);
    QFETCH(const int, level);
    const LogLine read = logLineOf(line);
    QCOMPARE(int(read.level), level);
    QCOMPARE(read.text, line);
}

QTEST_GUILESS_MAIN(TestLogLine)
#include "tst_gui_log_line.moc"

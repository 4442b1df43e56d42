// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/log_line.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestLogLine : public QObject {
    Q_OBJECT

    static LogEntry entry(std::vector<LogField> fields);

private slots:
    void writesLogfmt();
    void writesJson();
    void quotesInLogfmt_data();
    void quotesInLogfmt();
    void jsonKeepsTheText_data();
    void jsonKeepsTheText();
};

LogEntry TestLogLine::entry(std::vector<LogField> fields)
{
    // 2026-01-02T03:04:05.678999999Z: milliseconds are cut, not rounded.
    const core::TimePoint time{std::chrono::nanoseconds(1767323045678999999)};
    return {time, LogLevel::Warn, "a.cpp:7"_ba, "two words"_ba, std::move(fields)};
}

void TestLogLine::writesLogfmt()
{
    QCOMPARE(logfmtLine(entry({{"text", "x"_ba}, {"number", qint64{-3}}, {"flag", true}})),
        "ts=2026-01-02T03:04:05.678Z level=warn caller=a.cpp:7 msg=\"two words\" text=x number=-3 "
        "flag=true\n"_ba);
}

void TestLogLine::writesJson()
{
    QCOMPARE(jsonLine(entry({{"text", "x"_ba}, {"number", qint64{-3}}, {"flag", false}})),
        R"({"ts":"2026-01-02T03:04:05.678Z","level":"warn","caller":"a.cpp:7",)"
        R"("msg":"two words","text":"x","number":-3,"flag":false})"
        "\n"_ba);
}

void TestLogLine::quotesInLogfmt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << "127.0.0.1:9091"_ba
                           << "127.0.0.1:9091"_ba;
    QTest::newRow("UTF-8") << "\xc3\xa9"_ba
                           << "\xc3\xa9"_ba;
    QTest::newRow("empty") << ""_ba
                           << R"("")"_ba;
    QTest::newRow("blank") << "a b"_ba
                           << R"("a b")"_ba;
    QTest::newRow("equals sign") << "a=b"_ba
                                 << R"("a=b")"_ba;
    QTest::newRow("quote") << R"(a"b)"_ba
                           << R"("a\"b")"_ba;
    QTest::newRow("line end") << "a\nb"_ba
                              << R"("a\nb")"_ba;
    QTest::newRow("invalid byte") << "a\xc3"_ba
                                  << R"("a\xc3")"_ba;
}

void TestLogLine::quotesInLogfmt()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, shown);
    const QByteArray line = logfmtLine(entry({{"k", text}}));
    QVERIFY2(line.endsWith(" k=" + shown + '\n'), line.constData());
}

void TestLogLine::jsonKeepsTheText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("quotes") << R"("\/)"_ba;
    QTest::newRow("controls") << "\r\n\t\x01\x1f\x7f"_ba;
    QTest::newRow("UTF-8") << "\xc3\xa9\xf0\x9f\x99\x82\xe2\x80\xa8"_ba;
}

void TestLogLine::jsonKeepsTheText()
{
    QFETCH(const QByteArray, text);
    const QByteArray line = jsonLine(entry({{"k", text}}));
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value("k"_L1).toString().toUtf8(), text);
}

QTEST_APPLESS_MAIN(TestLogLine)
#include "tst_log_line.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/logger.h"

#include <QtTest>

#include <array>
#include <thread>
#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestLogger : public QObject {
    Q_OBJECT

    core::SystemClock m_clock;

private slots:
    void dropsLowerLevels();
    void writesTheFormatChosen();
    void namesTheLineOfTheCall();
    void linesOfThreadsDoNotMix();
    void stderrTakesWholeLines();
};

void TestLogger::dropsLowerLevels()
{
    QList<QByteArray> lines;
    Logger logger({LogLevel::Warn, LogFormat::Logfmt}, m_clock,
        [&](const QByteArray& line) { lines.append(line); });
    logger.debug("a");
    logger.info("b");
    logger.warn("c");
    logger.error("d");
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains(" level=warn ") && lines[0].endsWith(" msg=c\n"));
    QVERIFY(lines[1].contains(" level=error ") && lines[1].endsWith(" msg=d\n"));
    QVERIFY(!logger.wants(LogLevel::Info));
    QVERIFY(logger.wants(LogLevel::Warn));
}

void TestLogger::writesTheFormatChosen()
{
    QByteArray written;
    Logger logger({LogLevel::Debug, LogFormat::Json}, m_clock,
        [&](const QByteArray& line) { written = line; });
    logger.info("hello", {{"k", qint64{1}}});
    QVERIFY(written.startsWith("{\"ts\":\"20"));
    QVERIFY(written.endsWith("\"msg\":\"hello\",\"k\":1}\n"));
}

void TestLogger::namesTheLineOfTheCall()
{
    QByteArray written;
    Logger logger({}, m_clock, [&](const QByteArray& line) { written = line; });
    const int line = __LINE__ + 1;
    logger.info("here");
    QVERIFY2(written.contains(" caller=tst_logger.cpp:" + QByteArray::number(line) + ' '),
        written.constData());
}

void TestLogger::linesOfThreadsDoNotMix()
{
    constexpr qsizetype kThreads = 4;
    constexpr qsizetype kLines = 200;
    QByteArray written;
    Logger logger({}, m_clock, [&](const QByteArray& line) { written.append(line); });
    {
        std::vector<std::jthread> threads;
        threads.reserve(kThreads);
        for (qsizetype thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&] {
                for (qsizetype i = 0; i < kLines; ++i)
                    logger.info("message");
            });
        }
    }
    const QList<QByteArray> lines = written.split('\n');
    QCOMPARE(lines.size(), kThreads * kLines + 1);
    QCOMPARE(lines.count(QByteArray()), 1);
    for (const QByteArray& line : lines.first(kThreads * kLines))
        QVERIFY(line.startsWith("ts=") && line.endsWith(" msg=message"));
}

void TestLogger::stderrTakesWholeLines()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const int saved = ::dup(STDERR_FILENO);
    QVERIFY(saved >= 0 && ::dup2(ends[1], STDERR_FILENO) >= 0);
    writeToStderr("one line\n"_ba);
    QVERIFY(::dup2(saved, STDERR_FILENO) >= 0);
    ::close(ends[1]);
    ::close(saved);

    std::array<char, 64> buffer{};
    const ssize_t size = ::read(ends[0], buffer.data(), buffer.size());
    ::close(ends[0]);
    QCOMPARE(QByteArray(buffer.data(), size), "one line\n"_ba);
}

QTEST_APPLESS_MAIN(TestLogger)
#include "tst_logger.moc"

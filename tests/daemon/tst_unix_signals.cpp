// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/unix_signals.h"

#include <QSignalSpy>
#include <QtTest>

#include <array>
#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace pushgate::daemon;

/// The first signal changes what the next one does to the whole process, so each case has one of
/// its own.
class TestUnixSignals : public QObject {
    Q_OBJECT

    static int statusOf(const std::function<int()>& body);

private slots:
    void firstSignalIsReported_data();
    void firstSignalIsReported();
    void reloadsAsOftenAsTold();
    void secondSignalEndsTheProcess();
    void brokenPipesAreIgnored();
};

/// The exit status of a child that runs `body`; -1 if a signal killed it.
int TestUnixSignals::statusOf(const std::function<int()>& body)
{
    const pid_t child = ::fork();
    if (child == 0) {
        int argc = 0;
        QCoreApplication application(argc, nullptr);
        ::_exit(body());
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void TestUnixSignals::firstSignalIsReported_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestUnixSignals::firstSignalIsReported()
{
    QFETCH(const int, signal);
    const int status = statusOf([signal] {
        const UnixSignals unixSignals;
        QSignalSpy spy(&unixSignals, &UnixSignals::terminationRequested);
        ::kill(::getpid(), signal);
        return spy.wait() && spy.count() == 1 ? 42 : 43;
    });
    QCOMPARE(status, 42);
}

void TestUnixSignals::reloadsAsOftenAsTold()
{
    const int status = statusOf([] {
        const UnixSignals unixSignals;
        QSignalSpy terminations(&unixSignals, &UnixSignals::terminationRequested);
        QSignalSpy reloads(&unixSignals, &UnixSignals::reloadRequested);
        for (int i = 1; i <= 3; ++i) {
            ::kill(::getpid(), SIGHUP);
            if (!reloads.wait() || reloads.count() != i)
                return 43;
        }
        return terminations.isEmpty() ? 42 : 44;
    });
    QCOMPARE(status, 42);
}

void TestUnixSignals::secondSignalEndsTheProcess()
{
    const int status = statusOf([] {
        const UnixSignals unixSignals;
        QSignalSpy spy(&unixSignals, &UnixSignals::terminationRequested);
        ::kill(::getpid(), SIGTERM);
        if (!spy.wait())
            return 43;
        ::kill(::getpid(), SIGINT); // nobody reads events any more
        return 44;
    });
    QCOMPARE(status, 1);
}

void TestUnixSignals::brokenPipesAreIgnored()
{
    const int status = statusOf([] {
        const UnixSignals unixSignals;
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return 43;
        ::close(ends[0]);
        return ::write(ends[1], "x", 1) == -1 ? 42 : 44;
    });
    QCOMPARE(status, 42);
}

// No application here: the children make their own.
QTEST_APPLESS_MAIN(TestUnixSignals)
#include "tst_unix_signals.moc"

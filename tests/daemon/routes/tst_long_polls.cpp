// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/long_polls.h"
#include "tests/support/collecting_sink.h"

#include <QtTest>

#include <atomic>
#include <ctime>
#include <thread>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace pushgate::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestLongPolls : public QObject {
    Q_OBJECT

    LongPolls::Poll poll(quint64 since, std::chrono::milliseconds wait, QByteArray question = "q");
    void change(quint64 revision) { m_polls->changed({revision, core::StoreWiped{}}); }
    size_t answered() const { return m_sink->sent().size(); }

    std::atomic<int> m_made = 0;
    std::shared_ptr<CollectingSink> m_sink;
    std::unique_ptr<RenderPool> m_pool;
    std::unique_ptr<LongPolls> m_polls;

private slots:
    void init();
    void cleanup();
    void answersWhenSomethingChanges();
    void letsNobodyWaitForWhatHasHappened();
    void answersInTime();
    void makesEqualAnswersOnce();
    void answersAllWhenClosed();
    void boundsThoseThatWait();
    void costsNothingWhileNothingChanges();
    void losesNoChangeToARace();
};

void TestLongPolls::init()
{
    m_made = 0;
    m_sink = std::make_shared<CollectingSink>();
    m_pool = std::make_unique<RenderPool>(2);
    m_polls = std::make_unique<LongPolls>(*m_pool);
}

void TestLongPolls::cleanup()
{
    m_pool.reset();
    m_polls.reset();
}

LongPolls::Poll TestLongPolls::poll(
    quint64 since, std::chrono::milliseconds wait, QByteArray question)
{
    return {since, wait, std::move(question),
        [this] {
            ++m_made;
            return Reply::empty(200);
        },
        LateReply(ReplyTo(m_sink, 1, 1), nullptr)};
}

void TestLongPolls::answersWhenSomethingChanges()
{
    QVERIFY(m_polls->wait(poll(5, 60s)));
    QCOMPARE(m_polls->waiting(), size_t{1});
    change(6);
    QTRY_COMPARE(answered(), size_t{1});
    QCOMPARE(m_polls->waiting(), size_t{0});
    change(7);
    QVERIFY(m_polls->wait(poll(7, 60s)));
    change(8);
    QTRY_COMPARE(answered(), size_t{2});
}

void TestLongPolls::letsNobodyWaitForWhatHasHappened()
{
    change(6);
    QVERIFY(!m_polls->wait(poll(5, 60s)));
    QVERIFY(m_polls->wait(poll(6, 60s)));
    QCOMPARE(m_polls->waiting(), size_t{1});
}

void TestLongPolls::answersInTime()
{
    QVERIFY(m_polls->wait(poll(5, 60s, "long")));
    QVERIFY(m_polls->wait(poll(5, 30ms, "short")));
    QVERIFY(m_polls->wait(poll(5, 10ms, "shorter")));
    QTRY_COMPARE(answered(), size_t{2});
    QCOMPARE(m_polls->waiting(), size_t{1});
}

void TestLongPolls::makesEqualAnswersOnce()
{
    for (int i = 0; i < 100; ++i)
        QVERIFY(m_polls->wait(poll(5, 60s, i % 2 == 0 ? "even" : "odd")));
    change(6);
    QTRY_COMPARE(answered(), size_t{100});
    QCOMPARE(m_made.load(), 2);
}

void TestLongPolls::answersAllWhenClosed()
{
    QVERIFY(m_polls->wait(poll(5, 60s)));
    QVERIFY(m_polls->wait(poll(9, 60s)));
    m_polls->close();
    QTRY_COMPARE(answered(), size_t{2});
    QVERIFY(!m_polls->wait(poll(9, 60s)));
}

void TestLongPolls::boundsThoseThatWait()
{
    for (size_t i = 0; i < LongPolls::kMostWaiting; ++i)
        QVERIFY(m_polls->wait(poll(5, 60s)));
    QVERIFY(!m_polls->wait(poll(5, 60s)));
    change(6);
    QTRY_COMPARE(answered(), LongPolls::kMostWaiting);
    QVERIFY(m_polls->wait(poll(6, 60s)));
}

/// Of processor time, that is.
void TestLongPolls::costsNothingWhileNothingChanges()
{
    for (int i = 0; i < 1'000; ++i)
        QVERIFY(m_polls->wait(poll(5, 60s)));
    QCoreApplication::processEvents();
    const std::clock_t before = std::clock();
    QEventLoop loop;
    QTimer::singleShot(500ms, &loop, &QEventLoop::quit);
    loop.exec();
    const double spent = double(std::clock() - before) / CLOCKS_PER_SEC;
    QVERIFY2(spent < 0.005, qPrintable(QString::number(spent)));
    QCOMPARE(m_polls->waiting(), size_t{1'000});
}

/// Changes and polls from two threads: whoever waits for a revision hears of it.
void TestLongPolls::losesNoChangeToARace()
{
    std::atomic<quint64> revision = 0;
    std::thread changer([&] {
        for (int i = 0; i < 20'000; ++i)
            change(++revision);
    });
    size_t waited = 0;
    while (revision < 20'000) {
        const quint64 known = revision;
        if (known < 20'000 && m_polls->wait(poll(known, 60s)))
            ++waited;
    }
    changer.join();
    QTRY_COMPARE(answered(), waited);
}

QTEST_GUILESS_MAIN(TestLongPolls)
#include "tst_long_polls.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/render_pool.h"
#include "tests/support/collecting_sink.h"

#include <QtTest>

#include <mutex>
#include <thread>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestRenderPool : public QObject {
    Q_OBJECT

    static core::Snapshot store(quint64 seriesCount, quint64 errors = 0)
    {
        core::Snapshot snapshot;
        snapshot.seriesCount = seriesCount;
        snapshot.errors = errors;
        return snapshot;
    }

private slots:
    void answersSmallStoresInPlace();
    void leavesOthersToTheirThread_data();
    void leavesOthersToTheirThread();
    void letsGoElsewhereAndLater();
    void waitsForWhatIsUnderWay();
};

void TestRenderPool::answersSmallStoresInPlace()
{
    const auto sink = std::make_shared<tests::CollectingSink>();
    RenderPool pool(1);
    const auto caller = std::this_thread::get_id();
    const auto reply
        = pool.render(store(RenderPool::kSeriesInPlace), {ReplyTo(sink, 1, 1), nullptr},
            [&] { return Reply::text(std::this_thread::get_id() == caller ? 200 : 500, "x"_ba); });
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QVERIFY(sink->sent().empty());
}

void TestRenderPool::leavesOthersToTheirThread_data()
{
    QTest::addColumn<quint64>("seriesCount");
    QTest::addColumn<quint64>("errors");
    QTest::newRow("large") << RenderPool::kSeriesInPlace + 1 << quint64{0};
    QTest::newRow("with errors") << quint64{1} << quint64{1};
}

void TestRenderPool::leavesOthersToTheirThread()
{
    QFETCH(const quint64, seriesCount);
    QFETCH(const quint64, errors);
    const auto sink = std::make_shared<tests::CollectingSink>();
    RenderPool pool(1);
    const auto caller = std::this_thread::get_id();
    const auto reply = pool.render(store(seriesCount, errors), {ReplyTo(sink, 1, 7), nullptr},
        [&] { return Reply::text(std::this_thread::get_id() == caller ? 500 : 200, "x"_ba); });
    QVERIFY(!reply);
    QTRY_COMPARE(sink->sent().size(), size_t{1});
    QCOMPARE(sink->sent()[0].request, quint64{7});
    QCOMPARE(sink->sent()[0].reply.status, 200);
}

namespace {

/// Tells on which thread it ends.
struct Heavy {
    std::atomic<std::thread::id>& endedOn;
    ~Heavy() { endedOn = std::this_thread::get_id(); }
};

} // namespace

void TestRenderPool::letsGoElsewhereAndLater()
{
    RenderPool pool(1);
    std::atomic<std::thread::id> endedOn{};
    auto heavy = std::make_shared<Heavy>(endedOn);
    const std::weak_ptr<Heavy> watched = heavy;
    pool.release(std::move(heavy));
    pool.run([] {}); // the pool is not the one that waits
    QVERIFY(!watched.expired()); // not before this thread is back in its event loop
    QTRY_VERIFY(watched.expired());
    QTRY_VERIFY(endedOn.load() != std::thread::id());
    QVERIFY(endedOn.load() != std::this_thread::get_id());
}

void TestRenderPool::waitsForWhatIsUnderWay()
{
    const auto sink = std::make_shared<tests::CollectingSink>();
    std::mutex start;
    std::unique_lock held(start);
    {
        RenderPool pool(1);
        std::atomic<bool> begun = false;
        QVERIFY(!pool.render(store(1'000'000), {ReplyTo(sink, 1, 1), nullptr}, [&] {
            begun = true;
            const std::lock_guard lock(start);
            return Reply::empty(200);
        }));
        QTRY_VERIFY(begun);
        held.unlock();
    }
    QCOMPARE(sink->sent().size(), size_t{1});
}

QTEST_GUILESS_MAIN(TestRenderPool)
#include "tst_render_pool.moc"

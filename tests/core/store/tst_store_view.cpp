// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "core/store/store_view.h"
#include "tests/support/push_dealer.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;

class TestStoreView : public QObject {
    Q_OBJECT

private slots:
    void showsAllThatChangedSinceTheLastSnapshot_data();
    void showsAllThatChangedSinceTheLastSnapshot();
    void isTheSameForOneStepAndMany();
};

namespace {

/// A store and its model, to which the same is done.
class Pair {
public:
    Pair(unsigned seed, size_t mostOutdatedSeries)
        : m_dealer(seed)
        , m_store(ownFamilies(), m_sink, mostOutdatedSeries)
        , m_naive(ownFamilies())
    {
    }

    /// Whether both agree on what came of it.
    bool doOne()
    {
        PlainPush push = m_dealer.push();
        push.key["n"] = QByteArray::number(m_dealer.below(8));
        const unsigned action = m_dealer.below(300);
        if (action == 0) {
            m_store.wipe();
            m_naive.wipe();
        } else if (action < 60) {
            m_store.remove(groupingKey(push.key));
            m_naive.remove(push.key);
        } else {
            return bool(pushIn(action, *prepare(parsed(push), {}))) == m_naive.push(push, true);
        }
        return true;
    }

    bool looks() { return m_dealer.below(30) == 0; }
    SnapshotPtr snapshot() const { return m_store.snapshot(); }
    StoreShape expected() const { return m_naive.shape(); }

private:
    /// By itself, or as one of many, which comes to the same.
    Status pushIn(unsigned action, PreparedPush push)
    {
        if (action % 4 != 0)
            return m_store.push(std::move(push), Consistency::Checked);
        std::vector<PreparedPush> pushes;
        pushes.push_back(std::move(push));
        return m_store.pushAll(std::move(pushes), Consistency::Checked);
    }

    PushDealer m_dealer;
    NoChangeSink m_sink;
    MetricStore m_store;
    NaiveStore m_naive;
};

/// Both ways to a family lead to the same one.
bool isOneState(const Snapshot& snapshot)
{
    bool same = true;
    snapshot.groups.forEach([&](const QByteArray& key, const GroupPtr& group) {
        for (const StoredFamily& family : group->families) {
            const FamilyOwners* owners = snapshot.families.find(family.family().name());
            const StoredFamily* owner = owners ? owners->find(key) : nullptr;
            same
                = same && owner && owner->checked == family.checked && owner->order == family.order;
        }
    });
    return same;
}

} // namespace

void TestStoreView::showsAllThatChangedSinceTheLastSnapshot_data()
{
    QTest::addColumn<size_t>("mostOutdatedSeries");
    QTest::newRow("nothing shown before") << MetricStore::kMostOutdatedSeries;
    QTest::newRow("the oldest shown before") << size_t(8);
    QTest::newRow("all shown at once") << size_t(0);
}

void TestStoreView::showsAllThatChangedSinceTheLastSnapshot()
{
    QFETCH(const size_t, mostOutdatedSeries);

    Pair pair(7, mostOutdatedSeries);
    int looks = 0;
    for (int i = 0; i < 3'000; ++i) {
        QVERIFY2(pair.doOne(), qPrintable(QString::number(i)));
        if (!pair.looks())
            continue;
        ++looks;
        const SnapshotPtr snapshot = pair.snapshot();
        QCOMPARE(shapeOf(*snapshot), pair.expected());
        QCOMPARE(shapeByFamily(*snapshot), pair.expected());
        QCOMPARE(recount(*snapshot), quint64(0));
        QVERIFY(isOneState(*snapshot));
    }
    QVERIFY(looks > 50);
}

void TestStoreView::isTheSameForOneStepAndMany()
{
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    PushDealer dealer(3);
    StoreView stepwise;
    GroupTable all;
    SnapshotPtr last = store.snapshot();
    for (int i = 0; i < 1'000; ++i) {
        const PlainPush push = dealer.push();
        const QByteArray key = groupingKey(push.key).encoded();
        if (dealer.below(5) == 0)
            store.remove(groupingKey(push.key));
        else
            (void)store.push(*prepare(parsed(push), {}), Consistency::Unchecked);
        const SnapshotPtr now = store.snapshot();
        const GroupPtr* before = last->groups.find(key);
        const GroupPtr* after = now->groups.find(key);
        stepwise.show({key, before ? *before : nullptr, after ? *after : nullptr});
        all.put(key, after ? *after : nullptr);
        last = now;
    }
    std::vector<GroupChange> changes = all.takeChanges();
    StoreView atOnce;
    atOnce.show(changes);

    for (StoreView* view : {&stepwise, &atOnce}) {
        const SnapshotPtr shown = view->snapshot({});
        QCOMPARE(shapeOf(*shown), shapeOf(*last));
        QCOMPARE(shapeByFamily(*shown), shapeOf(*last));
        QVERIFY(isOneState(*shown));
    }
}

QTEST_APPLESS_MAIN(TestStoreView)
#include "tst_store_view.moc"

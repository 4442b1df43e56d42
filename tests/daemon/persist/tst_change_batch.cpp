// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/persist/change_batch.h"
#include "daemon/telemetry/own_families.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QTest>

#include <random>

using namespace pushgate;
using namespace pushgate::daemon;

namespace {

using Texts = std::map<QByteArray, QByteArray>;

class Recorder final : public core::ChangeSink {
public:
    void changed(const core::Change& change) override { changes.push_back(change); }
    std::vector<core::Change> changes;
};

/// What becomes of a file by a batch; fails if the batch has another idea of what is there.
bool applyTo(const ChangeBatch& batch, Texts& file)
{
    if (batch.isWiped())
        file.clear();
    for (const auto& [key, change] : batch.groups()) {
        const auto there = file.find(key);
        const QByteArray before = change.before ? tests::groupText(*change.before) : QByteArray();
        if ((there == file.end() ? QByteArray() : there->second) != before)
            return false;
        if (change.after)
            file[key] = tests::groupText(*change.after);
        else
            file.erase(key);
    }
    return true;
}

} // namespace

class TestChangeBatch : public QObject {
    Q_OBJECT

private slots:
    void isAsGoodAsItsChanges_data();
    void isAsGoodAsItsChanges();
    void forgetsWhatCameAndWent();
    void keepsTracesIfToldTo();
    void canBePutTogetherAgain();
};

void TestChangeBatch::isAsGoodAsItsChanges_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<quint32>("longest");
    QTest::newRow("one by one") << 1U << 1U;
    QTest::newRow("few") << 2U << 5U;
    QTest::newRow("many") << 3U << 200U;
}

void TestChangeBatch::isAsGoodAsItsChanges()
{
    QFETCH(const quint32, seed);
    QFETCH(const quint32, longest);
    Recorder recorder;
    core::MetricStore store(ownFamilies(), recorder);
    tests::RandomPushes pushes(seed);
    std::mt19937 random(seed);
    Texts file;
    for (int round = 0; round < 100; ++round) {
        for (quint32 i = 0; i < 1 + random() % longest; ++i)
            pushes.doOne(store);
        ChangeBatch batch;
        for (const core::Change& change : recorder.changes)
            batch.add(change);
        QCOMPARE(batch.isEmpty(), recorder.changes.empty());
        recorder.changes.clear();
        QVERIFY(applyTo(batch, file));
        QCOMPARE(file, tests::groupTexts(*store.snapshot()));
    }
}

void TestChangeBatch::forgetsWhatCameAndWent()
{
    Recorder recorder;
    core::MetricStore store(ownFamilies(), recorder);
    const core::GroupingKey key = *core::GroupingKey::from(*core::Labels::from({{"job", "a"}}));
    QVERIFY(store.push(*core::prepare({key, core::PushMode::Replace, {}}, core::TimePoint{}),
        core::Consistency::Checked));
    store.remove(key);
    ChangeBatch batch;
    for (const core::Change& change : recorder.changes)
        batch.add(change);
    QCOMPARE(batch.groups().size(), size_t(0));
    QCOMPARE(batch.revision(), quint64(2));
    QVERIFY(!batch.isEmpty());
}

/// For a file that may hold a group already which is none any more.
void TestChangeBatch::keepsTracesIfToldTo()
{
    Recorder recorder;
    core::MetricStore store(ownFamilies(), recorder);
    const core::GroupingKey key = *core::GroupingKey::from(*core::Labels::from({{"job", "a"}}));
    QVERIFY(store.push(*core::prepare({key, core::PushMode::Replace, {}}, core::TimePoint{}),
        core::Consistency::Checked));
    store.remove(key);
    ChangeBatch told;
    told.keepTraces();
    for (const core::Change& change : recorder.changes)
        told.add(change);
    ChangeBatch failed;
    failed.add(recorder.changes.front());
    ChangeBatch owed;
    owed.add(recorder.changes.back());
    owed.prepend(std::move(failed));
    for (const ChangeBatch* const batch : {&told, &owed}) {
        QCOMPARE(batch->groups().size(), size_t(1));
        QVERIFY(!batch->groups().at(key.encoded()).before);
        QVERIFY(!batch->groups().at(key.encoded()).after);
    }
}

void TestChangeBatch::canBePutTogetherAgain()
{
    Recorder recorder;
    core::MetricStore store(ownFamilies(), recorder);
    tests::RandomPushes pushes(9);
    std::mt19937 random(9);
    Texts file;
    for (int round = 0; round < 100; ++round) {
        ChangeBatch batch;
        for (int piece = 0; piece < 3; ++piece) { // as after two attempts that failed
            recorder.changes.clear();
            for (quint32 i = 0; i < random() % 40; ++i)
                pushes.doOne(store);
            ChangeBatch later;
            for (const core::Change& change : recorder.changes)
                later.add(change);
            if (later.isEmpty())
                continue;
            later.prepend(std::move(batch));
            batch = std::move(later);
        }
        QVERIFY(applyTo(batch, file));
        QCOMPARE(file, tests::groupTexts(*store.snapshot()));
        QVERIFY(batch.isEmpty() || batch.revision() == store.revision());
    }
}

QTEST_APPLESS_MAIN(TestChangeBatch)
#include "tst_change_batch.moc"

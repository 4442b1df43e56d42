// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/consistency_index.h"
#include "daemon/persist/group_rows.h"
#include "daemon/persist/recovery.h"
#include "daemon/persist/store_file.h"
#include "daemon/telemetry/own_families.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Writes each change to a file at once.
class WritingSink final : public core::ChangeSink {
public:
    explicit WritingSink(SqlConnection& connection)
        : m_rows(*GroupRows::prepare(connection))
    {
    }

    void changed(const core::Change& change) override
    {
        const core::Status written
            = std::visit([this](const auto& what) { return write(what); }, change.what);
        isWell = isWell && written && m_rows.setRevision(change.revision);
    }

    bool isWell = true;

private:
    core::Status write(const core::GroupStored& what)
    {
        return m_rows.write(what.before.get(), what.group.get());
    }
    core::Status write(const core::GroupRemoved& what)
    {
        return m_rows.write(what.before.get(), nullptr);
    }
    core::Status write(const core::GroupsChanged& what)
    {
        core::Status status = core::ok();
        for (const auto& group : what.groups) {
            if (status)
                status = std::visit([this](const auto& one) { return write(one); }, group);
        }
        return status;
    }
    core::Status write(const core::StoreWiped&) { return m_rows.clear(); }

    GroupRows m_rows;
};

} // namespace

class TestGroupRows : public QObject {
    Q_OBJECT

private slots:
    void keepsEverything_data();
    void keepsEverything();
    void writesOnlyWhatChanged();
    void isReadableForPeople();

private:
    static std::unique_ptr<StoreFile> makeFile(const QTemporaryDir& folder)
    {
        const QByteArray path = QFile::encodeName(folder.filePath(u"metrics"_s));
        if (!StoreFile::create(path, {}, 0, StoreFile::IfThere::Refuse))
            return nullptr;
        auto file = StoreFile::open(path);
        return file ? *std::move(file) : nullptr;
    }
};

void TestGroupRows::keepsEverything_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<quint32>("percentUnchecked");
    QTest::newRow("checked") << 1U << 0U;
    QTest::newRow("some unchecked") << 2U << 20U;
    QTest::newRow("all unchecked") << 3U << 100U;
}

void TestGroupRows::keepsEverything()
{
    QFETCH(const quint32, seed);
    QFETCH(const quint32, percentUnchecked);
    const QTemporaryDir folder;
    const auto file = makeFile(folder);
    QVERIFY(file);
    QVERIFY(file->connection().run("PRAGMA synchronous = OFF"));
    WritingSink sink(file->connection());
    core::MetricStore store(ownFamilies(), sink);
    tests::RandomPushes pushes(seed);
    for (int round = 0; round < 40; ++round) {
        for (int i = 0; i < 20; ++i)
            pushes.doOne(store, percentUnchecked);
        QVERIFY(sink.isWell);
        auto groups = file->groups();
        QVERIFY2(bool(groups), groups ? "" : groups.error().message.constData());
        const auto before = store.snapshot();
        QCOMPARE(tests::groupTexts(*groups), tests::groupTexts(*before));

        core::NoChangeSink none;
        core::MetricStore restored(ownFamilies(), none);
        restored.restore(*std::move(groups), before->revision);
        const auto after = restored.snapshot();
        QCOMPARE(tests::groupTexts(*after), tests::groupTexts(*before));
        QCOMPARE(after->errors, before->errors);
        QCOMPARE(after->seriesCount, before->seriesCount);
        QCOMPARE(after->revision, before->revision);
        QCOMPARE(restored.revision(), before->revision);
        QCOMPARE(after->families.size(), before->families.size());
    }
}

void TestGroupRows::writesOnlyWhatChanged()
{
    const QTemporaryDir folder;
    const auto file = makeFile(folder);
    QVERIFY(file);
    WritingSink sink(file->connection());
    core::MetricStore store(ownFamilies(), sink);
    tests::RandomPushes pushes(7);
    while (store.snapshot()->groups.empty())
        pushes.doOne(store);
    QVERIFY(file->connection().run("UPDATE families SET name = 'untouched'"));

    core::GroupPtr group;
    store.snapshot()->groups.forEach(
        [&group](const QByteArray&, const core::GroupPtr& stored) { group = stored; });
    auto again = core::prepare({group->key, core::PushMode::Merge, {}}, core::TimePoint{});
    QVERIFY(store.push(*std::move(again), core::Consistency::Unchecked));
    const QByteArray rest = QByteArray::number(group->families.size() - 1);
    QCOMPARE(file->connection()
                 .value("SELECT count(*) FROM families WHERE name = 'untouched'")
                 ->toByteArray(),
        rest);
    QCOMPARE(file->connection()
                 .value("SELECT name FROM families WHERE name <> 'untouched'")
                 ->toByteArray(),
        "push_time_seconds"_ba);
}

void TestGroupRows::isReadableForPeople()
{
    const QTemporaryDir folder;
    const auto file = makeFile(folder);
    QVERIFY(file);
    WritingSink sink(file->connection());
    core::MetricStore store(ownFamilies(), sink);
    const core::GroupingKey key
        = *core::GroupingKey::from(*core::Labels::from({{"instance", "db1"}, {"job", "backup"}}));
    auto push = core::prepare(
        {key, core::PushMode::Replace, {}}, core::TimePoint(std::chrono::seconds(86'400)));
    QVERIFY(store.push(*std::move(push), core::Consistency::Checked));
    QCOMPARE(file->connection()
                 .value("SELECT group_concat(labels || ' ' || family || ' ' || metrics || ' ' || "
                        "pushed_at, '; ') FROM contents")
                 ->toByteArray(),
        R"({job="backup",instance="db1"} push_failure_time_seconds 1 1970-01-02T00:00:00Z; )"
        R"({job="backup",instance="db1"} push_time_seconds 1 1970-01-02T00:00:00Z)"_ba);
}

QTEST_GUILESS_MAIN(TestGroupRows)
#include "tst_group_rows.moc"

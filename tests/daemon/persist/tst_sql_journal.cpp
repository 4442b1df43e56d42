// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/exposition.h"
#include "core/store/metric_store.h"
#include "daemon/persist/sql_journal.h"
#include "daemon/telemetry/own_families.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

using Texts = std::map<QByteArray, QByteArray>;

constexpr auto kNever = std::chrono::hours(1);
constexpr auto kLongEnough = std::chrono::seconds(30);

/// A store and its journal, as the service has them.
class Gateway {
public:
    explicit Gateway(const QByteArray& path, SqlJournal::Nanoseconds interval = {})
        : journal({interval, std::chrono::milliseconds(1)}, metrics, logger)
        , store(ownFamilies(), journal)
    {
        auto restored = journal.open(path);
        opened = restored ? core::ok() : core::Status(restored.error());
        if (!restored)
            return;
        store.restore(std::move(restored->groups), restored->revision);
        journal.start([this] { return store.snapshot(); });
    }

    core::Status push(const QByteArray& job)
    {
        const core::GroupingKey key = *core::GroupingKey::from(*core::Labels::from({{"job", job}}));
        (void)store.push(*core::prepare({key, core::PushMode::Replace, {}}, core::TimePoint{}),
            core::Consistency::Checked);
        return wait();
    }

    /// Until everything done so far is on disk, or cannot be brought there.
    core::Status wait()
    {
        std::promise<core::Status> promise;
        journal.await(store.revision(),
            [&promise](const core::Status& status) { promise.set_value(status); });
        auto future = promise.get_future();
        if (future.wait_for(kLongEnough) != std::future_status::ready)
            qFatal("the journal does not answer");
        return future.get();
    }

    tests::FixedClock clock{0};
    QByteArray log;
    Logger logger{{}, clock, [this](const QByteArray& line) { log += line; }};
    CommitMetrics metrics{std::chrono::steady_clock::now()};
    SqlJournal journal;
    core::MetricStore store;
    core::Status opened = core::ok();
};

QByteArray exposed(const core::Snapshot& snapshot)
{
    return core::renderExposition(
        snapshot, {}, {core::ExpositionSyntax::Text, core::Escaping::AllowUtf8})
        .join();
}

} // namespace

class TestSqlJournal : public QObject {
    Q_OBJECT

private slots:
    void init();
    void acknowledgesWhatIsOnDisk();
    void bringsBackEverything_data();
    void bringsBackEverything();
    void holdsAPastStateAtAnyMoment();
    void acknowledgesAtOnceIfRelaxed();
    void writesWithinTheInterval();
    void paysItsDebtsOnceTheDiskIsBack();
    void makesALostFileAgain();
    void leavesAFileAloneThatTookItsPlace();
    void leavesAnOlderFileAlone();
    void saysIfItCouldNotWriteAtTheEnd();
    void allowsOneProcessOnly();
    void countsItsWork();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    QByteArray path() const { return QFile::encodeName(at(u"metrics"_s)); }
    Texts onDisk() const
    {
        const auto file = StoreFile::open(path());
        const auto groups = file ? (*file)->groups() : file.error();
        return groups ? tests::groupTexts(*groups) : Texts{{"error", groups.error().message}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSqlJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSqlJournal::acknowledgesWhatIsOnDisk()
{
    Gateway gateway(path());
    QVERIFY(gateway.opened);
    QVERIFY(gateway.push("a"));
    QCOMPARE(onDisk(), tests::groupTexts(*gateway.store.snapshot()));
    QVERIFY(*gateway.journal.settled(gateway.store.revision()));
    QVERIFY(!gateway.journal.settled(gateway.store.revision() + 1));
    gateway.store.wipe();
    QVERIFY(gateway.wait());
    QVERIFY(onDisk().empty());
}

void TestSqlJournal::bringsBackEverything_data()
{
    QTest::addColumn<qint64>("intervalNanoseconds");
    QTest::addColumn<quint32>("percentUnchecked");
    QTest::newRow("durable, checked") << qint64(0) << 0U;
    QTest::newRow("durable, some unchecked") << qint64(0) << 30U;
    QTest::newRow("often") << qint64(1'000'000) << 30U;
    QTest::newRow("only at the end") << qint64(SqlJournal::Nanoseconds(kNever).count()) << 30U;
}

void TestSqlJournal::bringsBackEverything()
{
    QFETCH(const qint64, intervalNanoseconds);
    QFETCH(const quint32, percentUnchecked);
    const SqlJournal::Nanoseconds interval(intervalNanoseconds);
    tests::RandomPushes pushes(21);
    for (int life = 0; life < 6; ++life) {
        core::SnapshotPtr before;
        {
            Gateway gateway(path(), interval);
            QVERIFY(gateway.opened);
            for (int i = 0; i < 150; ++i)
                pushes.doOne(gateway.store, percentUnchecked);
            before = gateway.store.snapshot();
            QVERIFY(gateway.journal.stop());
        }
        Gateway again(path(), interval);
        QVERIFY(again.opened);
        const auto after = again.store.snapshot();
        QCOMPARE(tests::groupTexts(*after), tests::groupTexts(*before));
        QCOMPARE(exposed(*after), exposed(*before));
        QCOMPARE(after->errors, before->errors);
        QCOMPARE(after->seriesCount, before->seriesCount);
        QCOMPARE(after->revision, before->revision);
    }
}

/// While changes come in, whatever a reader finds in the file is what the store was at the
/// revision that stands there.
void TestSqlJournal::holdsAPastStateAtAnyMoment()
{
    Gateway gateway(path());
    QVERIFY(gateway.opened);
    const auto reader = StoreFile::open(path());
    QVERIFY(bool(reader));
    tests::RandomPushes pushes(5);
    std::map<quint64, Texts> history{{0, {}}};
    std::set<quint64> seen;
    for (int i = 0; i < 1'500; ++i) {
        pushes.doOne(gateway.store);
        const auto snapshot = gateway.store.snapshot();
        history[snapshot->revision] = tests::groupTexts(*snapshot);
        if (i % 10 != 0)
            continue;
        QVERIFY((*reader)->connection().run("BEGIN"));
        const auto revision
            = (*reader)->connection().value("SELECT value FROM meta WHERE key = 'revision'");
        const auto groups = (*reader)->groups();
        QVERIFY((*reader)->connection().run("COMMIT"));
        QVERIFY(revision && groups);
        seen.insert(revision->toULongLong());
        QCOMPARE(tests::groupTexts(*groups), history.at(revision->toULongLong()));
    }
    QVERIFY(seen.size() > 5); // else nothing was written meanwhile, and little is proven
}

void TestSqlJournal::acknowledgesAtOnceIfRelaxed()
{
    Gateway gateway(path(), kNever);
    QVERIFY(gateway.opened);
    tests::RandomPushes pushes(1);
    for (int i = 0; i < 50; ++i)
        pushes.doOne(gateway.store);
    QVERIFY(*gateway.journal.settled(gateway.store.revision()));
    QVERIFY(onDisk().empty());
    QCOMPARE(gateway.metrics.pendingChanges(), gateway.store.revision());
    QVERIFY(gateway.journal.stop());
    QCOMPARE(onDisk(), tests::groupTexts(*gateway.store.snapshot()));
    QCOMPARE(gateway.metrics.commits.load(), quint64(1));
}

void TestSqlJournal::writesWithinTheInterval()
{
    Gateway gateway(path(), std::chrono::milliseconds(30));
    QVERIFY(gateway.opened);
    for (const char* const job : {"a", "b", "c"}) {
        QVERIFY(gateway.push(job));
        QCOMPARE(onDisk(), tests::groupTexts(*gateway.store.snapshot()));
    }
    QVERIFY(gateway.log.contains(" msg=\"metrics persisted\" file=" + path()));
}

void TestSqlJournal::paysItsDebtsOnceTheDiskIsBack()
{
    const QString folder = at(u"disk"_s);
    QVERIFY(QDir().mkdir(folder));
    const QByteArray file = QFile::encodeName(folder) + "/metrics";
    Gateway gateway(file);
    QVERIFY(gateway.opened);
    QVERIFY(gateway.push("a"));
    QVERIFY(QFile::rename(folder, at(u"elsewhere"_s)));

    const core::Status failed = gateway.push("b");
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, core::Error::Kind::Unavailable);
    QCOMPARE(failed.error().message,
        "the change could not be written to disk, try again later: cannot make the lock file "
            + file + ".lock: no such file or directory");
    QCOMPARE(gateway.journal.obstacle(), failed.error());
    QCOMPARE(gateway.store.snapshot()->groups.size(), size_t(2));
    QVERIFY(!gateway.push("c"));
    QCOMPARE(gateway.log.count("error persisting metrics"), 1);

    QVERIFY(QFile::rename(at(u"elsewhere"_s), folder));
    QTRY_VERIFY(!gateway.journal.obstacle());
    QVERIFY(gateway.push("d"));
    QVERIFY(gateway.journal.stop());
    QVERIFY(gateway.log.contains("metrics are persisted again"));
    Gateway again(file);
    QVERIFY(again.opened);
    QCOMPARE(
        tests::groupTexts(*again.store.snapshot()), tests::groupTexts(*gateway.store.snapshot()));
}

void TestSqlJournal::makesALostFileAgain()
{
    Gateway gateway(path());
    QVERIFY(gateway.opened);
    tests::RandomPushes pushes(3);
    for (int i = 0; i < 100; ++i)
        pushes.doOne(gateway.store);
    QVERIFY(gateway.push("a"));
    for (const QString& name : {u"metrics"_s, u"metrics-wal"_s, u"metrics-shm"_s})
        QVERIFY(QFile::remove(at(name)));
    QVERIFY(gateway.push("b"));
    QCOMPARE(onDisk(), tests::groupTexts(*gateway.store.snapshot()));
    QVERIFY(gateway.push("c"));
    QCOMPARE(onDisk(), tests::groupTexts(*gateway.store.snapshot()));
}

void TestSqlJournal::leavesAFileAloneThatTookItsPlace()
{
    Gateway gateway(path());
    QVERIFY(gateway.opened);
    QVERIFY(gateway.push("a"));
    QVERIFY(QFile::rename(at(u"metrics"_s), at(u"moved"_s)));
    QVERIFY(StoreFile::create(path(), {}, 0, StoreFile::IfThere::Refuse));
    const core::Status failed = gateway.push("b");
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(" was replaced by another: "),
        failed.error().message.constData());
    QVERIFY(onDisk().empty());
    const core::Status stopped = gateway.journal.stop();
    QVERIFY(!stopped);
    QVERIFY(onDisk().empty());
}

void TestSqlJournal::leavesAnOlderFileAlone()
{
    {
        Gateway gateway(path());
        QVERIFY(gateway.push("a"));
    }
    QVERIFY(QFile::copy(at(u"metrics"_s), at(u"backup"_s)));
    Gateway gateway(path());
    QVERIFY(gateway.push("b"));
    for (const QString& name : {u"metrics"_s, u"metrics-wal"_s, u"metrics-shm"_s})
        QVERIFY(QFile::remove(at(name)));
    QVERIFY(QFile::rename(at(u"backup"_s), at(u"metrics"_s)));
    QVERIFY(!gateway.push("c"));
    QCOMPARE(onDisk().size(), size_t(1));
}

void TestSqlJournal::saysIfItCouldNotWriteAtTheEnd()
{
    const QString folder = at(u"disk"_s);
    QVERIFY(QDir().mkdir(folder));
    Gateway gateway(QFile::encodeName(folder) + "/metrics", kNever);
    QVERIFY(gateway.opened);
    tests::RandomPushes pushes(1);
    for (int i = 0; i < 5; ++i)
        pushes.doOne(gateway.store);
    QVERIFY(QFile::rename(folder, at(u"elsewhere"_s)));
    const core::Status stopped = gateway.journal.stop();
    QVERIFY(!stopped);
    QVERIFY(stopped.error().message.contains("no such file or directory"));
}

void TestSqlJournal::allowsOneProcessOnly()
{
    const Gateway first(path());
    QVERIFY(first.opened);
    const Gateway second(path());
    QVERIFY(!second.opened);
    QVERIFY(second.opened.error().message.contains(
        "is in use by process " + QByteArray::number(qint64{::getpid()})));
}

void TestSqlJournal::countsItsWork()
{
    Gateway gateway(path());
    QVERIFY(gateway.push("a"));
    QVERIFY(gateway.push("b"));
    QCOMPARE(gateway.metrics.commits.load(), quint64(2));
    QCOMPARE(gateway.metrics.errors.load(), quint64(0));
    QCOMPARE(gateway.metrics.pendingChanges(), quint64(0));
    QCOMPARE(gateway.metrics.durations.read(std::chrono::steady_clock::now()).count, quint64(2));
    QVERIFY(persistenceBytes(path()) > QFile(at(u"metrics"_s)).size());
    QVERIFY(QFile::rename(at(u"metrics"_s), at(u"moved"_s)));
    QVERIFY(StoreFile::create(path(), {}, 0, StoreFile::IfThere::Refuse));
    QVERIFY(!gateway.push("c"));
    QVERIFY(gateway.metrics.errors.load() > 0);
    QCOMPARE(gateway.metrics.pendingChanges(), quint64(1));
}

QTEST_GUILESS_MAIN(TestSqlJournal)
#include "tst_sql_journal.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/persist/journal_file.h"
#include "tests/support/files.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QTest>

#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

using Texts = std::map<QByteArray, QByteArray>;

class BatchSink final : public core::ChangeSink {
public:
    void changed(const core::Change& change) override { batch.add(change); }
    ChangeBatch take() { return std::exchange(batch, {}); }

    ChangeBatch batch;
};

std::unique_ptr<JournalFile> openFile(const QByteArray& path)
{
    auto opened = JournalFile::open(path, [](const QByteArray&) {});
    return opened ? std::move(opened->file) : nullptr;
}

Texts onDisk(const QByteArray& path)
{
    const auto file = StoreFile::open(path);
    const auto groups = file ? (*file)->groups() : file.error();
    return groups ? tests::groupTexts(*groups) : Texts{{"error", groups.error().message}};
}

} // namespace

class TestJournalFile : public QObject {
    Q_OBJECT

private slots:
    void takesAPlainHistory();
    void takesChangesThatAFileMadeAgainKnows();
};

void TestJournalFile::takesAPlainHistory()
{
    const tests::Folder folder;
    BatchSink sink;
    core::MetricStore store({}, sink);
    tests::RandomPushes pushes(31);
    const auto file = openFile(folder.at("data"));
    QVERIFY(file != nullptr);
    for (int round = 0; round < 60; ++round) {
        for (int i = 0; i < 5; ++i)
            pushes.doOne(store);
        const ChangeBatch batch = sink.take();
        if (!batch.isEmpty())
            QVERIFY(bool(file->write(batch, [&store] { return store.snapshot(); })));
        QCOMPARE(onDisk(folder.at("data")), tests::groupTexts(*store.snapshot()));
    }
}

/// What the file was made again with is more than the changes that are still owed begin with. A
/// commit that failed and was done nevertheless leaves the same: tests/crash/test_faults.py.
void TestJournalFile::takesChangesThatAFileMadeAgainKnows()
{
    const tests::Folder folder;
    BatchSink sink;
    core::MetricStore store({}, sink);
    tests::RandomPushes pushes(32);
    const auto file = openFile(folder.at("data"));
    QVERIFY(file != nullptr);
    for (int round = 0; round < 60; ++round) {
        pushes.doOne(store);
        const ChangeBatch first = sink.take();
        QCOMPARE(::unlink(folder.at("data").constData()), 0);
        for (int i = 0; i < 5; ++i) // while the first batch is written
            pushes.doOne(store);
        const auto everything = [&] {
            sink.batch.keepTraces();
            return store.snapshot();
        };
        if (!first.isEmpty())
            QVERIFY(bool(file->write(first, everything)));
        for (int i = 0; i < 5; ++i)
            pushes.doOne(store);
        const ChangeBatch second = sink.take();
        if (!second.isEmpty())
            QVERIFY(bool(file->write(second, everything)));
        QCOMPARE(onDisk(folder.at("data")), tests::groupTexts(*store.snapshot()));
    }
}

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journal_file.moc"

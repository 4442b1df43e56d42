// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/persist/store_file.h"
#include "daemon/telemetry/own_families.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kAdvice[]
    = "; nothing was changed, restore it from a backup or move it away to start afresh";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Groups of a random history.
std::vector<core::GroupPtr> someGroups(int changes)
{
    core::NoChangeSink none;
    core::MetricStore store(ownFamilies(), none);
    tests::RandomPushes pushes(11);
    for (int i = 0; i < changes || store.snapshot()->groups.empty(); ++i)
        pushes.doOne(store);
    std::vector<core::GroupPtr> groups;
    store.snapshot()->groups.forEach(
        [&groups](const QByteArray&, const core::GroupPtr& group) { groups.push_back(group); });
    return groups;
}

/// Lets a test that runs as root fail where others may not go.
class NobodysRights {
public:
    NobodysRights() { m_changed = ::geteuid() == 0 && ::seteuid(65534) == 0; }
    ~NobodysRights()
    {
        if (m_changed && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(NobodysRights)

private:
    bool m_changed = false;
};

} // namespace

using Damage = std::function<bool(const QString& path)>;
Q_DECLARE_METATYPE(Damage)

class TestStoreFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void makesAFileForItsOwnerOnly();
    void readsBackWhatItWasMadeOf();
    void refusesDamage_data();
    void refusesDamage();
    void survivesOrRefusesEveryTruncation();
    void makesNoFileOverAnother();
    void ignoresWhatARemovedFileLeftBehind();
    void opensAFileOfTheFirstVersion();
    void needsADirectoryItMayWrite();
    void needsAFileItMayRead();
    void seesThatItsPlaceChanged();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    QByteArray path() const { return QFile::encodeName(at(u"metrics"_s)); }
    bool make(const std::vector<core::GroupPtr>& groups = {}) const
    {
        return bool(StoreFile::create(path(), groups, 5, StoreFile::IfThere::Refuse));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStoreFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestStoreFile::makesAFileForItsOwnerOnly()
{
    QVERIFY(make());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"metrics"_s});
    const auto file = StoreFile::open(path());
    QVERIFY(bool(file));
    QVERIFY((*file)->connection().run("UPDATE meta SET value = 6 WHERE key = 'revision'"));
    for (const QString& name : {u"metrics"_s, u"metrics-wal"_s, u"metrics-shm"_s}) {
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(at(name)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }
    QCOMPARE((*file)->connection().value("PRAGMA journal_mode")->toByteArray(), "wal"_ba);
    QCOMPARE((*file)->connection().value("PRAGMA synchronous")->toInt(), 2);
}

void TestStoreFile::readsBackWhatItWasMadeOf()
{
    const auto groups = someGroups(300);
    QVERIFY(make(groups));
    QByteArray epoch;
    for (int times = 0; times < 2; ++times) {
        const auto file = StoreFile::open(path());
        QVERIFY(bool(file));
        QCOMPARE((*file)->revision(), quint64(5));
        QCOMPARE((*file)->epoch().size(), 32);
        QVERIFY(epoch.isEmpty() || epoch == (*file)->epoch());
        epoch = (*file)->epoch();
        const auto back = (*file)->groups();
        QVERIFY(bool(back));
        QCOMPARE(tests::groupTexts(*back), tests::groupTexts(groups));
    }
}

void TestStoreFile::refusesDamage_data()
{
    const auto holds = [](QByteArray content) {
        return Damage(
            [content = std::move(content)](const QString& path) { return write(path, content); });
    };
    const auto sql = [](QByteArray statement) {
        return Damage([statement = std::move(statement)](const QString& path) {
            auto connection
                = SqlConnection::open(QFile::encodeName(path), SqlConnection::Mode::ReadWrite);
            return connection && (*connection)->run(statement);
        });
    };
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("empty") << holds({}) << "it is empty"_ba;
    QTest::newRow("text") << holds("this is no persistence file")
                          << "it is neither a Pushgate's nor a Go Pushgateway's"_ba;
    QTest::newRow("only SQLite's first bytes")
        << holds(QByteArray("SQLite format 3", 16) + QByteArray(500, 'x'))
        << "file is not a database"_ba;
    QTest::newRow("another program's")
        << sql("PRAGMA application_id = 7") << "it is another program's SQLite database"_ba;
    QTest::newRow("newer") << sql("UPDATE meta SET value = 99 WHERE key = 'format_version'")
                           << "it has the format version 99, and this program knows those up to 1: "
                              "use the newer program that wrote it"_ba;
    QTest::newRow("no version") << sql("UPDATE meta SET value = 'x' WHERE key = 'format_version'")
                                << "it has no format version"_ba;
    QTest::newRow("no tables") << sql("DROP TABLE meta") << "no such table: meta"_ba;
    QTest::newRow("no epoch") << sql("DELETE FROM meta WHERE key = 'epoch'")
                              << "no row for: SELECT value FROM meta WHERE key = 'epoch'"_ba;
    QTest::newRow("no key") << sql("UPDATE groups SET key = x'00' WHERE id = 1")
                            << "group 1 is damaged: "
                               "a grouping key without the value of its last label"_ba;
    QTest::newRow("no protobuf") << sql(
        "UPDATE families SET family = x'ff' "
        "WHERE id = (SELECT min(id) FROM families) AND id > 0 AND group_id > 0")
                                 << "is damaged: proto: cannot parse invalid wire-format data"_ba;
    QTest::newRow("no group") << sql("DELETE FROM groups") << "its group is missing"_ba;
    QTest::newRow("a family twice") << sql(
        "INSERT INTO families SELECT 1000000, group_id, name, metrics, pushed_at_ns, family "
        "FROM families LIMIT 1") << "it has two families of one name"_ba;
}

void TestStoreFile::refusesDamage()
{
    QFETCH(const Damage, damage);
    QFETCH(const QByteArray, why);
    QVERIFY(make(someGroups(50)));
    QVERIFY(damage(at(u"metrics"_s)));
    const QByteArray before = contentOf(at(u"metrics"_s));

    QByteArray message;
    {
        const auto file = StoreFile::open(path());
        const auto groups = file ? (*file)->groups() : file.error();
        QVERIFY(!groups);
        message = groups.error().message;
    }
    QVERIFY2(message.startsWith("cannot use the persistence file " + path() + ": "),
        message.constData());
    QVERIFY2(message.contains(why), message.constData());
    QVERIFY2(message.endsWith(kAdvice), message.constData());
    // Where it got as far as looking for groups, SQLite may have noted the mode of its log.
    constexpr qsizetype kHeader = 100;
    QCOMPARE(contentOf(at(u"metrics"_s)).sliced(std::min(kHeader, before.size())),
        before.sliced(std::min(kHeader, before.size())));
}

void TestStoreFile::survivesOrRefusesEveryTruncation()
{
    QVERIFY(make(someGroups(50)));
    const QByteArray whole = contentOf(at(u"metrics"_s));
    for (qsizetype size = 0; size < whole.size(); size += size < 200 ? 1 : 509) {
        QVERIFY(write(at(u"metrics"_s), whole.first(size)));
        const auto file = StoreFile::open(path());
        const auto groups = file ? (*file)->groups() : file.error();
        QVERIFY2(!groups, QByteArray::number(size).constData());
        QVERIFY(groups.error().message.endsWith(kAdvice));
    }
}

void TestStoreFile::makesNoFileOverAnother()
{
    QVERIFY(write(at(u"metrics"_s), "precious"));
    const core::Status made = StoreFile::create(path(), {}, 0, StoreFile::IfThere::Refuse);
    QVERIFY(!made);
    QVERIFY2(made.error().message.endsWith("file exists"), made.error().message.constData());
    QCOMPARE(contentOf(at(u"metrics"_s)), "precious"_ba);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"metrics"_s});

    QVERIFY(StoreFile::create(path(), {}, 0, StoreFile::IfThere::Overwrite));
    QVERIFY(bool(StoreFile::open(path())));
}

void TestStoreFile::ignoresWhatARemovedFileLeftBehind()
{
    QVERIFY(make(someGroups(50)));
    {
        auto file = StoreFile::open(path());
        QVERIFY(bool(file));
        QVERIFY((*file)->connection().run("DELETE FROM groups"));
        // Copied away while open, so that there is a log that belongs to no file any more.
        QVERIFY(QFile::copy(at(u"metrics-wal"_s), at(u"kept"_s)));
    }
    QVERIFY(QFile::remove(at(u"metrics"_s)));
    QVERIFY(QFile::rename(at(u"kept"_s), at(u"metrics-wal"_s)));
    QVERIFY(make());
    auto file = StoreFile::open(path());
    QVERIFY(bool(file));
    QVERIFY((*file)->groups()->empty());
    QCOMPARE((*file)->connection().value("PRAGMA integrity_check")->toByteArray(), "ok"_ba);
}

/// One that the first version wrote: two groups, of which one has a failed push.
void TestStoreFile::opensAFileOfTheFirstVersion()
{
    const QString kept = QStringLiteral(PUSHGATE_TEST_DATA "/persist/version-1.sqlite");
    QVERIFY(QFile::copy(kept, at(u"metrics"_s)));
    QVERIFY(QFile::setPermissions(at(u"metrics"_s), QFile::ReadOwner | QFile::WriteOwner));
    const auto file = StoreFile::open(path());
    QVERIFY2(bool(file), file ? "" : file.error().message.constData());
    QCOMPARE((*file)->epoch(), "a00c2ba1c9aecbf58ea2701c4bfafff0"_ba);
    QCOMPARE((*file)->revision(), quint64(3));
    auto groups = (*file)->groups();
    QVERIFY(bool(groups));
    QCOMPARE(groups->size(), size_t(2));
    std::sort(groups->begin(), groups->end(),
        [](const auto& left, const auto& right) { return left->key < right->key; });
    const core::Group& first = *groups->front();
    QCOMPARE(first.key.encoded(),
        "instance\xffi\xffjob\xff"
        "a"_ba);
    QVERIFY(first.pushTime && !first.failureTime);
    QCOMPARE(first.find("a")->family().help(), std::optional("b"_ba));
    QCOMPARE(first.find("a")->family().metricCount(), size_t(2));
    const core::Group& second = *groups->back();
    QVERIFY(second.failureTime && !core::isLastPushSuccessful(second));
    QCOMPARE(second.find("h")->family().metric(0).histogram()->buckets.size(), size_t(2));
}

void TestStoreFile::needsADirectoryItMayWrite()
{
    QVERIFY(make(someGroups(5)));
    const QByteArray folder = QFile::encodeName(m_folder->path());
    QCOMPARE(::chmod(path().constData(), 0666), 0);
    QCOMPARE(::chmod(folder.constData(), 0555), 0);
    {
        const NobodysRights rights;
        const auto file = StoreFile::open(path());
        QVERIFY(!file);
        QVERIFY2(file.error().message.endsWith(kAdvice), file.error().message.constData());
        const core::Status made
            = StoreFile::create(path() + "2", {}, 0, StoreFile::IfThere::Refuse);
        QVERIFY(!made);
        QVERIFY2(made.error().message.endsWith("metrics2.new: permission denied"),
            made.error().message.constData());
    }
    QCOMPARE(::chmod(folder.constData(), 0755), 0);
}

void TestStoreFile::needsAFileItMayRead()
{
    QVERIFY(make());
    QCOMPARE(::chmod(path().constData(), 0), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
    const NobodysRights rights;
    const auto file = StoreFile::open(path());
    QVERIFY(!file);
    QCOMPARE(file.error().message, "cannot read " + path() + ": permission denied");
}

void TestStoreFile::seesThatItsPlaceChanged()
{
    QVERIFY(make());
    const auto file = StoreFile::open(path());
    QVERIFY(bool(file));
    QVERIFY((*file)->checkPlace());
    QVERIFY(QFile::rename(at(u"metrics"_s), at(u"moved"_s)));
    QCOMPARE((*file)->checkPlace().error().message,
        "the persistence file is gone: " + path() + ": no such file or directory");
    QVERIFY(write(at(u"metrics"_s), "other"));
    QCOMPARE((*file)->checkPlace().error().message,
        "the persistence file " + path() + " was replaced by another");
}

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_store_file.moc"

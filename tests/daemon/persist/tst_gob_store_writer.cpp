// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_store_reader.h"
#include "daemon/persist/gob_store_writer.h"
#include "daemon/persist/gob_time.h"

#include <QBuffer>
#include <QTest>

#include <functional>
#include <map>

using namespace pushgate::core;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A device that takes only so many bytes, like a disk that fills up.
class SmallDisk final : public QIODevice {
public:
    explicit SmallDisk(qint64 capacity)
        : m_left(capacity)
    {
        setOpenMode(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 length) override
    {
        if (length > m_left) {
            setErrorString(QStringLiteral("no space left"));
            return -1;
        }
        m_left -= length;
        return length;
    }

private:
    qint64 m_left;
};

GroupingKey key(std::vector<Label> labels)
{
    return *GroupingKey::from(*Labels::from(std::move(labels)));
}

const TimePoint kTime{std::chrono::nanoseconds(1'795'343'319'900'593'512)};

Status writeExample(QIODevice& device)
{
    GobStoreWriter writer(device);
    const std::vector<std::function<Status()>> steps = {
        [&] { return writer.begin(); },
        [&] {
            return writer.addGroup(key({{"job", "j"}, {"a", QByteArray(300, 'x')}}), 2);
        },
        [&] { return writer.addFamily("m", kTime, QByteArray(70'000, 'm')); },
        [&] { return writer.addFamily("n", TimePoint(), ""); },
        [&] {
            return writer.addGroup(key({{"job", "empty"}}), 0);
        },
        [&] { return writer.finish(); },
    };
    for (const auto& step : steps) {
        if (Status done = step(); !done)
            return done;
    }
    return ok();
}

} // namespace

class TestGobStoreWriter : public QObject {
    Q_OBJECT

private slots:
    void isReadBack();
    void writesAnEmptyStore();
    void reportsAFullDisk();
};

void TestGobStoreWriter::isReadBack()
{
    QBuffer device;
    QVERIFY(device.open(QIODevice::ReadWrite));
    QVERIFY(bool(writeExample(device)));
    QVERIFY(device.seek(0));
    QVERIFY(looksLikeGob(device.data()));

    std::map<QByteArray, GobGroup> groups;
    const Status status = readGobStore(device, [&groups](const GobGroup& group) {
        groups.emplace(group.key, group);
        return ok();
    });
    QVERIFY2(bool(status), status ? "" : status.error().message.constData());
    QCOMPARE(groups.size(), size_t{2});
    const GobGroup& empty = groups.at("job\xff"
                                      "empty");
    QCOMPARE(empty.labels, (std::vector<Label>{{"job", "empty"}}));
    QVERIFY(empty.families.empty());
    const GobGroup& full = groups.at("a\xff" + QByteArray(300, 'x') + "\xffjob\xffj");
    QCOMPARE(full.families.size(), size_t{2});
    QCOMPARE(full.families[0].message, QByteArray(70'000, 'm'));
    QCOMPARE(timeFromGo(full.families[0].time)->time_since_epoch().count(),
        kTime.time_since_epoch().count());
    QCOMPARE(full.families[1].name, "n"_ba);
    QCOMPARE(full.families[1].message, ""_ba);
}

void TestGobStoreWriter::writesAnEmptyStore()
{
    QBuffer device;
    QVERIFY(device.open(QIODevice::ReadWrite));
    GobStoreWriter writer(device);
    QVERIFY(bool(writer.begin()));
    QVERIFY(bool(writer.finish()));
    QVERIFY(device.seek(0));
    int groups = 0;
    const Status status = readGobStore(device, [&groups](const GobGroup&) {
        ++groups;
        return ok();
    });
    QVERIFY2(bool(status), status ? "" : status.error().message.constData());
    QCOMPARE(groups, 0);
}

/// Wherever it fills up, also while the numbers in front are filled in.
void TestGobStoreWriter::reportsAFullDisk()
{
    QBuffer whole;
    QVERIFY(whole.open(QIODevice::ReadWrite));
    QVERIFY(bool(writeExample(whole)));
    const qint64 size = whole.size();
    for (const qint64 capacity :
        {qint64{0}, qint64{240}, qint64{60'000}, size - 1, size, size + 9}) {
        SmallDisk disk(capacity);
        const Status status = writeExample(disk);
        QVERIFY(!status);
        QCOMPARE(status.error(), (Error{Error::Kind::Unavailable, "writing fails: no space left"}));
    }
    SmallDisk disk(size + 18);
    QVERIFY(bool(writeExample(disk)));
}

QTEST_APPLESS_MAIN(TestGobStoreWriter)
#include "tst_gob_store_writer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_store_reader.h"
#include "daemon/persist/gob_time.h"
#include "tests/support/gob_bytes.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <map>

using namespace pushgate::core;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
namespace gob = pushgate::tests::gob;

namespace {

struct ReadStore {
    Status status = ok();
    std::map<QByteArray, GobGroup> groups; ///< by key
};

ReadStore readAll(QByteArray bytes)
{
    QBuffer device(&bytes);
    if (!device.open(QIODevice::ReadOnly))
        qFatal("a buffer cannot be opened");
    ReadStore store;
    store.status = readGobStore(device, [&store](const GobGroup& group) {
        store.groups.emplace(group.key, group);
        return ok();
    });
    return store;
}

QByteArray recorded(const QByteArray& name)
{
    QFile file(QFile::decodeName(PUSHGATE_TEST_DATA "/gob/" + name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recorded file %s", name.constData());
    return file.readAll();
}

QByteArray namesOf(const GobGroup& group)
{
    QByteArrayList names;
    for (const GobFamily& family : group.families)
        names.push_back(family.name);
    std::sort(names.begin(), names.end());
    return names.join(' ');
}

/// A group with one label and one family, whose struct may be written otherwise.
QByteArray oneGroup(const QByteArray& family)
{
    return '\1' + gob::bytes("job\xffj") + '\1' + "\1\3job\1j"_ba + '\1' + '\1' + gob::bytes("m")
        + family + '\0';
}

constexpr char kFamily[] = "\1\4time\1\7message"; // and a zero that ends it

/// A store whose families have a field of type 80 before those that we know.
QByteArray withExtraField(const QByteArray& types, const QByteArray& extra)
{
    return gob::mapType(65, 6, 66) + gob::structType(66, {{"Labels", 67}, {"Metrics", 68}})
        + gob::mapType(67, 6, 6) + gob::mapType(68, 6, 69)
        + gob::structType(69, {{"Extra", 80}, {"Timestamp", 70}, {"GobbableMetricFamily", 70}})
        + gob::opaqueType(70) + types
        + gob::value(65, oneGroup('\1' + extra + QByteArray(kFamily) + '\0'));
}

} // namespace

class TestGobStoreReader : public QObject {
    Q_OBJECT

private slots:
    void readsEveryType();
    void readsContradictions();
    void readsAnEmptyStore();
    void goesByNamesNotPositions();
    void omittedFieldsAreEmpty();
    void skipsUnknownFields_data();
    void skipsUnknownFields();
    void ignoresWhatFollows();
    void stopsWhenToldTo();
    void rejects_data();
    void rejects();
    void survivesEachCut_data();
    void survivesEachCut();
    void survivesEachChangedByte();
    void recognises_data();
    void recognises();
};

void TestGobStoreReader::readsEveryType()
{
    const ReadStore store = readAll(recorded("every_type.gob"));
    QVERIFY2(bool(store.status), store.status ? "" : store.status.error().message.constData());
    QCOMPARE(store.groups.size(), size_t{8});
    const GobGroup& text = store.groups.at("instance\xff"
                                           "db:1\xffjob\xfftext");
    QCOMPARE(text.labels.size(), size_t{2});
    QCOMPARE(namesOf(text),
        "asked counted level plain push_failure_time_seconds push_time_seconds took"_ba);
    for (const GobFamily& family : text.families) {
        QVERIFY(timeFromGo(family.time));
        QVERIFY(family.message.startsWith('\n' + gob::bytes(family.name)));
    }
    QCOMPARE(namesOf(store.groups.at("a.b\xff\xc3\xa9\xffjob\xffutf8")),
        "my.m push_failure_time_seconds push_time_seconds"_ba);
    const GobGroup& path = store.groups.at("dir\xff"
                                           "a/b\xff"
                                           "empty\xff\xffjob\xffpath");
    QCOMPARE(path.labels.size(), size_t{3});
}

void TestGobStoreReader::readsContradictions()
{
    const ReadStore store = readAll(recorded("contradictions.gob"));
    QVERIFY(bool(store.status));
    QCOMPARE(store.groups.size(), size_t{3});
}

void TestGobStoreReader::readsAnEmptyStore()
{
    const ReadStore store = readAll(recorded("empty.gob"));
    QVERIFY(bool(store.status));
    QVERIFY(store.groups.empty());
}

void TestGobStoreReader::goesByNamesNotPositions()
{
    const QByteArray family = "\1\7message\1\4time\0"_ba;
    const QByteArray group
        = '\1' + gob::bytes("key") + "\1\1"_ba + gob::bytes("m") + family + "\1\1\3job\1j\0"_ba;
    const ReadStore store
        = readAll(gob::mapType(97, 6, 93) + gob::structType(93, {{"Metrics", 95}, {"Labels", 94}})
            + gob::mapType(94, 6, 6) + gob::mapType(95, 6, 96)
            + gob::structType(96, {{"GobbableMetricFamily", 98}, {"Timestamp", 98}})
            + gob::opaqueType(98) + gob::value(97, group));
    QVERIFY2(bool(store.status), store.status ? "" : store.status.error().message.constData());
    const GobGroup& read = store.groups.at("key");
    QCOMPARE(read.labels, (std::vector<Label>{{"job", "j"}}));
    QCOMPARE(read.families.at(0).time, "time"_ba);
    QCOMPARE(read.families.at(0).message, "message"_ba);
}

void TestGobStoreReader::omittedFieldsAreEmpty()
{
    // Of the first group everything is left out, of the second its labels.
    const QByteArray groups
        = '\2' + gob::bytes("none") + '\0' + gob::bytes("no labels") + "\2\1\1m\0\0"_ba;
    const ReadStore store = readAll(gob::storeTypes() + gob::value(65, groups));
    QVERIFY2(bool(store.status), store.status ? "" : store.status.error().message.constData());
    QVERIFY(store.groups.at("none").labels.empty());
    QVERIFY(store.groups.at("none").families.empty());
    QVERIFY(store.groups.at("no labels").labels.empty());
    QCOMPARE(namesOf(store.groups.at("no labels")), "m"_ba);
    QVERIFY(store.groups.at("no labels").families.at(0).message.isEmpty());
}

void TestGobStoreReader::skipsUnknownFields_data()
{
    QTest::addColumn<QByteArray>("types");
    QTest::addColumn<QByteArray>("extra");
    QTest::newRow("opaque") << gob::opaqueType(80) << "\3abc"_ba;
    QTest::newRow("strings") << gob::sliceType(80, 6) << "\2\1a\2bc"_ba;
    QTest::newRow("integers") << gob::sliceType(80, 2) << "\2\xfe\1\2\4"_ba;
    QTest::newRow("complex numbers") << gob::sliceType(80, 7) << "\1\1\2"_ba;
    QTest::newRow("empty structs")
        << gob::sliceType(80, 81) + gob::structType(81, {}) << "\3\0\0\0"_ba;
    QTest::newRow("structs in a map")
        << gob::mapType(80, 3, 81) + gob::structType(81, {{"A", 1}, {"B", 5}, {"C", 4}})
        << "\1\7\2\2xy\1\xfe\xf0\x3f\0"_ba;
}

void TestGobStoreReader::skipsUnknownFields()
{
    QFETCH(const QByteArray, types);
    QFETCH(const QByteArray, extra);
    const ReadStore store = readAll(withExtraField(types, extra));
    QVERIFY2(bool(store.status), store.status ? "" : store.status.error().message.constData());
    QCOMPARE(store.groups.at("job\xffj").families.at(0).message, "message"_ba);
}

void TestGobStoreReader::ignoresWhatFollows()
{
    const ReadStore store = readAll(recorded("every_type.gob") + "anything");
    QVERIFY(bool(store.status));
    QCOMPARE(store.groups.size(), size_t{8});
}

void TestGobStoreReader::stopsWhenToldTo()
{
    QByteArray bytes = recorded("every_type.gob");
    QBuffer device(&bytes);
    QVERIFY(device.open(QIODevice::ReadOnly));
    int taken = 0;
    const Status status = readGobStore(device, [&taken](const GobGroup&) -> Status {
        ++taken;
        return tooLarge("enough");
    });
    QVERIFY(!status);
    QCOMPARE(status.error(), tooLarge("enough"));
    QCOMPARE(taken, 1);
}

void TestGobStoreReader::rejects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");
    const QByteArray types = gob::storeTypes();
    const auto nested = [](int depth) {
        // Lists of lists of themselves, one in the other.
        return withExtraField(gob::sliceType(80, 80), QByteArray(depth, '\1') + '\0');
    };
    QTest::newRow("nothing") << ""_ba
                             << "ends before there is anything in it"_ba;
    QTest::newRow("only types") << types << "ends before there is anything in it"_ba;
    QTest::newRow("a text") << "this is not a persistence file\n"_ba
                            << "gob stream"_ba;
    QTest::newRow("an integer of nine bytes") << "\xf7"_ba
                                              << "more than 8 bytes"_ba;
    QTest::newRow("a message beyond the file") << "\5\1"_ba
                                               << "ends before its message does"_ba;
    QTest::newRow("a huge message") << "\xf8\xff\xff\xff\xff\xff\xff\xff\xff"_ba
                                    << "ends before its message does"_ba;
    QTest::newRow("a value without types") << gob::value(65, "\0"_ba) << "not a Pushgateway's"_ba;
    QTest::newRow("another program's map")
        << gob::mapType(65, 6, 6) + gob::value(65, "\0"_ba) << "not a Pushgateway's"_ba;
    QTest::newRow("more groups than bytes")
        << types + gob::value(65, "\x7f"_ba) << "beyond its message"_ba;
    QTest::newRow("a value like a struct")
        << types + gob::message(gob::integer(65) + '\1') << "does not begin as one"_ba;
    QTest::newRow("a field too many")
        << types + gob::value(65, "\1\1k\7\0"_ba) << "does not have"_ba;
    QTest::newRow("an absurd field")
        << types + gob::value(65, "\1\1k\xf8\x7f\0\0\0\0\0\0\0\0"_ba) << "out of range"_ba;
    QTest::newRow("a definition of nothing")
        << gob::message(gob::integer(-65) + '\0') << "not of one kind"_ba;
    QTest::newRow("a definition of an eighth kind")
        << gob::message(gob::integer(-65) + "\10\0"_ba) << "unknown kind"_ba;
    QTest::newRow("an interface value")
        << withExtraField(gob::sliceType(80, 8), "\1\0"_ba) << "unknown type"_ba;
    QTest::newRow("nested without end") << nested(100'000) << "nested too deeply"_ba;
    QTest::newRow("definitions without end")
        << gob::structType(80, {{QByteArray(2'000'000, 'x'), 6}}) << "than any program makes"_ba;
}

void TestGobStoreReader::rejects()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, message);
    const ReadStore store = readAll(bytes);
    QVERIFY(!store.status);
    QCOMPARE(store.status.error().kind, Error::Kind::BadRequest);
    QVERIFY2(
        store.status.error().message.contains(message), store.status.error().message.constData());
}

void TestGobStoreReader::survivesEachCut_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"every_type.gob", "contradictions.gob", "empty.gob"})
        QTest::newRow(name) << QByteArray(name);
}

/// What is cut is refused before anything of it is handed over.
void TestGobStoreReader::survivesEachCut()
{
    QFETCH(const QByteArray, name);
    const QByteArray whole = recorded(name);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const ReadStore store = readAll(whole.first(length));
        QVERIFY(!store.status);
        QVERIFY(store.groups.empty());
    }
}

void TestGobStoreReader::survivesEachChangedByte()
{
    const QByteArray whole = recorded("contradictions.gob");
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char change : {'\1', '\x7f', '\x80', '\xff'}) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ change);
            const ReadStore store = readAll(changed);
            if (!store.status)
                QCOMPARE(store.status.error().kind, Error::Kind::BadRequest);
        }
    }
}

void TestGobStoreReader::recognises_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("isGob");
    QTest::newRow("every type") << recorded("every_type.gob").first(64) << true;
    QTest::newRow("empty store") << recorded("empty.gob").first(64) << true;
    QTest::newRow("other numbers") << gob::storeTypes() << true;
    QTest::newRow("nothing") << ""_ba << false;
    QTest::newRow("one byte") << "\x29"_ba << false;
    QTest::newRow("SQLite") << "SQLite format 3\0\x10\0\1\1"_ba << false;
    QTest::newRow("text") << "this is not a persistence file"_ba << false;
    QTest::newRow("zeros") << QByteArray(64, '\0') << false;
    QTest::newRow("ones") << QByteArray(64, '\xff') << false;
}

void TestGobStoreReader::recognises()
{
    QFETCH(const QByteArray, head);
    QFETCH(const bool, isGob);
    QCOMPARE(looksLikeGob(head), isGob);
}

QTEST_APPLESS_MAIN(TestGobStoreReader)
#include "tst_gob_store_reader.moc"

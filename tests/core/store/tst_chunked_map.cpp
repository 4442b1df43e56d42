// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunked_map.h"

#include <QTest>

#include <map>
#include <random>

using namespace pushgate::core;

namespace {

using Model = std::map<QByteArray, int>;

struct Load {
    size_t weight = 0;
};

size_t chunkWeight(const Load& load)
{
    return load.weight;
}

Model contentOf(const ChunkedMap<int>& map)
{
    Model content;
    map.forEach([&content](const QByteArray& key, int value) { content.emplace(key, value); });
    return content;
}

} // namespace

class TestChunkedMap : public QObject {
    Q_OBJECT

private slots:
    void agreesWithAStdMap();
    void copiesDoNotChange();
    void changesItsOwnChunksInPlace();
    void keepsChunksSmallAndSorted();
    void keepsChunksLight_data();
    void keepsChunksLight();
};

void TestChunkedMap::agreesWithAStdMap()
{
    std::mt19937 random(3);
    ChunkedMap<int> map;
    Model model;
    for (int i = 0; i < 40'000; ++i) {
        const QByteArray key = QByteArray::number(random() % 3'000);
        const bool growing = (i / 8'000) % 2 == 0;
        if (random() % 10 < (growing ? 8 : 2)) {
            map.edit(key, static_cast<quint64>(i / 100)) = i;
            model[key] = i;
        } else {
            map.erase(key, static_cast<quint64>(i / 100));
            model.erase(key);
        }
        QCOMPARE(map.size(), model.size());
        const auto known = model.find(key);
        QCOMPARE(map.find(key) != nullptr, known != model.end());
        if (known != model.end())
            QCOMPARE(*map.find(key), known->second);
    }
    QCOMPARE(contentOf(map), model);
    QCOMPARE(map.find("absent"), nullptr);
}

void TestChunkedMap::copiesDoNotChange()
{
    std::mt19937 random(4);
    ChunkedMap<int> map;
    std::vector<std::pair<ChunkedMap<int>, Model>> copies;
    for (int i = 0; i < 5'000; ++i) {
        const auto era = static_cast<quint64>(copies.size());
        const QByteArray key = QByteArray::number(random() % 700);
        if (random() % 3 == 0)
            map.erase(key, era);
        else
            map.edit(key, era) = i;
        if (i % 100 == 0)
            copies.emplace_back(map, contentOf(map));
    }
    for (const auto& [copy, content] : copies)
        QCOMPARE(contentOf(copy), content);
}

void TestChunkedMap::changesItsOwnChunksInPlace()
{
    ChunkedMap<int> map;
    map.edit("a", 1) = 1;
    const auto* made = map.chunks().front().get();
    map.edit("b", 1) = 2;
    QCOMPARE(map.chunks().front().get(), made);

    const ChunkedMap<int> copy = map;
    map.edit("a", 2) = 3;
    QVERIFY(map.chunks().front().get() != made);
    QCOMPARE(*copy.find("a"), 1);
}

void TestChunkedMap::keepsChunksSmallAndSorted()
{
    ChunkedMap<int> ascending;
    for (int i = 0; i < 1'000; ++i)
        ascending.edit(QByteArray::number(i).rightJustified(5, '0'), 0) = i;

    QVERIFY(ascending.chunks().size() <= 1'000 / MapChunk<int>::kMostEntries + 1);
    QByteArray last;
    for (const auto& chunk : ascending.chunks()) {
        QVERIFY(!chunk->entries.empty());
        QVERIFY(chunk->entries.size() <= MapChunk<int>::kMostEntries);
        for (const auto& entry : chunk->entries) {
            QVERIFY(last < entry.key);
            last = entry.key;
        }
    }
}

void TestChunkedMap::keepsChunksLight_data()
{
    QTest::addColumn<int>("mostWeight");
    QTest::newRow("light values") << 10;
    QTest::newRow("some to a chunk") << 150;
    QTest::newRow("some heavier than a chunk may be") << 1'000;
}

void TestChunkedMap::keepsChunksLight()
{
    QFETCH(const int, mostWeight);

    std::mt19937 random(6);
    ChunkedMap<Load> map;
    std::map<QByteArray, size_t> model;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray key = QByteArray::number(random() % 700);
        const auto era = static_cast<quint64>(i / 50);
        if (random() % 3 == 0) {
            map.erase(key, era);
            model.erase(key);
        } else {
            model[key] = random() % static_cast<quint32>(mostWeight);
            map.put(key, {model[key]}, era);
        }
        QCOMPARE(map.size(), model.size());
    }
    std::map<QByteArray, size_t> content;
    for (const auto& chunk : map.chunks()) {
        size_t weight = 0;
        for (const auto& entry : chunk->entries) {
            content.emplace(entry.key, entry.value.weight);
            weight += entry.value.weight;
        }
        QCOMPARE(chunk->weight, weight);
        // What is too heavy is split in two, and one of the halves may be so still.
        QVERIFY(chunk->entries.size() == 1
            || weight <= MapChunk<Load>::kMostWeight + 2 * static_cast<size_t>(mostWeight));
    }
    QCOMPARE(content, model);
}

QTEST_APPLESS_MAIN(TestChunkedMap)
#include "tst_chunked_map.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunked_map.h"

#include <QTest>

#include <map>
#include <random>

using namespace pushgate::core;

namespace {

using Model = std::map<QByteArray, int>;

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

    QVERIFY(ascending.chunks().size() <= 1'000 / ChunkedMap<int>::kMostEntries + 1);
    QByteArray last;
    for (const auto& chunk : ascending.chunks()) {
        QVERIFY(!chunk->entries.empty());
        QVERIFY(chunk->entries.size() <= ChunkedMap<int>::kMostEntries);
        for (const auto& entry : chunk->entries) {
            QVERIFY(last < entry.key);
            last = entry.key;
        }
    }
}

QTEST_APPLESS_MAIN(TestChunkedMap)
#include "tst_chunked_map.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/gzip.h"
#include "core/expose/exposition.h"
#include "core/expose/exposition_cache.h"
#include "core/store/metric_store.h"
#include "tests/support/naive_store.h"

#include <QTest>

#include <random>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<ExpositionFormat> kFormats{{ExpositionSyntax::Text, Escaping::AllowUtf8},
    {ExpositionSyntax::Delimited, Escaping::Underscores},
    {ExpositionSyntax::CompactText, Escaping::Values}};

PlainPush randomPush(std::mt19937& random)
{
    static const std::vector<QByteArray> names{"a", "b", "c.d", "e", "f"};
    PlainPush push{{{"job", QByteArray::number(int(random() % 200))}},
        random() % 2 == 0 ? PushMode::Replace : PushMode::Merge, {}};
    for (size_t i = random() % 4; i > 0; --i) {
        const bool histogram = names.size() == i;
        const MetricType type = histogram ? MetricType::Histogram : MetricType::Gauge;
        PlainFamily family{names[random() % names.size()], {}, type, {}};
        for (size_t row = random() % 5; row > 0; --row)
            family.metrics.push_back(
                {{{"i", QByteArray::number(int(row))}}, {payloadOf(type)}, {}});
        if (random() % 3 == 0)
            family.help = QByteArray::number(int(random() % 9));
        push.families.push_back(std::move(family));
    }
    return push;
}

QByteArray joined(const QList<QByteArray>& segments)
{
    return segments.join();
}

} // namespace

class TestExpositionCache : public QObject {
    Q_OBJECT

private slots:
    void agreesWithAFreshRendering();
    void rendersOnlyWhatChanged();
    void rendersAgainForAnotherType();
    void forgetsWhatIsGone();
};

void TestExpositionCache::agreesWithAFreshRendering()
{
    std::mt19937 random(12);
    NoChangeSink sink;
    MetricStore store({}, sink);
    ExpositionCache cache;
    ExpositionCache::Time now{};
    int differing = 0;
    QByteArray last;
    for (int round = 0; round < 400; ++round) {
        for (size_t i = random() % 6; i > 0; --i) {
            const PlainPush push = randomPush(random);
            QVERIFY(store.push(*prepare(parsed(push), TimePoint{}), Consistency::Checked));
            if (random() % 5 == 0)
                store.remove(groupingKey(push.key));
        }
        if (random() % 100 == 0)
            store.wipe();
        now += std::chrono::seconds(random() % 200);
        const SnapshotPtr snapshot = store.snapshot();
        const ExpositionFormat format = kFormats[random() % kFormats.size()];
        const QByteArray fresh = joined(renderExposition(*snapshot, {}, format));
        QCOMPARE(joined(cache.render(*snapshot, {}, format, now)), fresh);
        if (random() % 2 == 0) {
            const auto member = cache.renderGzip(*snapshot, {}, format, now);
            QVERIFY(member);
            const DecodedBody plain = decodeGzip(joined(*member), 1 << 30);
            QVERIFY(!plain.failure);
            QCOMPARE(plain.bytes, fresh);
        }
        differing += fresh != last ? 1 : 0;
        last = fresh;
    }
    QVERIFY(differing > 200); // else little was tried
}

namespace {

FamilyOwners::ChunkPtr someChunk()
{
    return std::make_shared<FamilyOwners::Chunk>();
}

} // namespace

void TestExpositionCache::rendersOnlyWhatChanged()
{
    RenderedChunks chunks;
    Segments out;
    int rendered = 0;
    const auto render = [&rendered](Segments& piece) {
        ++rendered;
        piece.append("x");
    };
    const auto first = someChunk();
    const auto second = someChunk();
    for (int scrape = 0; scrape < 3; ++scrape) {
        chunks.append(out, first, MetricType::Gauge, render);
        chunks.append(out, second, MetricType::Gauge, render);
        chunks.forgetUnused();
    }
    QCOMPARE(rendered, 2);
    QCOMPARE(joined(out.take()), "xxxxxx"_ba);
}

void TestExpositionCache::rendersAgainForAnotherType()
{
    RenderedChunks chunks;
    Segments out;
    const auto chunk = someChunk();
    chunks.append(out, chunk, MetricType::Gauge, [](Segments& piece) { piece.append("g"); });
    chunks.append(out, chunk, MetricType::Histogram, [](Segments& piece) { piece.append("h"); });
    QCOMPARE(joined(out.take()), "gh"_ba);
}

void TestExpositionCache::forgetsWhatIsGone()
{
    RenderedChunks chunks;
    Segments out;
    const auto chunk = someChunk();
    int rendered = 0;
    const auto render = [&rendered](Segments& piece) {
        ++rendered;
        piece.append("x");
    };
    chunks.append(out, chunk, MetricType::Gauge, render);
    chunks.forgetUnused();
    chunks.forgetUnused(); // a scrape without it
    chunks.append(out, chunk, MetricType::Gauge, render);
    QCOMPARE(rendered, 2);
}

QTEST_APPLESS_MAIN(TestExpositionCache)
#include "tst_exposition_cache.moc"

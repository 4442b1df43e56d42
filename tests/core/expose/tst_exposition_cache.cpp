// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/gzip.h"
#include "core/expose/exposition.h"
#include "core/expose/exposition_cache.h"
#include "core/store/metric_store.h"
#include "tests/support/family_builder.h"
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

/// Enough for several chunks of families.
std::vector<QByteArray> manyNames()
{
    std::vector<QByteArray> names{"c.d"};
    for (int number = 0; number < 200; ++number)
        names.push_back("m" + QByteArray::number(number));
    return names;
}

PlainPush randomPush(std::mt19937& random)
{
    static const std::vector<QByteArray> names = manyNames();
    PlainPush push{{{"job", QByteArray::number(int(random() % 200))}},
        random() % 2 == 0 ? PushMode::Replace : PushMode::Merge, {}};
    for (size_t i = random() % 4; i > 0; --i) {
        const size_t name = random() % names.size();
        const MetricType type = name % 5 == 0 ? MetricType::Histogram : MetricType::Gauge;
        PlainFamily family{names[name], {}, type, {}};
        for (size_t row = random() % 5; row > 0; --row)
            family.metrics.push_back(
                {{{"i", QByteArray::number(int(row))}}, {payloadOf(type)}, {}});
        if (random() % 3 == 0)
            family.help = QByteArray::number(int(random() % 9));
        push.families.push_back(std::move(family));
    }
    return push;
}

/// The gateway's own families with their values of the moment: before, between and behind those
/// that are pushed, and now and then one that is pushed as well.
std::vector<MetricFamily> randomOwn(std::mt19937& random)
{
    std::vector<MetricFamily> own;
    for (const QByteArray& name : {"a"_ba, "m11x"_ba, "m7"_ba, "z"_ba}) {
        if (random() % 2 == 0)
            own.push_back(FamilyBuilder(name, MetricType::Gauge)
                              .plain({}, static_cast<double>(random() % 9))
                              .build());
    }
    return own;
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
        const std::vector<MetricFamily> own = randomOwn(random);
        const QByteArray fresh = joined(renderExposition(*snapshot, own, format));
        QCOMPARE(joined(cache.render(*snapshot, own, format, now)), fresh);
        if (random() % 2 == 0) {
            const auto member = cache.renderGzip(*snapshot, own, format, now);
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
        chunks.forgetGone();
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
    auto kept = someChunk();
    auto gone = someChunk();
    auto families = std::make_shared<RenderedChunks::FamilyChunk>();
    const auto large
        = [](Segments& piece) { piece.append(QByteArray(Segments::kSegmentBytes, 'x')); };
    chunks.append(out, kept, MetricType::Gauge, large);
    chunks.append(out, gone, MetricType::Gauge, large);
    chunks.append(out, families, large);
    const QList<QByteArray> segments = out.take();
    QCOMPARE(segments.size(), 3);
    chunks.forgetGone();
    for (const QByteArray& segment : segments)
        QVERIFY(!segment.isDetached()); // kept
    gone.reset();
    families.reset();
    chunks.append(out, someChunk(), MetricType::Gauge, large); // something new, so that it looks
    chunks.forgetGone();
    QVERIFY(!segments[0].isDetached());
    QVERIFY(segments[1].isDetached());
    QVERIFY(segments[2].isDetached());
    kept.reset();
    for (int scrape = 0; scrape < RenderedChunks::kMostIdleScrapes; ++scrape)
        chunks.forgetGone(); // after a wipe, say, there is nothing new
    QVERIFY(segments[0].isDetached());
}

QTEST_APPLESS_MAIN(TestExpositionCache)
#include "tst_exposition_cache.moc"

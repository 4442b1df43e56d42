// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/gzip.h"
#include "core/expose/deflated_segments.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pushgate::core;

namespace {

/// Of full size, so that no two are alike by chance.
QByteArray someText(quint32 seed)
{
    std::mt19937 random(seed);
    QByteArray text;
    while (text.size() < 40'000)
        text += "metric_" + QByteArray::number(qint64(random() % 1000)) + "{job=\"a\"} 1\n";
    return text;
}

QByteArray plainOf(const QList<QByteArray>& member)
{
    const DecodedBody decoded = decodeGzip(member.join(), 1 << 30);
    return decoded.failure ? "broken: " + decoded.failure->message : decoded.bytes;
}

/// How many segments of `now` are the very bytes of `before`, head and tail of the member apart.
qsizetype sharedCount(const QList<QByteArray>& now, const QList<QByteArray>& before)
{
    return std::count_if(now.begin() + 1, now.end() - 1, [&before](const QByteArray& segment) {
        return std::any_of(before.begin(), before.end(), [&segment](const QByteArray& other) {
            return other.constData() == segment.constData();
        });
    });
}

} // namespace

class TestDeflatedSegments : public QObject {
    Q_OBJECT

private slots:
    void compressesOnlyWhatIsNew();
    void knowsCopies();
    void keepsEqualSegmentsApartFromOthers();
    void forgetsWhatWasLeftOut();
    void readsBackWhateverChanges();
};

void TestDeflatedSegments::compressesOnlyWhatIsNew()
{
    DeflatedSegments kept;
    QList<QByteArray> body{someText(1), someText(2), someText(3)};
    const auto first = kept.gzipMember(body);
    QCOMPARE(plainOf(*first), body.join());

    body[1] = someText(4);
    body.prepend(someText(5));
    const auto second = kept.gzipMember(body);
    QCOMPARE(plainOf(*second), body.join());
    QCOMPARE(sharedCount(*second, *first), 2);
}

void TestDeflatedSegments::knowsCopies()
{
    DeflatedSegments kept;
    const QByteArray text = someText(1);
    const auto first = kept.gzipMember({text});
    const QByteArray copy(text.constData(), text.size());
    QVERIFY(copy.constData() != text.constData());
    const auto second = kept.gzipMember({copy});
    QCOMPARE(sharedCount(*second, *first), 1);
    QCOMPARE(sharedCount(*kept.gzipMember({text}), *first), 1);
}

void TestDeflatedSegments::keepsEqualSegmentsApartFromOthers()
{
    DeflatedSegments kept;
    const QByteArray text = someText(1);
    const QList<QByteArray> body{text, text, QByteArray(text.constData(), text.size())};
    QCOMPARE(plainOf(*kept.gzipMember(body)), body.join());
    QCOMPARE(plainOf(*kept.gzipMember(body)), body.join());
    QCOMPARE(plainOf(*kept.gzipMember({text.first(100), text})), text.first(100) + text);
}

void TestDeflatedSegments::forgetsWhatWasLeftOut()
{
    DeflatedSegments kept;
    const QByteArray text = someText(1);
    const auto first = kept.gzipMember({text});
    QCOMPARE(plainOf(*kept.gzipMember({})), QByteArray());
    QCOMPARE(sharedCount(*kept.gzipMember({text}), *first), 0);
    const auto again = kept.gzipMember({text});
    kept.clear();
    QCOMPARE(sharedCount(*kept.gzipMember({text}), *again), 0);
}

void TestDeflatedSegments::readsBackWhateverChanges()
{
    std::mt19937 random(9);
    DeflatedSegments kept;
    QList<QByteArray> body;
    for (int round = 0; round < 300; ++round) {
        for (int change = 0; change < 3; ++change) {
            const auto at = static_cast<qsizetype>(random()) % (body.size() + 1);
            const QByteArray text
                = someText(quint32(random() % 5)).first(qsizetype(random() % 3000));
            if (at < body.size() && random() % 2 == 0)
                body.removeAt(at);
            else
                body.insert(at, text);
        }
        QCOMPARE(plainOf(*kept.gzipMember(body)), body.join());
    }
}

QTEST_APPLESS_MAIN(TestDeflatedSegments)
#include "tst_deflated_segments.moc"

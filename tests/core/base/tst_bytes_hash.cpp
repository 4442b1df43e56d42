// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes_hash.h"

#include <QTest>

#include <cstdint>
#include <functional>
#include <set>
#include <string_view>

using namespace pushgate::core;

namespace {

// The standard library's hash takes eight bytes at a time: scrambles them, mixes them in by xor
// and multiplies by an odd number. So a flipped top bit stays a flipped top bit, and the next
// eight bytes can flip it back.
constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995;

constexpr std::uint64_t inverse(std::uint64_t odd)
{
    std::uint64_t found = odd;
    for (int step = 0; step < 6; ++step)
        found *= 2 - odd * found;
    return found;
}

/// The eight bytes that come out of the scrambling as `scrambled`.
QByteArray blockFor(std::uint64_t scrambled)
{
    std::uint64_t block = scrambled * inverse(kMultiplier);
    block ^= block >> 47;
    block *= inverse(kMultiplier);
    return {reinterpret_cast<const char*>(&block), sizeof block};
}

/// 2^`pairs` strings that all have the same standard hash.
std::vector<QByteArray> colliding(int pairs)
{
    constexpr std::uint64_t kTopBit = std::uint64_t(1) << 63;
    std::vector<QByteArray> keys = {{}};
    for (int pair = 0; pair < pairs; ++pair) {
        std::vector<QByteArray> longer;
        for (const QByteArray& key : keys) {
            longer.push_back(key + blockFor(1) + blockFor(2));
            longer.push_back(key + blockFor(1 ^ kTopBit) + blockFor(2 ^ kTopBit));
        }
        keys = std::move(longer);
    }
    return keys;
}

} // namespace

class TestBytesHash : public QObject {
    Q_OBJECT

private slots:
    void hashesViewsLikeArrays();
    void cannotBeMadeToCollide();
};

void TestBytesHash::hashesViewsLikeArrays()
{
    const QByteArray bytes("some bytes\0more", 15);
    const QByteArray copy(bytes.constData(), bytes.size());

    QCOMPARE(BytesHash{}(bytes), BytesHash{}(QByteArrayView(copy)));
    QVERIFY(BytesEqual{}(bytes, QByteArrayView(copy)));
    QVERIFY(!BytesEqual{}(bytes, QByteArrayView(copy).chopped(1)));
}

void TestBytesHash::cannotBeMadeToCollide()
{
    std::set<size_t> standard;
    std::set<size_t> ours;
    const std::vector<QByteArray> keys = colliding(10);
    for (const QByteArray& key : keys) {
        standard.insert(
            std::hash<std::string_view>{}({key.constData(), static_cast<size_t>(key.size())}));
        ours.insert(BytesHash{}(key));
    }

#ifdef __GLIBCXX__
    QCOMPARE(standard.size(), size_t(1)); // or these keys prove nothing
#endif
    QVERIFY(ours.size() > keys.size() - 3);
}

QTEST_APPLESS_MAIN(TestBytesHash)
#include "tst_bytes_hash.moc"

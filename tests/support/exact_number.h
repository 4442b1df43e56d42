// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <cstdint>
#include <vector>

namespace pushgate::tests {

/// A natural number of any size, by the school's arithmetic: slow and plainly right, to hold fast
/// conversions against.
class BigNatural {
public:
    explicit BigNatural(std::uint64_t value);
    static BigNatural fromDigits(QByteArrayView decimalDigits);

    BigNatural& multiply(std::uint32_t factor);
    BigNatural& add(std::uint32_t summand);
    BigNatural& multiplyByPower(std::uint32_t base, int exponent); ///< a negative one: unchanged
    QByteArray toDigits() const;

    friend bool operator==(const BigNatural&, const BigNatural&) = default;
    friend std::strong_ordering operator<=>(const BigNatural& left, const BigNatural& right);

private:
    void trim();

    std::vector<std::uint32_t> m_limbs; // little endian, no zero at the end
};

/// digits * 10^exponent
struct Decimal {
    BigNatural digits;
    int exponent = 0;

    /// Reads `ddd[.ddd][e[+-]dd]`, which must be well formed.
    static Decimal fromText(QByteArrayView text);
};

/// mantissa * 2^exponent
struct Binary {
    std::uint64_t mantissa = 0;
    int exponent = 0;

    static Binary from(double positive); ///< finite; mantissa and exponent as stored
    Binary lowerHalfway() const; ///< the middle between this double and the one below
    Binary upperHalfway() const;
    QByteArray toText() const; ///< every decimal, as `ddde-dd`
};

std::strong_ordering compare(const Decimal& decimal, const Binary& binary);

/// True iff the number of `text` rounds to `value`, ties to even. `value` is finite, positive or 0.
bool roundsTo(QByteArrayView text, double value);

/// True iff no shorter decimal rounds to `value`, and none of the same length is closer; of two
/// as close the even one counts.
bool isShortest(QByteArrayView text, double value);

} // namespace pushgate::tests

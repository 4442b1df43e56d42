// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exact_number.h"

#include <algorithm>
#include <bit>

namespace pushgate::tests {

namespace {

    constexpr int kFractionBits = 52;
    constexpr int kSmallestExponent = -1074;
    constexpr std::uint64_t kHiddenBit = std::uint64_t(1) << kFractionBits;

    /// The digits of a decimal without the zeros at its end, at most 19 of them.
    struct ShortDecimal {
        std::uint64_t digits;
        int exponent;
    };

    ShortDecimal withoutTrailingZeros(const Decimal& decimal)
    {
        ShortDecimal result{decimal.digits.toDigits().toULongLong(), decimal.exponent};
        while (result.digits != 0 && result.digits % 10 == 0) {
            result.digits /= 10;
            ++result.exponent;
        }
        return result;
    }

    bool roundsTo(const Decimal& decimal, double value)
    {
        const Binary binary = Binary::from(value);
        const bool even = binary.mantissa % 2 == 0;
        const auto high = compare(decimal, binary.upperHalfway());
        if (value == 0)
            return high <= 0;
        const auto low = compare(decimal, binary.lowerHalfway());
        return even ? low >= 0 && high <= 0 : low > 0 && high < 0;
    }

    std::strong_ordering flipped(std::strong_ordering order)
    {
        return 0 <=> order;
    }

} // namespace

BigNatural::BigNatural(std::uint64_t value)
    : m_limbs{static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32)}
{
    trim();
}

BigNatural BigNatural::fromDigits(QByteArrayView decimalDigits)
{
    BigNatural number(0);
    for (const char digit : decimalDigits)
        number.multiply(10).add(static_cast<std::uint32_t>(digit - '0'));
    return number;
}

BigNatural& BigNatural::multiply(std::uint32_t factor)
{
    std::uint64_t carry = 0;
    for (std::uint32_t& limb : m_limbs) {
        carry += std::uint64_t(limb) * factor;
        limb = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    m_limbs.push_back(static_cast<std::uint32_t>(carry));
    trim();
    return *this;
}

BigNatural& BigNatural::add(std::uint32_t summand)
{
    std::uint64_t carry = summand;
    for (std::uint32_t& limb : m_limbs) {
        carry += limb;
        limb = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    m_limbs.push_back(static_cast<std::uint32_t>(carry));
    trim();
    return *this;
}

BigNatural& BigNatural::multiplyByPower(std::uint32_t base, int exponent)
{
    for (int i = 0; i < exponent; ++i)
        multiply(base);
    return *this;
}

QByteArray BigNatural::toDigits() const
{
    BigNatural rest = *this;
    QByteArray digits;
    while (!rest.m_limbs.empty()) {
        std::uint64_t remainder = 0;
        for (size_t i = rest.m_limbs.size(); i-- > 0;) {
            std::uint32_t& limb = rest.m_limbs[i];
            remainder = (remainder << 32) | limb;
            limb = static_cast<std::uint32_t>(remainder / 10);
            remainder %= 10;
        }
        digits += static_cast<char>('0' + remainder);
        rest.trim();
    }
    std::reverse(digits.begin(), digits.end());
    return digits.isEmpty() ? QByteArray("0") : digits;
}

std::strong_ordering operator<=>(const BigNatural& left, const BigNatural& right)
{
    if (left.m_limbs.size() != right.m_limbs.size())
        return left.m_limbs.size() <=> right.m_limbs.size();
    return std::lexicographical_compare_three_way(
        left.m_limbs.rbegin(), left.m_limbs.rend(), right.m_limbs.rbegin(), right.m_limbs.rend());
}

void BigNatural::trim()
{
    while (!m_limbs.empty() && m_limbs.back() == 0)
        m_limbs.pop_back();
}

Decimal Decimal::fromText(QByteArrayView text)
{
    qsizetype mark = text.indexOf('e');
    if (mark < 0)
        mark = text.size();
    const int exponent = mark < text.size() ? text.sliced(mark + 1).toInt() : 0;
    QByteArray digits = text.first(mark).toByteArray();
    const qsizetype point = digits.indexOf('.');
    if (point < 0)
        return {BigNatural::fromDigits(digits), exponent};
    digits.remove(point, 1);
    return {BigNatural::fromDigits(digits), exponent - static_cast<int>(digits.size() - point)};
}

Binary Binary::from(double positive)
{
    const auto bits = std::bit_cast<std::uint64_t>(positive);
    const std::uint64_t fraction = bits & (kHiddenBit - 1);
    const int biased = static_cast<int>(bits >> kFractionBits);
    if (biased == 0)
        return {fraction, kSmallestExponent};
    return {fraction | kHiddenBit, biased - 1 + kSmallestExponent};
}

Binary Binary::lowerHalfway() const
{
    // Below a power of two doubles are twice as close together.
    if (mantissa == kHiddenBit && exponent > kSmallestExponent)
        return {4 * mantissa - 1, exponent - 2};
    return {2 * mantissa - 1, exponent - 1};
}

Binary Binary::upperHalfway() const
{
    return {2 * mantissa + 1, exponent - 1};
}

QByteArray Binary::toText() const
{
    BigNatural number(mantissa);
    number.multiplyByPower(2, exponent).multiplyByPower(5, -exponent);
    return number.toDigits() + 'e' + QByteArray::number(std::min(exponent, 0));
}

std::strong_ordering compare(const Decimal& decimal, const Binary& binary)
{
    BigNatural left = decimal.digits;
    left.multiplyByPower(10, decimal.exponent).multiplyByPower(2, -binary.exponent);
    BigNatural right(binary.mantissa);
    right.multiplyByPower(2, binary.exponent).multiplyByPower(10, -decimal.exponent);
    return left <=> right;
}

bool roundsTo(QByteArrayView text, double value)
{
    return roundsTo(Decimal::fromText(text), value);
}

bool isShortest(QByteArrayView text, double value)
{
    const ShortDecimal shortest = withoutTrailingZeros(Decimal::fromText(text));
    const std::uint64_t digits = shortest.digits;
    const int exponent = shortest.exponent;
    if (digits >= 10) {
        // Were there a shorter one, then also one of these neighbours.
        for (const std::uint64_t shorter : {digits / 10, digits / 10 + 1}) {
            if (roundsTo(Decimal{BigNatural(shorter), exponent + 1}, value))
                return false;
        }
    }
    // Left or right of the middle to a neighbour, the neighbour is closer; but it may be too far
    // from a power of two, below which half as much is rounded up.
    const auto isCloser = [&](std::uint64_t neighbour, std::strong_ordering beyondMiddle) {
        return (beyondMiddle > 0 || (beyondMiddle == 0 && digits % 2 == 1))
            && roundsTo(Decimal{BigNatural(neighbour), exponent}, value);
    };
    const Binary binary = Binary::from(value);
    const Decimal lowerMiddle{BigNatural(digits * 10 - 5), exponent - 1};
    const Decimal upperMiddle{BigNatural(digits * 10 + 5), exponent - 1};
    return !isCloser(digits - 1, compare(lowerMiddle, binary))
        && !isCloser(digits + 1, flipped(compare(upperMiddle, binary)));
}

} // namespace pushgate::tests

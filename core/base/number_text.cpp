// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

namespace pushgate::core {

namespace {

    constexpr int kSmallestPlainExponent = -4;
    constexpr int kSmallestLargeExponent = 6;
    constexpr double kIntegersBelow = 1e6;

    /// The not-a-number that Go's parser yields, so that protobuf expositions agree bit by bit.
    constexpr std::uint64_t kGoNaNBits = 0x7FF8000000000001;

    char* writeText(char* out, std::string_view text)
    {
        return std::copy(text.begin(), text.end(), out);
    }

    char* writeSpecial(char* out, double value)
    {
        if (std::isnan(value))
            return writeText(out, "NaN");
        return writeText(out, value > 0 ? "+Inf" : "-Inf");
    }

    /// Turns `d.ddde+XX` of [`digits`, `mark`), `mark` at the `e`, into plain digits in place.
    /// `exponent` is in [kSmallestPlainExponent, kSmallestLargeExponent).
    char* layOutPlainly(char* digits, char* mark, int exponent)
    {
        const size_t fraction = mark - digits > 2 ? static_cast<size_t>(mark - digits - 2) : 0;
        if (exponent < 0) {
            const auto zeros = static_cast<size_t>(-exponent - 1);
            const char first = digits[0];
            std::memmove(digits + 3 + zeros, digits + 2, fraction);
            digits[0] = '0';
            digits[1] = '.';
            std::memset(digits + 2, '0', zeros);
            digits[2 + zeros] = first;
            return digits + 3 + zeros + fraction;
        }
        const auto whole = static_cast<size_t>(exponent); // digits before the point after the first
        if (fraction <= whole) {
            std::memmove(digits + 1, digits + 2, fraction);
            std::memset(digits + 1 + fraction, '0', whole - fraction);
            return digits + 1 + whole;
        }
        std::memmove(digits + 1, digits + 2, whole);
        digits[1 + whole] = '.';
        return mark; // the point has only moved
    }

    char* writeFinite(char* out, double value)
    {
        char* const end
            = std::to_chars(out, out + kMaxGoNumberChars, value, std::chars_format::scientific).ptr;
        char* const mark = end[-4] == 'e' ? end - 4 : end - 5;
        int exponent = 0;
        std::from_chars(mark + 2, end, exponent);
        if (mark[1] == '-')
            exponent = -exponent;
        if (exponent < kSmallestPlainExponent || exponent >= kSmallestLargeExponent)
            return end;
        return layOutPlainly(*out == '-' ? out + 1 : out, mark, exponent);
    }

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    bool equalsIgnoringCase(QByteArrayView text, QByteArrayView lowerCase)
    {
        return text.size() == lowerCase.size()
            && std::equal(text.begin(), text.end(), lowerCase.begin(),
                [](char c, char lower) { return (c | 0x20) == lower; });
    }

    std::optional<double> parseWord(QByteArrayView unsignedText, bool hasSign)
    {
        if (equalsIgnoringCase(unsignedText, "inf") || equalsIgnoringCase(unsignedText, "infinity"))
            return std::numeric_limits<double>::infinity();
        if (!hasSign && equalsIgnoringCase(unsignedText, "nan"))
            return std::bit_cast<double>(kGoNaNBits);
        return std::nullopt;
    }

    /// What one pass over an unsigned decimal number finds: value = mantissa * 10^exponent.
    class DecimalScan {
    public:
        /// False if `text` is not of the accepted form.
        bool read(QByteArrayView text)
        {
            const char* at = text.begin();
            const char* const end = text.end();
            at = readDigits(at, end, 0);
            if (at != end && *at == '.')
                at = readDigits(at + 1, end, -1);
            return m_sawDigit && readExponent(at, end);
        }

        bool isZero() const { return m_significant == 0; }
        /// Of the first digit that is not zero.
        qint64 firstDigitExponent() const { return m_exponent + m_significant - 1; }

        /// The value where both parts are exact doubles, so that one operation rounds correctly.
        std::optional<double> exact() const
        {
            if (m_significant > kExactDigits || std::abs(m_exponent) > kExactPower)
                return std::nullopt;
            const auto mantissa = static_cast<double>(m_mantissa);
            const double power = kPowersOfTen[static_cast<size_t>(std::abs(m_exponent))];
            return m_exponent < 0 ? mantissa / power : mantissa * power;
        }

    private:
        static constexpr qint64 kExactDigits = 15;
        static constexpr qint64 kExactPower = 22;
        static constexpr qint64 kExponentCap = 1'000'000'000'000'000; // beyond any length in memory
        static constexpr std::array<double, kExactPower + 1> kPowersOfTen
            = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

        const char* readDigits(const char* at, const char* end, int exponentStep)
        {
            for (; at != end && isDigit(*at); ++at) {
                m_sawDigit = true;
                m_exponent += exponentStep;
                if (m_significant == 0 && *at == '0')
                    continue;
                ++m_significant;
                if (m_significant <= kExactDigits)
                    m_mantissa = m_mantissa * 10 + static_cast<std::uint64_t>(*at - '0');
            }
            return at;
        }

        bool readExponent(const char* at, const char* end)
        {
            if (at == end)
                return true;
            if (*at != 'e' && *at != 'E')
                return false;
            ++at;
            const bool negative = at != end && *at == '-';
            if (at != end && (*at == '-' || *at == '+'))
                ++at;
            if (at == end)
                return false;
            qint64 exponent = 0;
            for (; at != end && isDigit(*at); ++at)
                exponent = std::min(exponent * 10 + (*at - '0'), kExponentCap);
            m_exponent += negative ? -exponent : exponent;
            return at == end;
        }

        std::uint64_t m_mantissa = 0; // of the first kExactDigits
        qint64 m_significant = 0; // digits from the first that is not zero
        qint64 m_exponent = 0;
        bool m_sawDigit = false;
    };

    std::optional<double> parseUnsigned(QByteArrayView text)
    {
        DecimalScan scan;
        if (!scan.read(text))
            return std::nullopt;
        if (scan.isZero())
            return 0.0;
        if (const auto exact = scan.exact())
            return exact;

        double value = 0;
        const auto parsed = std::from_chars(text.begin(), text.end(), value);
        if (parsed.ec == std::errc::result_out_of_range) {
            if (scan.firstDigitExponent() > 0)
                return std::nullopt;
            return 0.0;
        }
        if (parsed.ec != std::errc() || std::isinf(value))
            return std::nullopt;
        return value;
    }

} // namespace

char* writeGoNumber(char* out, double value, NegativeZero negativeZero)
{
    if (value > -kIntegersBelow && value < kIntegersBelow) {
        const int integer = static_cast<int>(value);
        if (integer == 0 && value == 0 && std::signbit(value)
            && negativeZero == NegativeZero::Signed)
            return writeText(out, "-0");
        if (static_cast<double>(integer) == value)
            return std::to_chars(out, out + kMaxGoNumberChars, integer).ptr;
    }
    return std::isfinite(value) ? writeFinite(out, value) : writeSpecial(out, value);
}

void appendGoNumber(QByteArray& out, double value, NegativeZero negativeZero)
{
    std::array<char, kMaxGoNumberChars> text{};
    const char* const end = writeGoNumber(text.data(), value, negativeZero);
    out.append(text.data(), end - text.data());
}

std::optional<double> parseGoFloat(QByteArrayView text)
{
    if (text.isEmpty())
        return std::nullopt;
    const char sign = text.front();
    const bool hasSign = sign == '+' || sign == '-';
    const QByteArrayView magnitude = hasSign ? text.sliced(1) : text;
    if (magnitude.isEmpty())
        return std::nullopt;

    const bool isNumber = isDigit(magnitude.front()) || magnitude.front() == '.';
    const auto value = isNumber ? parseUnsigned(magnitude) : parseWord(magnitude, hasSign);
    return value && sign == '-' ? -*value : value;
}

} // namespace pushgate::core

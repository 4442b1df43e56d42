// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/duration_text.h"

#include <array>
#include <optional>

namespace pushgate::daemon {

namespace {

    struct Unit {
        QByteArrayView name;
        quint64 nanoseconds;
    };

    constexpr quint64 kSecond = 1'000'000'000;
    constexpr std::array kUnits{
        Unit{"ns", 1},
        Unit{"us", 1'000},
        Unit{"\xc2\xb5s", 1'000}, // micro sign
        Unit{"\xce\xbcs", 1'000}, // Greek letter mu
        Unit{"ms", 1'000'000},
        Unit{"s", kSecond},
        Unit{"m", 60 * kSecond},
        Unit{"h", 3600 * kSecond},
    };
    constexpr quint64 kMost = quint64{1} << 63; ///< the magnitude of the smallest 64-bit number

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    /// In double quotes; quotes and all but printable ASCII as `\"` and `\xc3`.
    QByteArray quoted(QByteArrayView text)
    {
        QByteArray out("\"");
        for (const char c : text) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append("\\x").append(QByteArray(&c, 1).toHex());
            }
        }
        return out.append('"');
    }

    QByteArrayView takeDigits(QByteArrayView& rest)
    {
        qsizetype count = 0;
        while (count < rest.size() && isDigit(rest[count]))
            ++count;
        const QByteArrayView digits = rest.first(count);
        rest = rest.sliced(count);
        return digits;
    }

    QByteArrayView takeUnit(QByteArrayView& rest)
    {
        qsizetype count = 0;
        while (count < rest.size() && rest[count] != '.' && !isDigit(rest[count]))
            ++count;
        const QByteArrayView unit = rest.first(count);
        rest = rest.sliced(count);
        return unit;
    }

    /// Nothing if it passes kMost.
    std::optional<quint64> wholeNumber(QByteArrayView digits)
    {
        quint64 number = 0;
        for (const char digit : digits) {
            if (number > kMost / 10)
                return std::nullopt;
            number = number * 10 + static_cast<quint64>(digit - '0');
            if (number > kMost)
                return std::nullopt;
        }
        return number;
    }

    /// The fraction in nanoseconds, cut; digits beyond what 63 bits hold do not matter.
    quint64 fractionOf(quint64 unit, QByteArrayView digits)
    {
        quint64 number = 0;
        double scale = 1;
        for (const char digit : digits) {
            if (number > (kMost - 1) / 10)
                break;
            number = number * 10 + static_cast<quint64>(digit - '0');
            scale *= 10;
        }
        return static_cast<quint64>(
            static_cast<double>(number) * (static_cast<double>(unit) / scale));
    }

    class DurationReader {
    public:
        explicit DurationReader(QByteArrayView text)
            : m_text(text)
        {
        }

        core::Result<std::chrono::nanoseconds> read()
        {
            QByteArrayView rest = m_text;
            const bool negative = rest.startsWith('-');
            if (negative || rest.startsWith('+'))
                rest = rest.sliced(1);
            if (rest == "0")
                return std::chrono::nanoseconds(0);
            if (rest.isEmpty())
                return invalid();
            quint64 total = 0;
            while (!rest.isEmpty()) {
                const core::Result<quint64> part = readPart(rest);
                if (!part)
                    return part.error();
                total += *part;
                if (total > kMost)
                    return invalid();
            }
            if (negative)
                return std::chrono::nanoseconds(static_cast<qint64>(~total + 1));
            if (total == kMost)
                return invalid();
            return std::chrono::nanoseconds(static_cast<qint64>(total));
        }

    private:
        core::Error invalid() const
        {
            return core::badRequest("time: invalid duration " + quoted(m_text));
        }

        /// One number with its unit; takes it off `rest`.
        core::Result<quint64> readPart(QByteArrayView& rest) const
        {
            const QByteArrayView whole = takeDigits(rest);
            QByteArrayView fraction;
            if (rest.startsWith('.')) {
                rest = rest.sliced(1);
                fraction = takeDigits(rest);
            }
            if (whole.isEmpty() && fraction.isEmpty())
                return invalid();
            const QByteArrayView name = takeUnit(rest);
            if (name.isEmpty())
                return core::badRequest("time: missing unit in duration " + quoted(m_text));
            for (const Unit& unit : kUnits) {
                if (unit.name == name)
                    return scaled(whole, fraction, unit.nanoseconds);
            }
            return core::badRequest(
                "time: unknown unit " + quoted(name) + " in duration " + quoted(m_text));
        }

        core::Result<quint64> scaled(
            QByteArrayView whole, QByteArrayView fraction, quint64 unit) const
        {
            const std::optional<quint64> number = wholeNumber(whole);
            if (!number || *number > kMost / unit)
                return invalid();
            const quint64 scaledNumber = *number * unit + fractionOf(unit, fraction);
            if (scaledNumber > kMost)
                return invalid();
            return scaledNumber;
        }

        QByteArrayView m_text;
    };

    /// `nanoseconds` in `unit`s with the fraction that is needed and no more.
    QByteArray decimal(quint64 nanoseconds, quint64 unit)
    {
        QByteArray text = QByteArray::number(nanoseconds / unit);
        quint64 rest = nanoseconds % unit;
        if (rest == 0)
            return text;
        text.append('.');
        for (quint64 place = unit / 10; rest != 0; place /= 10) {
            text.append(static_cast<char>('0' + rest / place));
            rest %= place;
        }
        return text;
    }

} // namespace

core::Result<std::chrono::nanoseconds> parseDuration(QByteArrayView text)
{
    return DurationReader(text).read();
}

QByteArray durationText(std::chrono::nanoseconds duration)
{
    const qint64 count = duration.count();
    const quint64 size = count < 0 ? ~static_cast<quint64>(count) + 1 : static_cast<quint64>(count);
    if (size == 0)
        return QByteArrayLiteral("0s");
    QByteArray text(count < 0 ? "-" : "");
    if (size < 1'000)
        return text + QByteArray::number(size) + "ns";
    if (size < 1'000'000)
        return text + decimal(size, 1'000) + "\xc2\xb5s";
    if (size < kSecond)
        return text + decimal(size, 1'000'000) + "ms";
    const quint64 minutes = size / (60 * kSecond);
    if (minutes >= 60)
        text.append(QByteArray::number(minutes / 60)).append('h');
    if (minutes >= 1)
        text.append(QByteArray::number(minutes % 60)).append('m');
    return text + decimal(size % (60 * kSecond), kSecond) + 's';
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/prometheus_duration.h"

#include "core/base/go_quote.h"

#include <array>
#include <limits>

namespace pushgate::core {

namespace {

    struct Unit {
        QByteArrayView name;
        qint64 milliseconds;
    };

    constexpr qint64 kSecond = 1'000;
    constexpr qint64 kDay = 24 * 3'600 * kSecond;
    constexpr std::array kUnits{Unit{"y", 365 * kDay}, Unit{"w", 7 * kDay}, Unit{"d", kDay},
        Unit{"h", 3'600 * kSecond}, Unit{"m", 60 * kSecond}, Unit{"s", kSecond}, Unit{"ms", 1}};
    constexpr qint64 kMostMilliseconds = std::numeric_limits<qint64>::max() / 1'000'000;

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    class DurationReader {
    public:
        explicit DurationReader(QByteArrayView text)
            : m_text(text)
        {
        }

        Result<std::chrono::nanoseconds> read()
        {
            if (m_text == "0")
                return std::chrono::nanoseconds(0);
            if (m_text.isEmpty())
                return error("it is empty");
            while (m_at < m_text.size()) {
                if (const Status part = readPart(); !part)
                    return part.error();
            }
            return std::chrono::nanoseconds(std::chrono::milliseconds(m_total));
        }

    private:
        Status readPart()
        {
            const qsizetype begin = m_at;
            qint64 number = 0;
            for (; m_at < m_text.size() && isDigit(m_text[m_at]); ++m_at) {
                if (number > kMostMilliseconds / 10)
                    return errorAt(begin, "the number is too large");
                number = number * 10 + (m_text[m_at] - '0');
            }
            if (m_at == begin)
                return error("expected a digit");
            const qsizetype unitAt = m_at;
            while (m_at < m_text.size() && !isDigit(m_text[m_at]))
                ++m_at;
            return add(number, unitAt, m_text.sliced(unitAt, m_at - unitAt));
        }

        Status add(qint64 number, qsizetype at, QByteArrayView unit)
        {
            if (unit.isEmpty())
                return errorAt(at, "a unit is missing");
            size_t index = 0;
            while (index < kUnits.size() && kUnits[index].name != unit)
                ++index;
            if (index == kUnits.size())
                return errorAt(at, "unknown unit " + goQuote(unit));
            if (index < m_nextUnit)
                return errorAt(
                    at, "unit " + goQuote(unit) + " must come before smaller ones, once");
            m_nextUnit = index + 1;
            const qint64 size = kUnits[index].milliseconds;
            if (number > (kMostMilliseconds - m_total) / size)
                return errorAt(at, "it is longer than 292 years");
            m_total += number * size;
            return ok();
        }

        Error error(const QByteArray& why) const { return errorAt(m_at, why); }

        Error errorAt(qsizetype at, const QByteArray& why) const
        {
            return badRequest("invalid duration " + goQuote(m_text) + " at position "
                + QByteArray::number(at + 1) + ": " + why);
        }

        QByteArrayView m_text;
        qsizetype m_at = 0;
        qint64 m_total = 0; ///< milliseconds
        size_t m_nextUnit = 0; ///< the largest one that may still come
    };

} // namespace

Result<std::chrono::nanoseconds> parsePrometheusDuration(QByteArrayView text)
{
    return DurationReader(text).read();
}

} // namespace pushgate::core

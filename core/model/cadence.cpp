// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cadence.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace pushgate::core {

namespace {

    constexpr float kShortestPause = 0.01F; ///< shorter ones count as this long
    /// A pause belongs to a rhythm if neither is longer than the other by more than this. Below 2:
    /// a missed night is another rhythm.
    constexpr float kSimilar = 1.7F;
    constexpr float kSame = 1.5F; ///< rhythms that drift closer than this become one
    constexpr quint16 kEnoughPauses = 3;
    constexpr quint16 kEnoughInARow = 2;
    constexpr float kEnoughSeconds = 600;
    constexpr float kLearningRate = 0.125F; ///< weight of the newest pause, once there are many

    // How late a push may be: whichever of these is longest, but not longer than the rhythm itself
    // unless that is shorter than the least.
    constexpr float kSlackShare = 0.25F;
    constexpr float kSlackWhileNew = 0.5F; ///< divided by the count: few pauses say little
    constexpr float kSlackSpreads = 4;
    constexpr float kLeastSlack = 30;

    constexpr char kVersion = 1;
    constexpr qsizetype kRhythmBytes = 16;
    constexpr qsizetype kBytes = 1 + 3 * kRhythmBytes + 1 + 8;

    float ratio(float left, float right)
    {
        return left > right ? left / right : right / left;
    }

    quint16 sum(quint16 left, quint16 right)
    {
        constexpr unsigned kMost = std::numeric_limits<quint16>::max();
        return static_cast<quint16>(std::min(unsigned{left} + right, kMost));
    }

    std::chrono::nanoseconds nanoseconds(float seconds)
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
            std::chrono::duration<double>(double{seconds}));
    }

    template <typename T>
    void append(QByteArray& bytes, T value)
    {
        const T little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    }

    template <typename T>
    T take(QByteArrayView& bytes)
    {
        const T value = qFromLittleEndian<T>(bytes.data());
        bytes = bytes.sliced(sizeof(T));
        return value;
    }

    float takeFloat(QByteArrayView& bytes)
    {
        return std::bit_cast<float>(take<quint32>(bytes));
    }

    bool isAmount(float value)
    {
        return std::isfinite(value) && value >= 0;
    }

    Error notACadence()
    {
        return badRequest(QByteArrayLiteral("these bytes are no learnt cadence"));
    }

} // namespace

bool Cadence::Rhythm::isEstablished() const
{
    return count >= kEnoughPauses && static_cast<float>(count) * typical >= kEnoughSeconds;
}

void Cadence::Rhythm::add(float pause)
{
    if (!isCurrent()) {
        *this = {pause, 0, 0, 1, 1};
        return;
    }
    inARow = since > 0 ? quint16{1} : sum(inARow, 1);
    count = sum(count, 1);
    since = 0;
    const float weight = std::max(1 / static_cast<float>(count), kLearningRate);
    spread += weight * (std::abs(pause - typical) - spread);
    typical += weight * (pause - typical);
}

void Cadence::notePush(TimePoint at)
{
    if (m_last && at > *m_last) {
        const std::chrono::duration<float> pause = at - *m_last;
        learn(std::max(pause.count(), kShortestPause));
    }
    m_last = at;
}

void Cadence::learn(float pause)
{
    Rhythm* rhythm = rhythmOf(pause);
    if (rhythm) {
        rhythm->add(pause);
    } else {
        rhythm = &roomForOne();
        *rhythm = {pause, 0, 0, 1, 1};
    }
    for (Rhythm& other : m_rhythms) {
        if (&other != rhythm && other.isUsed() && other.typical > pause)
            other.since += pause;
    }
    tidyUp();
}

/// The rhythm that a pause belongs to; null: it is a new one.
Cadence::Rhythm* Cadence::rhythmOf(float pause)
{
    Rhythm* nearest = nullptr;
    for (Rhythm& rhythm : m_rhythms) {
        if (!rhythm.isUsed() || ratio(rhythm.typical, pause) > kSimilar)
            continue;
        if (!nearest || ratio(rhythm.typical, pause) < ratio(nearest->typical, pause))
            nearest = &rhythm;
    }
    return nearest;
}

/// A free place, or that of the rhythm whose loss matters least.
Cadence::Rhythm& Cadence::roomForOne()
{
    return *std::min_element(
        m_rhythms.begin(), m_rhythms.end(), [](const Rhythm& left, const Rhythm& right) {
            const bool isLeftKept = left.isCurrent() && left.isEstablished();
            const bool isRightKept = right.isCurrent() && right.isEstablished();
            if (left.isUsed() != right.isUsed() || isLeftKept != isRightKept)
                return isRightKept || (right.isUsed() && !left.isUsed());
            if (isLeftKept)
                return left.typical < right.typical; // the longest one rules
            return left.count != right.count ? left.count < right.count : left.since > right.since;
        });
}

/// Joins rhythms that have become one, and puts them in order.
void Cadence::tidyUp()
{
    const auto before = [](const Rhythm& left, const Rhythm& right) {
        return left.isUsed() != right.isUsed() ? left.isUsed() : left.typical < right.typical;
    };
    std::sort(m_rhythms.begin(), m_rhythms.end(), before);
    for (size_t i = 0; i + 1 < m_rhythms.size(); ++i) {
        Rhythm& left = m_rhythms[i];
        Rhythm& right = m_rhythms[i + 1];
        if (!right.isUsed() || ratio(left.typical, right.typical) >= kSame)
            continue;
        const float share = static_cast<float>(left.count)
            / (static_cast<float>(left.count) + static_cast<float>(right.count));
        const float apart = right.typical - left.typical;
        right.spread
            = share * left.spread + (1 - share) * right.spread + 2 * share * (1 - share) * apart;
        right.typical = share * left.typical + (1 - share) * right.typical;
        right.since = std::min(left.since, right.since);
        right.count = sum(left.count, right.count);
        right.inARow = std::max(left.inARow, right.inARow);
        left = {};
    }
    std::sort(m_rhythms.begin(), m_rhythms.end(), before);
}

/// The longest rhythm that is current and known well enough; null: none is.
const Cadence::Rhythm* Cadence::ruling() const
{
    const Rhythm* found = nullptr;
    bool isShorterEstablished = false;
    for (const Rhythm& rhythm : m_rhythms) {
        const bool hasTakenOver = isShorterEstablished && rhythm.inARow >= kEnoughInARow;
        if (rhythm.isUsed() && rhythm.isCurrent() && (rhythm.isEstablished() || hasTakenOver))
            found = &rhythm;
        isShorterEstablished = isShorterEstablished || rhythm.isEstablished();
    }
    return found;
}

std::optional<std::chrono::nanoseconds> Cadence::interval() const
{
    const Rhythm* rhythm = ruling();
    return rhythm ? std::optional(nanoseconds(rhythm->typical)) : std::nullopt;
}

std::optional<TimePoint> Cadence::expectedBy() const
{
    const Rhythm* rhythm = ruling();
    if (!rhythm)
        return std::nullopt;
    const float share = kSlackShare + kSlackWhileNew / static_cast<float>(rhythm->count);
    const float slack = std::max(rhythm->typical * share, rhythm->spread * kSlackSpreads);
    const float bounded = std::max(std::min(slack, rhythm->typical), kLeastSlack);
    return *m_last + nanoseconds(rhythm->typical + bounded);
}

QByteArray Cadence::toBytes() const
{
    QByteArray bytes;
    bytes.reserve(kBytes);
    bytes.append(kVersion);
    for (const Rhythm& rhythm : m_rhythms) {
        append(bytes, std::bit_cast<quint32>(rhythm.typical));
        append(bytes, std::bit_cast<quint32>(rhythm.spread));
        append(bytes, std::bit_cast<quint32>(rhythm.since));
        append(bytes, rhythm.count);
        append(bytes, rhythm.inARow);
    }
    append(bytes, static_cast<quint8>(m_last ? 1 : 0));
    append(bytes, m_last.value_or(TimePoint{}).time_since_epoch().count());
    return bytes;
}

Result<Cadence> Cadence::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != kBytes || bytes[0] != kVersion)
        return notACadence();
    Cadence cadence;
    bytes = bytes.sliced(1);
    for (Rhythm& rhythm : cadence.m_rhythms) {
        rhythm.typical = takeFloat(bytes);
        rhythm.spread = takeFloat(bytes);
        rhythm.since = takeFloat(bytes);
        rhythm.count = take<quint16>(bytes);
        rhythm.inARow = take<quint16>(bytes);
        if (!isAmount(rhythm.typical) || !isAmount(rhythm.spread) || !isAmount(rhythm.since)
            || (rhythm.typical > 0) != rhythm.isUsed())
            return notACadence();
    }
    const auto hasLast = take<quint8>(bytes);
    const TimePoint last(std::chrono::nanoseconds(take<qint64>(bytes)));
    const bool isAnyUsed = cadence.m_rhythms.front().isUsed();
    if (hasLast > 1 || (isAnyUsed && hasLast == 0))
        return notACadence();
    if (hasLast == 1)
        cadence.m_last = last;
    return cadence;
}

} // namespace pushgate::core

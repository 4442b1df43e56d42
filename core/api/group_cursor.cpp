// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_cursor.h"

#include "core/base/go_quote.h"

#include <QtEndian>

namespace pushgate::core {

namespace {

    constexpr char kVersion = 1;
    constexpr char kBeforeAnyText = 0; // so that a job comes before one that it begins
    constexpr qsizetype kFixedBytes = 3 + 8 + 8;

    qint64 rankOf(const ListedGroup& group, GroupSort sort)
    {
        const bool isAscending = sort.direction == GroupSort::Direction::Ascending;
        switch (sort.by) {
        case GroupSort::By::Key:
        case GroupSort::By::Job: return 0;
        case GroupSort::By::Age: {
            // The age grows with time; when it began does not.
            const qint64 began = group.standing().ageBegins.time_since_epoch().count();
            return isAscending ? -began : began;
        }
        case GroupSort::By::Series: {
            const auto series = static_cast<qint64>(group.series());
            return isAscending ? series : -series;
        }
        }
        Q_UNREACHABLE();
    }

    QByteArray keyOf(const ListedGroup& group, GroupSort sort)
    {
        if (sort.by != GroupSort::By::Job)
            return group.key();
        const QByteArrayView job
            = group.group()->key.labels().value("job").value_or(QByteArrayView());
        return QByteArray().append(job).append(kBeforeAnyText).append(group.key());
    }

    void append(QByteArray& bytes, qint64 number)
    {
        const qint64 big = qToBigEndian(number);
        bytes.append(reinterpret_cast<const char*>(&big), sizeof big);
    }

} // namespace

Result<GroupSort> GroupSort::fromName(QByteArrayView name)
{
    GroupSort sort;
    QByteArrayView word = name;
    if (word.startsWith('-')) {
        sort.direction = Direction::Descending;
        word = word.sliced(1);
    }
    if (word == "age")
        sort.by = By::Age;
    else if (word == "series")
        sort.by = By::Series;
    else if (word == "job")
        sort.by = By::Job;
    else if (word != "key")
        return badRequest("unknown sort " + goQuote(name)
            + ": expected key, age, series or job, perhaps with a - in front");
    return sort;
}

GroupCursor GroupCursor::at(const ListedGroup& group, GroupSort sort, TimePoint asOf)
{
    return {sort, rankOf(group, sort), keyOf(group, sort), asOf};
}

bool GroupCursor::isBefore(const GroupCursor& other) const
{
    if (rank != other.rank)
        return rank < other.rank;
    const bool isReversed = (sort.by == GroupSort::By::Key || sort.by == GroupSort::By::Job)
        && sort.direction == GroupSort::Direction::Descending;
    return isReversed ? other.key < key : key < other.key;
}

QByteArray GroupCursor::toText() const
{
    QByteArray bytes;
    bytes.append(kVersion);
    bytes.append(static_cast<char>(sort.by));
    bytes.append(static_cast<char>(sort.direction));
    append(bytes, rank);
    append(bytes, asOf.time_since_epoch().count());
    bytes.append(key);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<GroupCursor> GroupCursor::fromText(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray& bytes = decoded.decoded;
    const bool isOurs = decoded && bytes.size() > kFixedBytes && bytes[0] == kVersion
        && static_cast<quint8>(bytes[1]) <= static_cast<quint8>(GroupSort::By::Job)
        && static_cast<quint8>(bytes[2]) <= static_cast<quint8>(GroupSort::Direction::Descending);
    if (!isOurs)
        return badRequest("this cursor was not given by the gateway");
    GroupCursor cursor;
    cursor.sort.by = static_cast<GroupSort::By>(bytes[1]);
    cursor.sort.direction = static_cast<GroupSort::Direction>(bytes[2]);
    cursor.rank = qFromBigEndian<qint64>(bytes.constData() + 3);
    cursor.asOf
        = TimePoint(std::chrono::nanoseconds(qFromBigEndian<qint64>(bytes.constData() + 11)));
    cursor.key = bytes.sliced(kFixedBytes);
    return cursor;
}

} // namespace pushgate::core

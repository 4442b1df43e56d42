// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gob_bytes.h"

namespace pushgate::tests::gob {

namespace {

    constexpr char kEnd = '\0';

    /// A field that follows the one before without a gap.
    QByteArray next(const QByteArray& content)
    {
        return '\1' + content;
    }

    QByteArray definition(qint64 id, char kind, const QByteArray& details)
    {
        const QByteArray common = '\2' + integer(id) + kEnd; // the name is left out
        return message(integer(-id) + char(kind + 1) + next(common) + details + kEnd + kEnd);
    }

} // namespace

QByteArray unsignedInteger(quint64 number)
{
    if (number < 0x80)
        return {1, static_cast<char>(number)};
    QByteArray digits;
    for (; number > 0; number >>= 8)
        digits.prepend(static_cast<char>(number & 0xff));
    return char(-digits.size()) + digits;
}

QByteArray integer(qint64 number)
{
    const auto bits = static_cast<quint64>(number);
    return unsignedInteger(number < 0 ? ~bits << 1 | 1 : bits << 1);
}

QByteArray bytes(const QByteArray& content)
{
    return unsignedInteger(static_cast<quint64>(content.size())) + content;
}

QByteArray message(const QByteArray& content)
{
    return bytes(content);
}

QByteArray mapType(qint64 id, qint64 key, qint64 element)
{
    return definition(id, 3, next(integer(key)) + next(integer(element)));
}

QByteArray sliceType(qint64 id, qint64 element)
{
    return definition(id, 1, next(integer(element)));
}

QByteArray opaqueType(qint64 id)
{
    return definition(id, 5, {});
}

QByteArray structType(qint64 id, const std::vector<std::pair<QByteArray, qint64>>& fields)
{
    QByteArray list = unsignedInteger(fields.size());
    for (const auto& [name, type] : fields)
        list += next(bytes(name)) + next(integer(type)) + kEnd;
    return definition(id, 2, next(list));
}

QByteArray value(qint64 type, const QByteArray& content)
{
    return message(integer(type) + '\0' + content);
}

QByteArray storeTypes()
{
    return mapType(65, 6, 66) + structType(66, {{"Labels", 67}, {"Metrics", 68}})
        + mapType(67, 6, 6) + mapType(68, 6, 69)
        + structType(69, {{"Timestamp", 70}, {"GobbableMetricFamily", 70}}) + opaqueType(70);
}

} // namespace pushgate::tests::gob

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_store_writer.h"

#include "daemon/persist/gob_time.h"

#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    constexpr qint64 kMostMessageBytes = 8LL * 1024 * 1024 * 1024;
    constexpr qsizetype kWideIntegerBytes = 9;

    /// The types of the store: 65 is the map of groups, 66 a group, 67 its labels, 68 its families,
    /// 69 a family, 70 a time, 71 a protobuf message. Each line is one message.
    // clang-format off
    constexpr QByteArrayView kTypesHex =
        "29 ff81 04 01 01 18 47726f7570696e674b6579546f4d657472696347726f7570 01 ff82 00 01 0c 01 ff84 00 00"
        "32 ff83 03 01 01 0b 4d657472696347726f7570 01 ff84 00"
            "01 02 01 06 4c6162656c73 01 ff86 00 01 07 4d657472696373 01 ff88 00 00 00"
        "0e ff85 04 01 02 ff86 00 01 0c 01 0c 00 00"
        "0f ff87 04 01 02 ff88 00 01 0c 01 ff8a 00 00"
        "35 ff89 03 01 02 ff8a 00"
            "01 02 01 09 54696d657374616d70 01 ff8c 00"
            "01 14 476f626261626c654d657472696346616d696c79 01 ff8e 00 00 00"
        "10 ff8b 05 01 01 04 54696d65 01 ff8c 00 00 00"
        "0a ff8d 05 01 02 ff8e 00 00 00";
    // clang-format on

    void appendUint(QByteArray& out, quint64 number)
    {
        if (number < 0x80) {
            out.append(static_cast<char>(number));
            return;
        }
        std::array<char, 8> bytes{};
        qToBigEndian(number, bytes.data());
        const auto* first = std::find_if(bytes.begin(), bytes.end(), [](char b) { return b != 0; });
        const auto count = bytes.end() - first;
        out.append(static_cast<char>(0x100 - count)).append(first, count);
    }

    /// In nine bytes whatever its value, so that it can be filled in later.
    QByteArray wideUint(qint64 number)
    {
        QByteArray bytes(kWideIntegerBytes, '\xf8');
        qToBigEndian(number, bytes.data() + 1);
        return bytes;
    }

    void appendBytes(QByteArray& out, QByteArrayView bytes)
    {
        appendUint(out, static_cast<quint64>(bytes.size()));
        out.append(bytes);
    }

} // namespace

GobStoreWriter::GobStoreWriter(QIODevice& device)
    : m_device(device)
{
}

core::Status GobStoreWriter::begin()
{
    const QByteArray types = QByteArray::fromHex(kTypesHex.toByteArray());
    m_lengthAt = types.size();
    m_valueAt = m_lengthAt + kWideIntegerBytes;
    QByteArray out = types + wideUint(0) + "\xff\x82\0"_ba; // of type 65, no struct
    m_countAt = out.size();
    return write(out + wideUint(0));
}

core::Status GobStoreWriter::addGroup(const core::GroupingKey& key, qsizetype familyCount)
{
    if (core::Status ended = endGroup(); !ended)
        return ended;
    ++m_groups;
    m_inGroup = true;
    QByteArray out;
    appendBytes(out, key.encoded());
    out.append('\1'); // the first field, Labels; a key is never empty
    appendUint(out, key.labels().size());
    for (const core::Label& label : key.labels()) {
        appendBytes(out, label.name);
        appendBytes(out, label.value);
    }
    if (familyCount > 0) {
        out.append('\1'); // the next field, Metrics
        appendUint(out, static_cast<quint64>(familyCount));
    }
    return write(out);
}

core::Status GobStoreWriter::addFamily(
    QByteArrayView name, core::TimePoint pushedAt, QByteArrayView message)
{
    QByteArray out;
    appendBytes(out, name);
    out.append('\1');
    appendBytes(out, timeToGo(pushedAt));
    out.append('\1');
    appendUint(out, static_cast<quint64>(message.size()));
    if (core::Status head = write(out); !head)
        return head;
    if (core::Status body = write(message); !body)
        return body;
    return write("\0"_ba);
}

core::Status GobStoreWriter::endGroup()
{
    if (!m_inGroup)
        return core::ok();
    m_inGroup = false;
    return write("\0"_ba);
}

core::Status GobStoreWriter::finish()
{
    if (core::Status ended = endGroup(); !ended)
        return ended;
    if (core::Status counted = overwrite(m_countAt, m_groups); !counted)
        return counted;
    return overwrite(m_lengthAt, m_written - m_valueAt);
}

core::Status GobStoreWriter::write(QByteArrayView bytes)
{
    m_written += bytes.size();
    if (m_written > kMostMessageBytes)
        return core::tooLarge("the Go Pushgateway reads no more than 8 GiB");
    if (m_device.write(bytes.data(), bytes.size()) == bytes.size())
        return core::ok();
    return core::Error{
        core::Error::Kind::Unavailable, "writing fails: " + m_device.errorString().toUtf8()};
}

core::Status GobStoreWriter::overwrite(qint64 at, qint64 number)
{
    const QByteArray bytes = wideUint(number);
    if (m_device.seek(at) && m_device.write(bytes) == bytes.size())
        return core::ok();
    return core::Error{
        core::Error::Kind::Unavailable, "writing fails: " + m_device.errorString().toUtf8()};
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grouping_key.h"

#include <QHashFunctions>

#include <utility>

namespace pushgate::core {

namespace {

    constexpr char kSeparator = '\xff';

    QByteArray encode(const Labels& labels)
    {
        qsizetype length = 0;
        for (const Label& label : labels)
            length += label.name.size() + label.value.size() + 2;

        QByteArray bytes;
        bytes.reserve(length);
        for (const Label& label : labels) {
            if (!bytes.isEmpty())
                bytes += kSeparator;
            bytes += label.name;
            bytes += kSeparator;
            bytes += label.value;
        }
        return bytes;
    }

} // namespace

GroupingKey::GroupingKey(Labels labels, QByteArray encoded)
    : m_labels(std::move(labels))
    , m_encoded(std::move(encoded))
{
}

Result<GroupingKey> GroupingKey::from(Labels labels)
{
    const auto job = labels.value("job");
    if (!job || job->isEmpty())
        return badRequest("job name is required");
    QByteArray encoded = encode(labels);
    return GroupingKey(std::move(labels), std::move(encoded));
}

} // namespace pushgate::core

size_t std::hash<pushgate::core::GroupingKey>::operator()(
    const pushgate::core::GroupingKey& key) const noexcept
{
    return qHash(key.encoded(), QHashSeed::globalSeed());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grouping_key.h"

#include <QHashFunctions>
#include <QList>

#include <utility>
#include <vector>

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

Labels labelsOfKey(const QByteArray& encoded)
{
    const QList<QByteArray> parts = encoded.split(kSeparator);
    std::vector<Label> labels;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        labels.push_back({parts[i], parts[i + 1]});
    return *Labels::from(std::move(labels));
}

} // namespace pushgate::core

size_t std::hash<pushgate::core::GroupingKey>::operator()(
    const pushgate::core::GroupingKey& key) const noexcept
{
    return qHash(key.encoded(), QHashSeed::globalSeed());
}

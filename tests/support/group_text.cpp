// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/group_text.h"

#include "core/model/metric_text.h"

namespace pushgate::tests {

namespace {

    QByteArray timeText(const std::optional<core::TimePoint>& time)
    {
        const auto sinceEpoch = time.value_or(core::TimePoint{}).time_since_epoch().count();
        return time ? QByteArray::number(qint64{sinceEpoch}) : QByteArrayLiteral("never");
    }

    void appendHashes(QByteArray& text, const core::CheckedFamily& checked)
    {
        for (const core::SeriesHash& hash : checked.seriesHashes)
            text += ' ' + QByteArray::number(hash.low, 16) + QByteArray::number(hash.high, 16);
        for (const quint32 count : checked.lacking)
            text += ' ' + QByteArray::number(count);
        text += ' ' + QByteArray::number(checked.badMetrics);
    }

} // namespace

QByteArray groupText(const core::Group& group)
{
    QByteArray text
        = "pushed " + timeText(group.pushTime) + " failed " + timeText(group.failureTime);
    text += " cadence " + group.cadence.toBytes().toHex();
    for (const core::StoredFamily& family : group.families) {
        text
            += "\n#" + QByteArray::number(family.order) + " at " + timeText(family.pushedAt) + ": ";
        core::appendFamilyText(text, family.family(), core::ProtoText::Layout::OneLine);
        appendHashes(text, *family.checked);
    }
    return text;
}

std::map<QByteArray, QByteArray> groupTexts(const std::vector<core::GroupPtr>& groups)
{
    std::map<QByteArray, QByteArray> texts;
    for (const core::GroupPtr& group : groups)
        texts.emplace(group->key.encoded(), groupText(*group));
    return texts;
}

std::map<QByteArray, QByteArray> groupTexts(const core::Snapshot& snapshot)
{
    std::map<QByteArray, QByteArray> texts;
    snapshot.groups.forEach([&texts](const QByteArray& key, const core::GroupPtr& group) {
        texts.emplace(key, groupText(*group));
    });
    return texts;
}

} // namespace pushgate::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_group.h"

#include "core/base/go_quote.h"
#include "core/base/utf8.h"
#include "core/check/restore_family.h"
#include "core/parse/protobuf_parser.h"
#include "daemon/persist/gob_time.h"
#include "daemon/persist/key_text.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    core::Result<core::GroupingKey> keyOf(const GobGroup& group)
    {
        std::map<QByteArray, QByteArray> last;
        for (const core::Label& label : group.labels) {
            if (label.name.isEmpty() || !core::isValidUtf8(label.name)
                || !core::isValidUtf8(label.value))
                return core::badRequest("its grouping labels are not UTF-8");
            last.insert_or_assign(label.name, label.value);
        }
        std::vector<core::Label> labels;
        labels.reserve(last.size());
        for (const auto& [name, value] : last)
            labels.push_back({name, value});
        auto set = core::Labels::from(std::move(labels));
        return set ? core::GroupingKey::from(*std::move(set)) : set.error();
    }

    core::Result<core::StoredFamily> familyFrom(
        const GobFamily& kept, const core::GroupingLabels& grouping)
    {
        const auto time = timeFromGo(kept.time);
        if (!time)
            return time.error();
        if (kept.message.isEmpty())
            return core::badRequest("it has no content");
        auto family = core::parseProtobufFamily(kept.message);
        if (!family)
            return family.error();
        if (family->name().isEmpty())
            return core::badRequest("it has no name");
        auto restored = core::restoreFamily(*std::move(family), grouping);
        if (!restored)
            return restored.error();
        return core::StoredFamily{*std::move(restored), *time, 0};
    }

    bool nameBefore(const core::StoredFamily& left, const core::StoredFamily& right)
    {
        return left.family().name() < right.family().name();
    }

    /// Takes what it can and puts it in order.
    void addFamilies(ImportedGroup& imported, const GobGroup& group)
    {
        const core::GroupingLabels grouping(imported.group.key);
        auto& families = imported.group.families;
        const auto refuse = [&](const QByteArray& name, const QByteArray& why) {
            imported.refused.push_back("metric family "_ba + core::goQuote(name) + " of "_ba
                + keyText(imported.group.key) + ": "_ba + why);
        };
        families.reserve(group.families.size());
        for (const GobFamily& kept : group.families) {
            auto family = familyFrom(kept, grouping);
            if (family)
                families.push_back(*std::move(family));
            else
                refuse(kept.name, family.error().message);
        }
        std::stable_sort(families.begin(), families.end(), nameBefore);
        const auto doubled = [&](const core::StoredFamily& left, const core::StoredFamily& right) {
            if (nameBefore(left, right))
                return false;
            refuse(right.family().name(), "there are two of that name");
            return true;
        };
        families.erase(std::unique(families.begin(), families.end(), doubled), families.end());
    }

    /// When the push happened that a family of push times tells of; nothing if there was none.
    std::optional<core::TimePoint> timeOf(const core::Group& group, QByteArrayView name)
    {
        const core::StoredFamily* const stored = group.find(name);
        if (!stored || stored->family().metricCount() == 0)
            return std::nullopt;
        const auto seconds = stored->family().metric(0).plain(core::Payload::Gauge);
        return seconds.value_or(0) > 0 ? std::optional(stored->pushedAt) : std::nullopt;
    }

} // namespace

core::Result<ImportedGroup> groupFromGob(const GobGroup& group)
{
    auto key = keyOf(group);
    if (!key) {
        return core::badRequest(
            "group "_ba + core::goQuote(group.key) + ": "_ba + key.error().message);
    }
    ImportedGroup imported{core::Group{*std::move(key), {}, {}, {}}, {}};
    addFamilies(imported, group);
    if (imported.group.families.empty()) {
        return core::badRequest("group "_ba + keyText(imported.group.key) + ": "_ba
            + (imported.refused.empty() ? "it has no metric families"_ba
                                        : imported.refused.front()));
    }
    imported.group.pushTime = timeOf(imported.group, core::kPushTimeName);
    imported.group.failureTime = timeOf(imported.group, core::kFailureTimeName);
    return imported;
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/split_groups.h"

#include "core/base/bytes_hash.h"
#include "core/base/go_quote.h"
#include "core/base/utf8.h"

#include <absl/container/flat_hash_map.h>
#include <algorithm>

namespace pushgate::core {

namespace {

    class Splitter {
    public:
        Splitter(std::span<const QByteArray> groupBy, PushMode mode)
            : m_groupBy(groupBy)
            , m_mode(mode)
        {
        }

        Status add(const MetricFamily& family)
        {
            m_rows.clear();
            m_met.clear();
            for (size_t row = 0; row < family.metricCount(); ++row) {
                const auto group = groupOf(family, row);
                if (!group)
                    return group.error();
                std::vector<quint32>& rows = m_rows[*group];
                if (rows.empty())
                    m_met.push_back(*group);
                rows.push_back(static_cast<quint32>(row));
            }
            for (const size_t group : m_met)
                m_pushes[group].families.push_back(family.selected(m_rows[group]));
            return ok();
        }

        std::vector<ParsedPush> take() { return std::move(m_pushes); }

    private:
        /// The number of the group that a metric belongs to.
        Result<size_t> groupOf(const MetricFamily& family, size_t row)
        {
            std::vector<Label> labels;
            for (const LabelView& label : family.metric(row).labels()) {
                const bool isWanted = !label.value.isEmpty()
                    && std::find(m_groupBy.begin(), m_groupBy.end(), label.name) != m_groupBy.end();
                if (isWanted)
                    labels.push_back({label.name.toByteArray(), label.value.toByteArray()});
            }
            return numberOf(family, std::move(labels));
        }

        Result<size_t> numberOf(const MetricFamily& family, std::vector<Label> labels)
        {
            const auto wrong = [&family](const QByteArray& why) {
                return badRequest("metric family " + goQuote(family.name()) + ": " + why);
            };
            for (const Label& label : labels) {
                if (!isValidUtf8(label.value)) {
                    return wrong(
                        "label " + goQuote(label.name) + " has a value that is not valid UTF-8");
                }
            }
            auto set = Labels::from(std::move(labels));
            if (!set)
                return wrong(set.error().message);
            auto key = GroupingKey::from(*std::move(set));
            if (!key)
                return wrong("a metric has no label \"job\", so it belongs to no group");
            const auto [known, isNew] = m_numbers.try_emplace(key->encoded(), m_pushes.size());
            if (isNew)
                m_pushes.push_back({*std::move(key), m_mode, {}});
            return known->second;
        }

        std::span<const QByteArray> m_groupBy;
        PushMode m_mode;
        std::vector<ParsedPush> m_pushes;
        absl::flat_hash_map<QByteArray, size_t, BytesHash, BytesEqual>
            m_numbers; ///< by encoded key
        absl::flat_hash_map<size_t, std::vector<quint32>> m_rows; ///< of one family, by group
        std::vector<size_t> m_met; ///< groups of one family, in order
    };

} // namespace

Result<std::vector<ParsedPush>> splitIntoGroups(
    std::span<const MetricFamily> families, std::span<const QByteArray> groupBy, PushMode mode)
{
    absl::flat_hash_map<QByteArray, const MetricFamily*, BytesHash, BytesEqual> last;
    for (const MetricFamily& family : families)
        last[family.name()] = &family;
    Splitter splitter(groupBy, mode);
    for (const MetricFamily& family : families) {
        if (last[family.name()] != &family)
            continue; // as in an ordinary push, the last one of a name counts
        if (const Status added = splitter.add(family); !added)
            return added.error();
    }
    return splitter.take();
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/listed_group.h"

#include "core/expose/text_writer.h"

namespace pushgate::core {

namespace {

    qint64 textBytesOf(const MetricFamily& family)
    {
        if (family.metricCount() == 0)
            return 0; // a scrape leaves it out
        Segments out;
        TextWriter writer(ExpositionFormat().escaping);
        writer.begin(family.header());
        writer.writeHead(out, 0);
        writer.writeMetrics(out, family);
        writer.writeTail(out);
        return out.size();
    }

} // namespace

ListedGroup::ListedGroup(GroupPtr group, const StalenessRules& rules)
    : m_group(std::move(group))
    , m_limits(rules.limitsOf(m_group->key.labels()))
    , m_standing(standingOf(*m_group, m_limits))
{
    for (const StoredFamily& family : m_group->families)
        m_series += family.family().metricCount();
}

qint64 ListedGroup::textBytes() const
{
    return m_textBytes.get([this] {
        qint64 bytes = 0;
        for (const StoredFamily& stored : m_group->families) {
            const CheckedFamily& checked = *stored.checked;
            bytes += checked.textBytes.get([&checked] { return textBytesOf(checked.family); });
        }
        return bytes;
    });
}

} // namespace pushgate::core

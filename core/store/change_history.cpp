// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_history.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    template <typename... Handlers>
    struct Overloaded : Handlers... {
        using Handlers::operator()...;
    };
    template <typename... Handlers>
    Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

void ChangeHistory::changed(const Change& change)
{
    const std::lock_guard lock(m_mutex);
    if (!m_complete)
        m_complete = change.revision - 1;
    const auto stored = [&](const GroupStored& one) { add(change.revision, *one.group); };
    const auto removed = [&](const GroupRemoved& one) { add(change.revision, *one.before); };
    std::visit(Overloaded{stored, removed,
                   [&](const GroupsChanged& several) {
                       for (const auto& one : several.groups)
                           std::visit(Overloaded{stored, removed}, one);
                   },
                   [&](const StoreWiped&) {
                       m_entries.clear();
                       m_complete = change.revision;
                   }},
        change.what);
}

void ChangeHistory::add(quint64 revision, const Group& group)
{
    m_entries.push_back({revision, group.key.encoded()});
    if (m_entries.size() <= m_most)
        return;
    m_complete = m_entries.front().revision;
    m_entries.pop_front();
}

std::optional<std::vector<QByteArray>> ChangeHistory::changedBetween(
    quint64 since, quint64 until) const
{
    std::vector<QByteArray> keys;
    if (since == until)
        return keys;
    {
        const std::lock_guard lock(m_mutex);
        if (since > until || !m_complete || since < *m_complete)
            return std::nullopt;
        const auto later
            = [](quint64 revision, const Entry& entry) { return revision < entry.revision; };
        const auto begin = std::upper_bound(m_entries.begin(), m_entries.end(), since, later);
        const auto end = std::upper_bound(begin, m_entries.end(), until, later);
        keys.reserve(static_cast<size_t>(end - begin));
        std::transform(
            begin, end, std::back_inserter(keys), [](const Entry& entry) { return entry.key; });
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/label_table_builder.h"

#include "core/base/varint.h"

#include <algorithm>
#include <cstring>

namespace pushgate::core {

namespace {

    constexpr size_t kManyNames = 16; // up to here looking through all is quicker than hashing

    void appendBytes(QByteArray& out, QByteArrayView bytes)
    {
        // QByteArray::append() takes a detour that shows on the way of every label.
        const qsizetype at = out.size();
        out.resize(at + bytes.size());
        if (!bytes.isEmpty())
            std::memcpy(out.data() + at, bytes.data(), static_cast<size_t>(bytes.size()));
    }

} // namespace

LabelTableBuilder::LabelTableBuilder(RowOrder order, std::shared_ptr<const Labels> shared)
    : m_order(order)
{
    if (shared)
        m_table.m_sharedCount = static_cast<quint32>(shared->size());
    m_table.m_shared = std::move(shared);
}

quint32 LabelTableBuilder::internName(QByteArrayView name)
{
    auto& names = m_table.m_names;
    if (m_guess < names.size() && names[m_guess].given && names[m_guess].name == name)
        return m_guess++;
    if (names.size() > kManyNames) {
        if (m_numbers.empty())
            numberNames();
        const auto known = m_numbers.find(name);
        m_guess = known != m_numbers.end() ? known->second : appendName(name);
        return m_guess++;
    }
    for (m_guess = 0; m_guess < names.size(); ++m_guess) {
        if (names[m_guess].given && names[m_guess].name == name)
            return m_guess++;
    }
    m_guess = appendName(name);
    return m_guess++;
}

void LabelTableBuilder::numberNames()
{
    for (quint32 i = 0; i < m_table.m_names.size(); ++i) {
        if (m_table.m_names[i].given)
            m_numbers.emplace(m_table.m_names[i].name, i);
    }
}

quint32 LabelTableBuilder::internAbsentName()
{
    if (!m_absentName) {
        m_table.m_names.push_back({QByteArray(), 0, false});
        m_absentName = static_cast<quint32>(m_table.m_names.size() - 1);
    }
    return *m_absentName;
}

quint32 LabelTableBuilder::appendName(QByteArrayView name)
{
    auto& names = m_table.m_names;
    const quint32 rank = m_table.m_shared ? LabelTable::rankAmong(*m_table.m_shared, name) : 0;
    names.push_back({name.toByteArray(), rank, true});
    if (!m_numbers.empty())
        m_numbers.emplace(names.back().name, static_cast<quint32>(names.size() - 1));
    return static_cast<quint32>(names.size() - 1);
}

void LabelTableBuilder::addLabel(quint32 ownName, Value value)
{
    m_pending.push_back({ownName, value.given, m_values.size(), value.bytes.size()});
    appendBytes(m_values, value.bytes);
}

void LabelTableBuilder::sortPending()
{
    const auto& names = m_table.m_names;
    const auto byName = [&names](const Pending& left, const Pending& right) {
        if (left.name == right.name)
            return left.valueAt < right.valueAt;
        return names[left.name].name < names[right.name].name;
    };
    if (!std::is_sorted(m_pending.begin(), m_pending.end(), byName))
        std::sort(m_pending.begin(), m_pending.end(), byName);
}

void LabelTableBuilder::noteOrder()
{
    if (!m_table.m_isStrictlySorted)
        return;
    const auto isSameName = [](const Pending& label, quint32 name) { return label.name == name; };
    if (std::equal(
            m_pending.begin(), m_pending.end(), m_lastNames.begin(), m_lastNames.end(), isSameName))
        return; // as in the row before, which was in order
    m_lastNames.clear();
    const LabelTable::OwnName* previous = nullptr;
    for (const Pending& label : m_pending) {
        const LabelTable::OwnName& name = m_table.m_names[label.name];
        if (!name.given || (previous && !(previous->name < name.name)))
            m_table.m_isStrictlySorted = false;
        previous = &name;
        m_lastNames.push_back(label.name);
    }
}

void LabelTableBuilder::endRow()
{
    if (m_order == RowOrder::ByName)
        sortPending();
    noteOrder();
    QByteArray& arena = m_table.m_arena;
    const auto count = static_cast<qsizetype>(m_pending.size());
    const qsizetype most = m_values.size() + count * 2 * kMaxVarintBytes;
    if (arena.size() + most > LabelTable::kMaxArenaBytes)
        m_fits = false;
    if (m_fits && count > 0) {
        const qsizetype at = arena.size();
        arena.resize(at + most); // once a row, not thrice a label
        const char* const end = writePending(arena.data() + at);
        arena.resize(end - arena.constData());
    }
    m_table.m_ends.push_back(static_cast<quint32>(arena.size()));
    m_pending.clear();
    m_values.resize(0);
    m_guess = 0;
}

char* LabelTableBuilder::writePending(char* out) const
{
    for (const Pending& label : m_pending) {
        out = writeVarint(out, label.name);
        out = writeVarint(out, label.given ? static_cast<quint64>(label.valueSize) + 1 : 0);
        if (label.valueSize > 0) {
            std::memcpy(
                out, m_values.constData() + label.valueAt, static_cast<size_t>(label.valueSize));
        }
        out += label.valueSize;
    }
    return out;
}

LabelTable LabelTableBuilder::finish() &&
{
    m_table.m_arena.squeeze();
    m_table.m_ends.shrink_to_fit();
    m_table.m_names.shrink_to_fit();
    return std::move(m_table);
}

} // namespace pushgate::core

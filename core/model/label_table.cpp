// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/label_table.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    template <typename Inlined>
    size_t heapBytes(const Inlined& vector)
    {
        const bool isInline = vector.capacity() == Inlined().capacity();
        return isInline ? 0 : vector.capacity() * sizeof(vector[0]);
    }

    quint32 readVarint(const char*& at)
    {
        quint32 value = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<quint8>(*at++);
            value |= static_cast<quint32>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
    }

} // namespace

LabelTable::Row::Row(const LabelTable& table, size_t row, Scope scope)
    : m_table(table)
    , m_row(row)
    , m_scope(scope)
{
}

LabelTable::Iterator LabelTable::Row::begin() const
{
    return {m_table, m_row, m_scope};
}

LabelTable LabelTable::sharing(std::shared_ptr<const Labels> shared) &&
{
    Q_ASSERT(m_isStrictlySorted && !m_shared);
    for (OwnName& own : m_names)
        own.rank = rankAmong(*shared, own.name);
    m_sharedCount = static_cast<quint32>(shared->size());
    m_shared = std::move(shared);
    return std::move(*this);
}

quint32 LabelTable::rankAmong(const Labels& shared, QByteArrayView name)
{
    const auto after = std::upper_bound(shared.begin(), shared.end(), name,
        [](QByteArrayView left, const Label& right) { return left < right.name; });
    return static_cast<quint32>(after - shared.begin());
}

LabelTable LabelTable::reordered(std::span<const quint32> order) const
{
    LabelTable table;
    table.m_names = m_names;
    table.m_shared = m_shared;
    table.m_sharedCount = m_sharedCount;
    table.m_isStrictlySorted = m_isStrictlySorted;
    if (order.size() == rowCount())
        table.m_arena.reserve(m_arena.size());
    table.m_ends.reserve(order.size());
    for (const quint32 row : order) {
        const quint32 begin = beginOf(row);
        table.m_arena.append(m_arena.constData() + begin, m_ends[row] - begin);
        table.m_ends.push_back(static_cast<quint32>(table.m_arena.size()));
    }
    return table;
}

QByteArrayView LabelTable::name(quint32 nameIndex) const
{
    if (nameIndex < m_sharedCount)
        return m_shared->begin()[nameIndex].name;
    return m_names[nameIndex - m_sharedCount].name;
}

size_t LabelTable::memoryBytes() const
{
    size_t bytes = static_cast<size_t>(m_arena.capacity()) + heapBytes(m_ends) + heapBytes(m_names);
    for (const OwnName& own : m_names)
        bytes += static_cast<size_t>(own.name.capacity());
    return bytes;
}

LabelTable::Iterator::Iterator(const LabelTable& table, size_t row, Scope scope)
    : m_table(&table)
    , m_at(table.m_arena.constData() + table.beginOf(row))
    , m_end(table.m_arena.constData() + table.m_ends[row])
    , m_sharedAt(scope == Scope::AllLabels ? 0 : table.m_sharedCount)
{
    readOwn();
    choose();
}

LabelTable::Iterator& LabelTable::Iterator::operator++()
{
    if (m_tookOwn)
        readOwn();
    choose();
    return *this;
}

void LabelTable::Iterator::readOwn()
{
    m_haveOwn = m_at != m_end;
    if (!m_haveOwn)
        return;
    const quint32 name = readVarint(m_at);
    const quint32 sizePlusOne = readVarint(m_at);
    const qsizetype size = sizePlusOne == 0 ? 0 : static_cast<qsizetype>(sizePlusOne) - 1;
    m_own.nameIndex = m_table->m_sharedCount + name;
    m_own.name = m_table->m_names[name].name;
    m_own.value = QByteArrayView(m_at, size);
    m_own.valueGiven = sizePlusOne != 0;
    m_own.nameGiven = m_table->m_names[name].given;
    m_ownRank = m_table->m_names[name].rank;
    m_at += size;
}

void LabelTable::Iterator::choose()
{
    const bool sharedLeft = m_sharedAt < m_table->m_sharedCount;
    m_tookOwn = m_haveOwn && (!sharedLeft || m_ownRank <= m_sharedAt);
    if (m_tookOwn) {
        m_current = m_own;
    } else if (sharedLeft) {
        const Label& label = m_table->m_shared->begin()[m_sharedAt];
        m_current = {m_sharedAt, label.name, label.value, true, true, true};
        ++m_sharedAt;
    } else {
        m_done = true;
    }
}

} // namespace pushgate::core

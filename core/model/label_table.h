// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/labels.h"

#include <QByteArray>
#include <QByteArrayView>

#include <absl/container/inlined_vector.h>
#include <iterator>
#include <memory>
#include <span>

namespace pushgate::core {

/// One label of one metric. `nameIndex` numbers the distinct names of the table, so that a
/// writer can prepare each name once instead of once a metric.
struct LabelView {
    quint32 nameIndex = 0;
    QByteArrayView name;
    QByteArrayView value;
    bool nameGiven = true; ///< false: the field was absent in protobuf (reads as empty)
    bool valueGiven = true;
    bool isShared = false; ///< one of the labels that all rows of the table have
};

/// The labels of all metrics of one family, made for bulk: label values in one arena, each
/// distinct name once, and the grouping labels, which all rows share, once for the table.
/// A row's labels are iterated sorted by name; the grouping labels are merged in on the way.
/// Limit   the arena holds at most kMaxArenaBytes.
/// Threads immutable once built.
class LabelTable {
public:
    static constexpr qsizetype kMaxArenaBytes = 0x7fffffff;

    class Iterator;
    enum class Scope { AllLabels, OwnLabels }; ///< OwnLabels: without those that all rows share
    /// The labels of one row.
    class Row {
    public:
        Row(const LabelTable& table, size_t row, Scope scope);
        Iterator begin() const;
        std::default_sentinel_t end() const { return {}; }

    private:
        const LabelTable& m_table;
        size_t m_row;
        Scope m_scope;
    };

    size_t rowCount() const { return m_ends.size(); }
    Row row(size_t index, Scope scope = Scope::AllLabels) const { return {*this, index, scope}; }

    /// Whether each row's own names are sorted and unique, all of them given.
    bool isStrictlySorted() const { return m_isStrictlySorted; }
    /// The table, which shares no labels yet, with labels that each row has in addition.
    /// Needs a strictly sorted table with none of these names. O(names), whatever the rows.
    LabelTable sharing(std::shared_ptr<const Labels> shared) &&;

    /// The table with its rows in another order, or some of them: row i is what was row `order[i]`.
    LabelTable reordered(std::span<const quint32> order) const;

    /// Distinct names: those of the shared labels first, then those of the rows' own labels.
    size_t nameCount() const { return m_sharedCount + m_names.size(); }
    QByteArrayView name(quint32 nameIndex) const;

    /// Bytes on the heap, about.
    size_t memoryBytes() const;

private:
    friend class LabelTableBuilder;

    /// Where the own labels of a row begin in the arena; `row` may be one past the last.
    quint32 beginOf(size_t row) const { return row == 0 ? 0 : m_ends[row - 1]; }

    /// How many names of `shared` sort before or equal to `name`.
    static quint32 rankAmong(const Labels& shared, QByteArrayView name);

    struct OwnName {
        QByteArray name;
        quint32 rank = 0; ///< how many shared names sort before or equal to this one
        bool given = true; ///< false: absent in protobuf
    };

    absl::InlinedVector<OwnName, 2> m_names; // small families are many: spare them allocations
    std::shared_ptr<const Labels> m_shared; ///< null: none
    quint32 m_sharedCount = 0;
    QByteArray m_arena; ///< per label: varint name number, varint value size + 1 (0: absent), value
    absl::InlinedVector<quint32, 4> m_ends; ///< per row: where its labels end in the arena
    bool m_isStrictlySorted = true;
};

/// Walks one row; yields shared and own labels in the order of their names.
class LabelTable::Iterator {
public:
    using value_type = LabelView;
    using difference_type = std::ptrdiff_t;

    Iterator(const LabelTable& table, size_t row, Scope scope);

    const LabelView& operator*() const { return m_current; }
    const LabelView* operator->() const { return &m_current; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& it, std::default_sentinel_t) { return it.m_done; }

private:
    void readOwn();
    void choose();

    const LabelTable* m_table;
    const char* m_at;
    const char* m_end;
    quint32 m_sharedAt = 0;
    quint32 m_ownRank = 0;
    bool m_haveOwn = false;
    bool m_tookOwn = false;
    bool m_done = false;
    LabelView m_own;
    LabelView m_current;
};

} // namespace pushgate::core

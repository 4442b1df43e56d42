// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes_hash.h"
#include "core/model/label_table.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/inlined_vector.h>
#include <optional>

namespace pushgate::core {

/// Collects the rows of a LabelTable.
/// Cost    amortised O(bytes) a label; `endRow` sorts the labels of the row if they are not yet.
class LabelTableBuilder {
public:
    enum class RowOrder {
        AsAdded, ///< for tables that are only an intermediate step
        ByName ///< equal names stay in the order added
    };

    /// `shared`: labels that every row has in addition; null for none.
    explicit LabelTableBuilder(RowOrder order, std::shared_ptr<const Labels> shared = {});

    /// The number of `name` for `addLabel`; the same for equal names.
    quint32 internName(QByteArrayView name);
    quint32 internAbsentName(); ///< for a label whose name was absent in protobuf
    quint32 internNameOf(const LabelView& label) ///< of a row of another table
    {
        return label.nameGiven ? internName(label.name) : internAbsentName();
    }

    struct Value {
        QByteArrayView bytes;
        bool given = true; ///< false: absent in protobuf
    };
    void addLabel(quint32 ownName, Value value);
    void addLabel(QByteArrayView name, QByteArrayView value)
    {
        addLabel(internName(name), {value});
    }

    /// Labels added to the row that is not ended yet.
    size_t pendingCount() const { return m_pending.size(); }

    void endRow();

    /// False once the arena would pass LabelTable::kMaxArenaBytes: the table is then of no use.
    bool fits() const { return m_fits; }

    LabelTable finish() &&;

private:
    struct Pending {
        quint32 name;
        bool given;
        qsizetype valueAt; ///< into m_values
        qsizetype valueSize;
    };

    quint32 appendName(QByteArrayView name);
    void numberNames();
    void sortPending();
    void noteOrder();
    char* writePending(char* out) const;

    RowOrder m_order;
    LabelTable m_table;
    absl::InlinedVector<Pending, 8> m_pending;
    absl::InlinedVector<quint32, 8> m_lastNames; ///< of the last row, if all were in order
    QByteArray m_values;
    quint32 m_guess = 0; ///< names tend to come in the same order in each row
    std::optional<quint32> m_absentName;
    bool m_fits = true;
    /// Used once there are many names.
    absl::flat_hash_map<QByteArrayView, quint32, BytesHash, BytesEqual> m_numbers;
};

} // namespace pushgate::core

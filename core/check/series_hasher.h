// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checked_family.h"

#include <QByteArrayView>

#include <absl/container/inlined_vector.h>
#include <vector>

namespace pushgate::core {

/// Hashes the identity of a series: family name, labels in order, timestamp. Keyed with a seed
/// that is drawn once per process, since clients choose what is hashed.
/// Threads one hasher per thread; hashes of one process agree.
class SeriesHasher {
public:
    /// Hashes metrics of `family`, which must outlive the hasher.
    explicit SeriesHasher(const MetricFamily& family);

    /// O(bytes of the metric's own labels).
    SeriesHash hash(const Metric& metric);

private:
    /// Usually needs no memory of its own.
    using Buffer = absl::InlinedVector<char, 512>;

    static void append(Buffer& buffer, QByteArrayView bytes);
    static void appendPiece(Buffer& buffer, QByteArrayView piece);
    void appendLabel(const LabelView& label);

    Buffer m_buffer; ///< the family's name, then the metric at hand
    size_t m_prefix;
    std::vector<Buffer> m_longPieces; ///< by nameIndex: grouping labels that take long to digest
};

/// See FamilyShape: of a family that is complete but for its shape. O(series).
FamilyShape shapeOf(const CheckedFamily& checked);

} // namespace pushgate::core

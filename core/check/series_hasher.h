// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checked_family.h"

#include <QByteArray>
#include <QByteArrayView>

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
    void appendLabel(const LabelView& label);

    QByteArray m_buffer; ///< the family's name, then the metric at hand; kept to save allocations
    qsizetype m_prefix;
    std::vector<QByteArray> m_sharedPieces; ///< by nameIndex: grouping labels, ready to append
};

/// See FamilyShape: of a family that is complete but for its shape. O(series).
FamilyShape shapeOf(const CheckedFamily& checked);

} // namespace pushgate::core

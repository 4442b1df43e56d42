// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes_hash.h"

#include <QByteArray>
#include <QByteArrayView>

#include <absl/container/flat_hash_set.h>
#include <limits>
#include <vector>

namespace pushgate::core {

struct TextLabel {
    QByteArrayView name;
    QByteArrayView value;
};

/// The labels of one sample line, in the order written. Reused line after line.
/// Views: what they refer to must outlive the line.
class TextLabels {
public:
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

    void clear();

    /// False if the line has this name already. Amortised O(1), whoever sends it.
    bool addName(QByteArrayView name);
    void setValue(QByteArrayView value) { m_labels.back().value = value; } ///< of the last name

    auto begin() const { return m_labels.cbegin(); }
    auto end() const { return m_labels.cend(); }

    /// Equal for label sets that are equal, whatever the order they are written in, and only for
    /// them: UTF-8 has no byte 0xFF, which stands between the parts. Overwrites `out`.
    void writeKey(QByteArray& out);

    double quantile = kNone; ///< NaN: none, or written so
    double bucketBound = kNone; ///< likewise, the label `le`

private:
    bool hasName(QByteArrayView name) const;

    std::vector<TextLabel> m_labels;
    absl::flat_hash_set<QByteArrayView, BytesHash, BytesEqual> m_names; ///< once there are many
    std::vector<TextLabel> m_sorted;
};

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes_hash.h"
#include "core/model/metric_family.h"
#include "core/parse/text_family.h"
#include "core/parse/text_tokens.h"

#include <absl/container/flat_hash_map.h>
#include <deque>
#include <vector>

namespace pushgate::core {

/// The families of one body, in order of first appearance.
class TextFamilies {
public:
    struct Selection {
        TextFamily* family = nullptr; ///< good as long as this
        SampleRole role = SampleRole::Part;
    };

    /// The family that a valid metric name stands for: the one of that name, else the summary or
    /// histogram it is a part of by its suffix, else a new one.
    /// Cost    amortised O(bytes of the name).
    /// Source  spec/text-format.md 4.
    Selection select(const TextName& name);

    /// Families without metrics are left out.
    /// Errors  TooLarge, see TextFamily::finish.
    Result<std::vector<MetricFamily>> finish() &&;

private:
    Selection chooseWhole(QByteArrayView name) const;
    TextFamily* find(QByteArrayView name) const;

    std::deque<TextFamily> m_families;
    /// By name of the family, or by a name that was found to be a part of it: what a name stands
    /// for never changes afterwards. Keys are views of the families' names or of the body.
    absl::flat_hash_map<QByteArrayView, Selection, BytesHash, BytesEqual> m_selections;
};

} // namespace pushgate::core

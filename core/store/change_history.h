// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change_sink.h"

#include <QByteArray>

#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace pushgate::core {

/// Remembers which groups were changed lately, for those who ask what is new since a revision.
/// Threads  any.
class ChangeHistory final : public ChangeSink {
public:
    static constexpr size_t kMostRemembered = 65'536;

    explicit ChangeHistory(size_t most = kMostRemembered)
        : m_most(most)
    {
    }

    void changed(const Change& change) override; ///< amortised O(1) a group

    /// The keys of the groups changed after revision `since` and not after `until`, sorted and
    /// unique; they may have been removed. Nothing: `since` is older than what is remembered, or
    /// of another life of the store.
    /// Cost    O(changes after `since`).
    std::optional<std::vector<QByteArray>> changedBetween(quint64 since, quint64 until) const;

private:
    struct Entry {
        quint64 revision;
        QByteArray key; ///< encoded
    };

    void add(quint64 revision, const Group& group);

    const size_t m_most;
    mutable std::mutex m_mutex; ///< guards all below
    std::deque<Entry> m_entries; ///< by revision
    std::optional<quint64>
        m_complete; ///< all after this revision is remembered; none: no change yet
};

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/prepare.h"
#include "core/model/group.h"

#include <QByteArray>
#include <QSemaphore>
#include <QThreadPool>

#include <mutex>
#include <optional>
#include <vector>

namespace pushgate::daemon {

/// Makes families out of what a persistence file holds of them, on all cores while the next ones
/// are read.
/// Memory   what is waiting to be made is bounded.
/// Threads  one, which waits while too much is under way.
class FamilyDecoder {
public:
    struct Row {
        quint64 order = 0;
        core::TimePoint pushedAt;
        QByteArray message; ///< see schema.h
        core::Group* group = nullptr;
        const core::GroupingLabels* labels = nullptr; ///< of the group
    };

    explicit FamilyDecoder(int threads);
    ~FamilyDecoder(); ///< waits for what is under way

    /// Group and labels of `row` must stay where they are until `finish`.
    void add(Row row);

    /// Puts every family into its group, in no order.
    /// Errors  BadRequest: one of the rows is damaged.
    core::Status finish();

private:
    struct Made {
        core::Group* group;
        core::StoredFamily family;
    };

    void beginBatch();
    void make(const std::vector<Row>& rows);
    static core::Result<Made> made(const Row& row);

    QThreadPool m_pool;
    QSemaphore m_room; ///< for batches
    std::vector<Row> m_batch;
    qint64 m_batchBytes = 0;

    std::mutex m_mutex; ///< guards all below
    std::vector<Made> m_made;
    std::optional<core::Error> m_error; ///< the first
};

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/grouping_key.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>

namespace pushgate::daemon {

/// Writes a persistence file that the Go Pushgateway reads, group by group: `begin`, then for each
/// group `addGroup` and its families, then `finish`. Memory: one family.
/// Errors  Unavailable: writing fails; TooLarge: the file passes the 8 GiB that the Go Pushgateway
///         takes. After an error the file is of no use.
/// Source  Persistence, section 5.
class GobStoreWriter {
public:
    /// `device` is open for writing and can be sought in; it must outlive the writer.
    explicit GobStoreWriter(QIODevice& device);

    core::Status begin();
    /// `familyCount` calls of `addFamily` must follow.
    core::Status addGroup(const core::GroupingKey& key, qsizetype familyCount);
    /// `message`: a protobuf MetricFamily without its length.
    core::Status addFamily(QByteArrayView name, core::TimePoint pushedAt, QByteArrayView message);
    core::Status finish();

private:
    core::Status endGroup();
    core::Status write(QByteArrayView bytes);
    core::Status overwrite(qint64 at, qint64 number);

    QIODevice& m_device;
    qint64 m_lengthAt = 0; ///< where the value's length goes, known at the end
    qint64 m_countAt = 0; ///< where the number of groups goes
    qint64 m_valueAt = 0; ///< where the value's message begins
    qint64 m_written = 0;
    qint64 m_groups = 0;
    bool m_inGroup = false;
};

} // namespace pushgate::daemon

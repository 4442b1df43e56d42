// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/expose/gzip_segments.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <absl/container/flat_hash_map.h>

namespace pushgate::core {

/// Keeps what the segments of the last body were compressed to, for a next one that has most of
/// them again: wherever they lie in it, and whether shared or written anew.
/// Threads  one thread at a time.
class DeflatedSegments {
public:
    /// As gzipSegments (gzip_segments.h).
    /// Cost    O(bytes of new segments); of those seen before O(1) if they are shared, else a
    ///         comparison.
    Result<QList<QByteArray>> gzipMember(const QList<QByteArray>& segments);

    void clear();

private:
    struct Kept {
        QByteArray plain; ///< held, so that no other segment gets its address
        quint64 digest = 0; ///< of `plain`
        QList<DeflatedSegment> deflated; ///< in pieces
    };
    using ByAddress = absl::flat_hash_map<const char*, Kept>;

    const Kept* known(const QByteArray& segment) const;
    Result<Kept> kept(const QByteArray& segment);

    SegmentDeflater m_deflater;
    ByAddress m_kept;
    absl::flat_hash_map<quint64, const char*> m_byDigest; ///< one segment of each digest
};

} // namespace pushgate::core

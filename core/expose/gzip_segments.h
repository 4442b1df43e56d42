// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>

struct z_stream_s;

namespace pushgate::core {

/// One segment of a body, compressed on its own: it refers to nothing outside itself and ends on
/// a byte, so that it can be kept and stand anywhere in a gzip member.
struct DeflatedSegment {
    QByteArray bytes;
    quint32 crc = 0; ///< of the plain bytes
    qint64 plainBytes = 0;
};

/// Compresses segments one after the other with one set of tables, at zlib's default level.
/// Threads  one thread at a time.
class SegmentDeflater {
public:
    static constexpr qsizetype kMostPlainBytes = qsizetype{1024} * 1024;

    SegmentDeflater();
    ~SegmentDeflater();
    SegmentDeflater(const SegmentDeflater&) = delete;
    SegmentDeflater& operator=(const SegmentDeflater&) = delete;

    /// Input   at most kMostPlainBytes.
    /// Errors  Unavailable: no memory.
    Result<DeflatedSegment> deflate(QByteArrayView segment);
    /// The same for one of any size: those beyond kMostPlainBytes are cut.
    Result<QList<DeflatedSegment>> deflateInPieces(QByteArrayView segment);

private:
    Status start();

    std::unique_ptr<z_stream_s> m_stream; ///< none before the first use
    QByteArray m_output; ///< room for the largest segment so far
};

/// Header, the segments and trailer of the gzip member whose content is all segments in a row.
/// Cost    O(segments); their bytes are shared.
/// Source  spec/exposition.md 7.
QList<QByteArray> gzipMember(const QList<DeflatedSegment>& segments);

/// A whole body as one gzip member, in segments; those beyond kMostPlainBytes are cut.
/// Errors  Unavailable: no memory.
Result<QList<QByteArray>> gzipSegments(const QList<QByteArray>& segments);

} // namespace pushgate::core

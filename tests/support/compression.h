// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::tests {

/// What a deflate stream of `content` looks like, without any frame around it.
QByteArray deflated(QByteArrayView content, int level = 6);

/// The parts of a gzip member, to be joined or spoilt.
struct GzipMember {
    QByteArray header = QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    QByteArray deflated;
    QByteArray trailer;

    static GzipMember of(QByteArrayView content);
    QByteArray joined() const { return header + deflated + trailer; }
};

/// One gzip member.
QByteArray gzipped(QByteArrayView content);

/// The start of every stream in Snappy's framing format.
QByteArray snappyIdentifier();
/// A chunk with any payload.
QByteArray snappyChunk(char type, QByteArrayView payload);
/// The masked CRC-32C that a data chunk begins with, bit by bit.
QByteArray snappyChecksum(QByteArrayView content);
/// A chunk with compressed or plain `content`, at most 64 KiB of it.
QByteArray snappyCompressedChunk(QByteArrayView content);
QByteArray snappyPlainChunk(QByteArrayView content);
/// A whole stream.
QByteArray snappyFramed(QByteArrayView content);

} // namespace pushgate::tests

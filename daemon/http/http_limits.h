// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace pushgate::daemon {

/// Every limit of the HTTP layer. The defaults are generous: they are there to bound what a
/// hostile or broken client can cost, not to be met in ordinary use.
struct HttpLimits {
    qsizetype headBytes = 1024LL * 1024; ///< request line and fields, as in the reference; then 431
    qsizetype fieldCount = 10'000; ///< then 431
    qint64 bodyBytes = 512LL * 1024 * 1024; ///< of one request as sent; then 413
    int connections = 10'000; ///< at once, over all workers; then 503
    /// Of requests that have not arrived in full, over all workers; then 503. In force is at least
    /// what one request may have.
    qint64 unfinishedBytes = 1024LL * 1024 * 1024;

    /// Between requests. Longer than the five minutes after which Prometheus closes its end, so
    /// that no request crosses our closing. Then closed without a word.
    std::chrono::milliseconds idle = std::chrono::minutes(6);
    /// From a head's first byte to its end, however steadily it drips. Then 408.
    std::chrono::milliseconds head = std::chrono::seconds(30);
    /// A body may take `body` and the time it needs at `bodyBytesPerSecond`. Then 408.
    std::chrono::milliseconds body = std::chrono::seconds(30);
    qint64 bodyBytesPerSecond = 4 * 1024LL;
    /// A reader may take nothing for so long, and the whole answer may take `writeStall` and the
    /// time it needs at `writeBytesPerSecond`. Then the connection is dropped.
    std::chrono::milliseconds writeStall = std::chrono::seconds(60);
    qint64 writeBytesPerSecond = 4 * 1024LL;

    /// After the last answer what the client still sends is read and thrown away for a while, or
    /// the reset could destroy the answer on its way.
    std::chrono::milliseconds linger = std::chrono::milliseconds(1500);
    qint64 lingerBytes = 4LL * 1024 * 1024;

    /// How often deadlines are looked at: how late they may be noticed.
    std::chrono::milliseconds sweep = std::chrono::milliseconds(200);

    /// The defaults, with connections well below the descriptors this process may open.
    static HttpLimits forThisProcess();
};

/// Raises the soft limit of open descriptors to the hard one, as the reference does.
/// Returns the limit in force afterwards.
qint64 raiseDescriptorLimit();

} // namespace pushgate::daemon

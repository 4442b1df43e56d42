// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/descriptor.h"

#include <QByteArray>

namespace pushgate::daemon {

/// One process at a time works on a persistence file: it holds a lock on FILE.lock, in which its
/// process number stands. The system lets go of the lock however the process ends.
class FileLock {
public:
    /// Does not wait. `file`: the persistence file, which need not be there yet.
    /// Errors  Unavailable: another process holds it (its number is in the text), or the
    ///         directory cannot be written.
    static core::Result<FileLock> acquire(const QByteArray& file);

    FileLock(FileLock&&) noexcept = default;
    FileLock& operator=(FileLock&&) noexcept = default;
    ~FileLock(); ///< removes FILE.lock

    /// Whether FILE.lock is still the one that is held: a directory may be lost and come back.
    bool isInPlace() const;

private:
    FileLock(QByteArray path, Descriptor descriptor)
        : m_path(std::move(path))
        , m_descriptor(std::move(descriptor))
    {
    }

    QByteArray m_path; ///< of the lock file
    Descriptor m_descriptor; ///< closed: there is nothing to let go of
};

} // namespace pushgate::daemon

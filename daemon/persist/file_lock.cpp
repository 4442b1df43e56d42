// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/file_lock.h"

#include "daemon/http/system_error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    QByteArray holderOf(int descriptor)
    {
        std::array<char, 32> text{};
        const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
        const QByteArray number = QByteArray(text.data(), size > 0 ? size : 0).trimmed();
        return number.isEmpty() ? QByteArrayLiteral("another process") : "process " + number;
    }

    /// Whether `path` still names the file that is open: its last holder may have removed it.
    bool isNamed(const QByteArray& path, int descriptor)
    {
        struct stat named = {};
        struct stat opened = {};
        return ::stat(path.constData(), &named) == 0 && ::fstat(descriptor, &opened) == 0
            && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
    }

    core::Status writeOwnNumber(const QByteArray& path, int descriptor)
    {
        const QByteArray number = QByteArray::number(qint64{::getpid()}) + '\n';
        if (::ftruncate(descriptor, 0) != 0
            || ::pwrite(descriptor, number.constData(), static_cast<size_t>(number.size()), 0)
                != number.size())
            return systemError("cannot write " + path, errno);
        return core::ok();
    }

} // namespace

core::Result<FileLock> FileLock::acquire(const QByteArray& file)
{
    const QByteArray path = file + ".lock";
    for (;;) {
        Descriptor descriptor(::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (!descriptor)
            return systemError("cannot make the lock file " + path, errno);
        if (::flock(descriptor.value(), LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK)
                return systemError("cannot lock " + path, errno);
            return core::Error{core::Error::Kind::Unavailable,
                file + " is in use by " + holderOf(descriptor.value())
                    + ": stop that one, or give this one a file of its own"};
        }
        if (!isNamed(path, descriptor.value()))
            continue;
        if (const core::Status written = writeOwnNumber(path, descriptor.value()); !written)
            return written.error();
        return FileLock(path, std::move(descriptor));
    }
}

bool FileLock::isInPlace() const
{
    return m_descriptor && isNamed(m_path, m_descriptor.value());
}

FileLock::~FileLock()
{
    if (isInPlace())
        ::unlink(m_path.constData()); // first: whoever locks the old file then sees it has no name
}

} // namespace pushgate::daemon

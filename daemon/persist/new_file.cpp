// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/new_file.h"

#include "daemon/http/descriptor.h"
#include "daemon/http/system_error.h"
#include "daemon/persist/file_probe.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    core::Error isThere(const QByteArray& path)
    {
        return {core::Error::Kind::Unavailable,
            path + " is there already: name a file that is not, or move it away"};
    }

    core::Status syncPrivately(const QByteArray& path)
    {
        const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC));
        if (!file || ::fchmod(file.value(), S_IRUSR | S_IWUSR) != 0 || ::fsync(file.value()) != 0)
            return systemError("cannot sync " + path, errno);
        return core::ok();
    }

    core::Status giveName(const QByteArray& unfinished, const QByteArray& path)
    {
        const char* const from = unfinished.constData();
        bool isNamed
            = ::renameat2(AT_FDCWD, from, AT_FDCWD, path.constData(), RENAME_NOREPLACE) == 0;
        // Not every file system can refuse to replace; a second name never replaces.
        if (!isNamed && (errno == EINVAL || errno == ENOSYS)) {
            isNamed = ::link(from, path.constData()) == 0;
            if (isNamed)
                (void)::unlink(from);
        }
        if (!isNamed)
            return errno == EEXIST ? isThere(path) : systemError("cannot make " + path, errno);
        core::Status synced = syncDirectoryOf(path);
        if (!synced)
            (void)::unlink(path.constData());
        return synced;
    }

} // namespace

core::Status makeNewFile(
    const QByteArray& path, const std::function<core::Status(const QByteArray& unfinished)>& write)
{
    struct stat there = {};
    if (::lstat(path.constData(), &there) == 0)
        return isThere(path);
    const QByteArray unfinished = path + ".unfinished";
    (void)::unlink(unfinished.constData()); // of an attempt that was cut short
    core::Status status = write(unfinished);
    if (status)
        status = syncPrivately(unfinished);
    if (status)
        status = giveName(unfinished, path);
    if (!status)
        (void)::unlink(unfinished.constData());
    return status;
}

} // namespace pushgate::daemon

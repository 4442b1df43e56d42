// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/file_probe.h"

#include "daemon/http/descriptor.h"
#include "daemon/http/system_error.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    constexpr std::array<char, 16> kSqliteMagic{
        'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', '\0'};

    QByteArray directoryOf(const QByteArray& path)
    {
        const qsizetype slash = path.lastIndexOf('/');
        if (slash < 0)
            return QByteArrayLiteral(".");
        return slash == 0 ? QByteArrayLiteral("/") : path.first(slash);
    }

    core::Error cannotRead(const QByteArray& path)
    {
        return systemError("cannot read " + path, errno);
    }

    /// Null: there is no such file or directory.
    std::unique_ptr<char, decltype(&std::free)> realPath(const QByteArray& path)
    {
        return {::realpath(path.constData(), nullptr), &std::free};
    }

} // namespace

core::Result<FileKind> probeFile(const QByteArray& path)
{
    const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return errno == ENOENT ? core::Result<FileKind>(FileKind::Absent) : cannotRead(path);
    struct stat status = {};
    if (::fstat(file.value(), &status) != 0)
        return cannotRead(path);
    if (!S_ISREG(status.st_mode)) {
        const QByteArray what = S_ISDIR(status.st_mode) ? " is a directory" : " is no regular file";
        return core::Error{core::Error::Kind::Unavailable,
            path + what + ": --persistence.file needs the name of a file"};
    }
    if (status.st_size == 0)
        return FileKind::Empty;
    std::array<char, kSqliteMagic.size()> start{};
    const ssize_t size = ::pread(file.value(), start.data(), start.size(), 0);
    if (size < 0)
        return cannotRead(path);
    const bool isWhole = size == ssize_t{kSqliteMagic.size()};
    return isWhole && start == kSqliteMagic ? FileKind::Sqlite : FileKind::Other;
}

core::Result<QByteArray> resolvedPath(const QByteArray& path)
{
    if (const auto resolved = realPath(path))
        return QByteArray(resolved.get());
    const QByteArray directory = directoryOf(path);
    const auto resolved = realPath(directory);
    if (!resolved)
        return systemError("cannot use the directory " + directory, errno);
    const QByteArray folder(resolved.get());
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    return folder.endsWith('/') ? folder + name : folder + '/' + name;
}

core::Result<FileIdentity> FileIdentity::of(const QByteArray& path)
{
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0)
        return systemError(path, errno);
    return FileIdentity{status.st_dev, status.st_ino};
}

core::Status syncDirectoryOf(const QByteArray& path)
{
    const QByteArray directory = directoryOf(path);
    const Descriptor opened(::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened || ::fsync(opened.value()) != 0)
        return systemError("cannot sync the directory " + directory, errno);
    return core::ok();
}

} // namespace pushgate::daemon

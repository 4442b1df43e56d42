// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/shadow_copies.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pushgate::tests::shadow {

namespace {

    /// Empty: no copies are kept.
    std::string copyOf(const char* path)
    {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody changes the environment
        static const char* const directory = std::getenv("PUSHGATE_FAULT_SHADOW");
        const char* const slash = std::strrchr(path, '/');
        return directory ? std::string(directory) + '/' + (slash ? slash + 1 : path)
                         : std::string();
    }

    /// Copies `length` bytes of an open file, whatever its own position.
    void copy(int file, off_t length, const std::string& to)
    {
        const std::string unfinished = to + ".unfinished";
        const int out = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        off_t at = 0;
        while (at<length&& ::sendfile(out, file, &at, static_cast<size_t>(length - at))> 0) { }
        ::close(out);
        if (at == length)
            std::rename(unfinished.c_str(), to.c_str());
    }

} // namespace

void synced(int file, const char* path)
{
    const std::string to = copyOf(path);
    struct stat status = {};
    if (to.empty() || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    // Not by a descriptor of its own: closing that would let go of SQLite's locks.
    copy(file, status.st_size, to);
}

void renames(const char* from, const char* to)
{
    const std::string source = copyOf(from);
    if (source.empty())
        return;
    const int reading = ::open(source.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status = {};
    if (reading >= 0 && ::fstat(reading, &status) == 0)
        copy(reading, status.st_size, copyOf(to));
    if (reading >= 0)
        ::close(reading);
}

void unlinked(const char* path)
{
    const std::string copy = copyOf(path);
    if (!copy.empty())
        ::unlink(copy.c_str());
}

} // namespace pushgate::tests::shadow

// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a gateway, this makes the file system under one directory fail when told to.
// PUSHGATE_FAULT_DIRECTORY names the directory, PUSHGATE_FAULT_CONTROL a file of six 32-bit
// integers that both sides map (see tests/crash/faults.py); without them nothing happens.
// PUSHGATE_FAULT_SHADOW: see shadow_copies.h.
#include "tests/crash/shadow_copies.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

enum Kind : std::int32_t {
    None,
    Fail, // without doing anything
    Tear, // a write does half of its work and fails
    Die // as Tear, and then the process is gone, as when the power fails
};

/// What the test says and reads. Written and read by both processes at any time.
struct Control {
    std::atomic<std::int32_t> calls; ///< that could have failed so far
    std::atomic<std::int32_t> first; ///< number of the call that fails, from 1
    std::atomic<std::int32_t> last; ///< number of the last one that does
    std::atomic<std::int32_t> kind;
    std::atomic<std::int32_t> error; ///< errno
    std::atomic<std::int32_t> syncs; ///< that succeeded so far
};

/// Null: nothing is to fail.
Control* mapControl()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody changes the environment
    const char* const path = std::getenv("PUSHGATE_FAULT_CONTROL");
    const int file = path ? ::open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return nullptr;
    void* const mapped
        = ::mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return mapped == MAP_FAILED ? nullptr : static_cast<Control*>(mapped);
}

Control* control()
{
    static Control* const mapped = mapControl();
    return mapped;
}

/// The function that this library stands in front of.
template <typename Function>
Function next(const char* name)
{
    void* const symbol = ::dlsym(RTLD_NEXT, name);
    Function function = nullptr;
    static_assert(sizeof symbol == sizeof function);
    std::memcpy(&function, &symbol, sizeof function);
    return function;
}

bool isWatched(const char* path)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody changes the environment
    static const char* const directory = std::getenv("PUSHGATE_FAULT_DIRECTORY");
    return directory && std::strncmp(path, directory, std::strlen(directory)) == 0;
}

using Path = std::array<char, PATH_MAX>;

/// Empty if it has none.
Path pathOf(int file)
{
    std::array<char, 40> link{"/proc/self/fd/"};
    std::to_chars(link.data() + std::strlen(link.data()), link.data() + link.size() - 1, file);
    Path path{};
    if (::readlink(link.data(), path.data(), path.size() - 1) <= 0)
        path[0] = '\0';
    return path;
}

bool isWatched(int file)
{
    return isWatched(pathOf(file).data());
}

/// What is to happen to a call; errno is set for all but None.
template <typename File>
Kind verdict(const File& file)
{
    Control* const shared = control();
    if (!shared || !isWatched(file))
        return None;
    const std::int32_t call = ++shared->calls;
    if (call < shared->first || call > shared->last)
        return None;
    errno = shared->error;
    return static_cast<Kind>(shared->kind.load());
}

/// Leaves the file as the call left it, and the process without a last word.
[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

/// For calls that are done or not.
template <typename File, typename Call>
int whole(const File& file, const Call& call)
{
    switch (verdict(file)) {
    case None: return call();
    case Die: die();
    default: return -1;
    }
}

template <typename Call>
int sync(int file, const Call& call)
{
    const int result = whole(file, call);
    if (result == 0 && control() && isWatched(file)) {
        ++control()->syncs;
        pushgate::tests::shadow::synced(file, pathOf(file).data());
    }
    return result;
}

/// For calls that give a file a name.
template <typename Call>
int naming(const char* from, const char* to, const Call& call)
{
    return whole(to, [&] {
        if (isWatched(to))
            pushgate::tests::shadow::renames(from, to);
        return call();
    });
}

/// For calls that may do a part; `call` takes the length.
template <typename Call>
ssize_t inParts(int file, size_t length, const Call& call)
{
    const Kind kind = verdict(file);
    if (kind == None)
        return call(length);
    const int error = errno;
    if (kind != Fail && length > 1)
        (void)call(length / 2);
    if (kind == Die)
        die();
    errno = error;
    return -1;
}

} // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the library's are reserved
extern "C" {

ssize_t write(int file, const void* bytes, size_t length)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    return inParts(file, length, [&](size_t part) { return real(file, bytes, part); });
}

ssize_t pwrite(int file, const void* bytes, size_t length, off_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    return inParts(file, length, [&](size_t part) { return real(file, bytes, part, at); });
}

ssize_t pwrite64(int file, const void* bytes, size_t length, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return inParts(file, length, [&](size_t part) { return real(file, bytes, part, at); });
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    return sync(file, [&] { return real(file); });
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return sync(file, [&] { return real(file); });
}

int ftruncate(int file, off_t length) noexcept
{
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    return whole(file, [&] { return real(file, length); });
}

int ftruncate64(int file, off64_t length) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return whole(file, [&] { return real(file, length); });
}

int rename(const char* from, const char* to) noexcept
{
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    return naming(from, to, [&] { return real(from, to); });
}

int renameat2(int fromAt, const char* from, int toAt, const char* to, unsigned flags) noexcept
{
    static const auto real
        = next<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
    return naming(from, to, [&] { return real(fromAt, from, toAt, to, flags); });
}

int link(const char* from, const char* to) noexcept
{
    static const auto real = next<int (*)(const char*, const char*)>("link");
    return naming(from, to, [&] { return real(from, to); });
}

int unlink(const char* path) noexcept
{
    static const auto real = next<int (*)(const char*)>("unlink");
    const int result = real(path);
    if (result == 0 && isWatched(path))
        pushgate::tests::shadow::unlinked(path);
    return result;
}

} // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name)

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/process_metrics.h"

#include <QFile>
#include <QList>

#include <dirent.h>
#include <limits>
#include <memory>
#include <sys/resource.h>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    // Fields of /proc/PID/stat after the name, which is in parentheses: see proc(5), minus 3.
    constexpr qsizetype kUserTime = 11;
    constexpr qsizetype kSystemTime = 12;
    constexpr qsizetype kStartTime = 19;
    constexpr qsizetype kVirtualBytes = 20;
    constexpr qsizetype kResidentPages = 21;

    QByteArray contentsOf(const char* path)
    {
        QFile file(QFile::decodeName(path));
        // Files of /proc claim to be empty: read until there is no more.
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::optional<double> number(const QList<QByteArray>& words, qsizetype at)
    {
        bool isNumber = false;
        const double value = words.value(at).toDouble(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }

    std::optional<double> countDescriptors()
    {
        const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("/proc/self/fd"), ::closedir);
        if (!folder)
            return std::nullopt;
        double count = -1; // the folder itself is open, too
        // NOLINTNEXTLINE(concurrency-mt-unsafe): glibc's is safe for a folder that nobody shares
        while (const dirent* const entry = ::readdir(folder.get()))
            count += entry->d_name[0] == '.' ? 0 : 1;
        return count;
    }

    std::optional<double> softLimit(__rlimit_resource resource)
    {
        rlimit limit{};
        if (::getrlimit(resource, &limit) != 0)
            return std::nullopt;
        if (limit.rlim_cur == RLIM_INFINITY)
            return static_cast<double>(std::numeric_limits<quint64>::max());
        return static_cast<double>(limit.rlim_cur);
    }

} // namespace

SystemUnits SystemUnits::ofThisSystem()
{
    return {
        static_cast<double>(::sysconf(_SC_CLK_TCK)), static_cast<double>(::sysconf(_SC_PAGESIZE))};
}

void readProcessStat(QByteArrayView text, const SystemUnits& units, std::optional<double> bootTime,
    ProcessReading& reading)
{
    const qsizetype nameEnd = text.lastIndexOf(')'); // the name may hold blanks and parentheses
    if (nameEnd < 0)
        return;
    const QList<QByteArray> words = text.sliced(nameEnd + 1).trimmed().toByteArray().split(' ');
    const auto user = number(words, kUserTime);
    const auto system = number(words, kSystemTime);
    if (user && system)
        reading.cpuSeconds = (*user + *system) / units.ticksPerSecond;
    reading.virtualBytes = number(words, kVirtualBytes);
    if (const auto pages = number(words, kResidentPages))
        reading.residentBytes = *pages * units.pageBytes;
    const auto started = number(words, kStartTime);
    if (started && bootTime)
        reading.startTime = *bootTime + *started / units.ticksPerSecond;
}

void readNetstat(QByteArrayView text, ProcessReading& reading)
{
    const QList<QByteArray> lines = text.toByteArray().split('\n');
    for (qsizetype at = 0; at + 1 < lines.size(); ++at) {
        // A line of names is followed by one of values.
        if (!lines[at].startsWith("IpExt:") || !lines[at + 1].startsWith("IpExt:"))
            continue;
        const QList<QByteArray> names = lines[at].split(' ');
        const QList<QByteArray> values = lines[at + 1].split(' ');
        reading.receivedBytes = number(values, names.indexOf("InOctets"));
        reading.sentBytes = number(values, names.indexOf("OutOctets"));
        return;
    }
}

std::optional<double> bootTimeFrom(QByteArrayView text)
{
    for (const QByteArray& line : text.toByteArray().split('\n')) {
        if (line.startsWith("btime "))
            return number(line.split(' '), 1);
    }
    return std::nullopt;
}

std::optional<double> systemBootTime()
{
    return bootTimeFrom(contentsOf("/proc/stat"));
}

ProcessReading readThisProcess(std::optional<double> bootTime)
{
    ProcessReading reading;
    readProcessStat(contentsOf("/proc/self/stat"), SystemUnits::ofThisSystem(), bootTime, reading);
    readNetstat(contentsOf("/proc/self/net/netstat"), reading);
    reading.openDescriptors = countDescriptors();
    reading.mostDescriptors = softLimit(RLIMIT_NOFILE);
    reading.mostVirtualBytes = softLimit(RLIMIT_AS);
    return reading;
}

} // namespace pushgate::daemon

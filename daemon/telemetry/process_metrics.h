// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pushgate::daemon {

/// What the system says about a process; nothing where it does not say.
struct ProcessReading {
    std::optional<double> cpuSeconds; ///< user and system time
    std::optional<double> virtualBytes;
    std::optional<double> residentBytes;
    std::optional<double> startTime; ///< Unix seconds
    std::optional<double> openDescriptors;
    std::optional<double> mostDescriptors;
    std::optional<double> mostVirtualBytes; ///< 2^64 - 1 if there is no limit
    std::optional<double> receivedBytes; ///< by the whole network namespace
    std::optional<double> sentBytes;
};

/// What is the same for all processes of a system.
struct SystemUnits {
    double ticksPerSecond = 100;
    double pageBytes = 4096;

    static SystemUnits ofThisSystem();
};

/// Fills in what `/proc/PID/stat` says; `bootTime` in Unix seconds. Text of another form is
/// ignored.
void readProcessStat(QByteArrayView text, const SystemUnits& units, std::optional<double> bootTime,
    ProcessReading& reading);
/// Fills in what `/proc/PID/net/netstat` says of IP.
void readNetstat(QByteArrayView text, ProcessReading& reading);
/// The boot time that `/proc/stat` says, in Unix seconds.
std::optional<double> bootTimeFrom(QByteArrayView text);

/// When this system was started, in Unix seconds. Costly where there are many processors.
std::optional<double> systemBootTime();

/// This process, now.
/// Cost     two files of /proc, and one step per open descriptor.
/// Threads  any.
ProcessReading readThisProcess(std::optional<double> bootTime);

} // namespace pushgate::daemon

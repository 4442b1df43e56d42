// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/name_rules.h"
#include "daemon/http/http_limits.h"
#include "daemon/log/logger.h"
#include "daemon/options/external_url.h"

#include <QByteArray>

#include <chrono>
#include <variant>
#include <vector>

namespace pushgate::daemon {

/// Everything that the command line says, with the defaults where it says nothing.
/// Members are named after their flags; see `--help` for what they mean.
struct Options {
    enum class Sockets { Own, FromSystemd };
    enum class Api { Off, On };
    enum class Checks { On, Off };
    enum class Names { Legacy, Utf8 };

    Sockets sockets = Sockets::Own;
    std::vector<QByteArray> listenAddresses{QByteArrayLiteral(":9091")};
    QByteArray webConfigFile;
    QByteArray telemetryPath = QByteArrayLiteral("/metrics");
    ExternalUrl externalUrl;
    QByteArray routePrefix; ///< as given; see routes/prefixes.h for the one in effect
    Api lifecycle = Api::Off;
    Api admin = Api::Off;

    int ioThreads = 0; ///< 0: one per core, at most kMostDefaultThreads
    int maxConnections = 0; ///< 0: what HttpLimits::forThisProcess finds
    qint64 maxHeadBytes = HttpLimits().headBytes;
    qint64 maxBodyBytes = HttpLimits().bodyBytes;
    qint64 maxUnfinishedBytes = HttpLimits().unfinishedBytes;
    qint64 maxDecompressedBytes = 1024LL * 1024 * 1024;
    std::chrono::nanoseconds readTimeout = HttpLimits().head;
    std::chrono::nanoseconds writeTimeout = HttpLimits().writeStall;
    std::chrono::nanoseconds idleTimeout = HttpLimits().idle;
    std::chrono::nanoseconds shutdownTimeout = std::chrono::seconds(10);

    QByteArray persistenceFile;
    QByteArray persistenceImport; ///< this and the next two: work on the file instead of serving
    QByteArray persistenceExportGob;
    QByteArray persistenceBackup;
    std::chrono::nanoseconds persistenceInterval{0};
    Checks checks = Checks::On;
    Names names = Names::Legacy;
    QByteArray stalenessConfigFile;
    Api groupState = Api::Off;
    Logger::Settings log;
};

inline constexpr int kMostDefaultThreads = 8;

/// How names in paths and bodies are read.
core::NameScheme namesOf(const Options& options);

struct HelpWanted { };
struct VersionWanted { };
using CommandLine = std::variant<Options, HelpWanted, VersionWanted>;

/// Reads the arguments after the program's name as the reference does: `--name=value` or
/// `--name value`, `--flag` and `--no-flag`, `@FILE` for arguments in a file, one a line.
/// Errors  BadRequest, without the program's name: `unknown long flag '--nope'`.
/// Source  Command line.
core::Result<CommandLine> parseCommandLine(const std::vector<QByteArray>& arguments);

struct FlagValue {
    QByteArray name; ///< without dashes
    QByteArray value;

    friend bool operator==(const FlagValue&, const FlagValue&) = default;
};

/// Every flag but help and version with its value, in the order of `--help`.
/// `routePrefix`: the one in effect, which is what is shown for it.
std::vector<FlagValue> flagValues(const Options& options, QByteArrayView routePrefix);

/// What `--help` prints.
QByteArray usageText();

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/flag_table.h"

#include "core/base/go_quote.h"
#include "daemon/options/byte_count_text.h"
#include "daemon/options/duration_text.h"

#include <array>
#include <charconv>
#include <limits>

namespace pushgate::daemon {

namespace {

    // How a member of Options is read from a flag's value, and how it is shown.

    template <auto Member>
    core::Status setText(Options& options, QByteArrayView value)
    {
        options.*Member = value.toByteArray();
        return core::ok();
    }

    template <auto Member>
    QByteArray showText(const Options& options)
    {
        return options.*Member;
    }

    template <auto Member, auto On, auto Off>
    core::Status setSwitch(Options& options, QByteArrayView value)
    {
        options.*Member = value == "true" ? On : Off;
        return core::ok();
    }

    template <auto Member, auto On>
    QByteArray showSwitch(const Options& options)
    {
        return options.*Member == On ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    }

    template <auto Member>
    core::Status setDuration(Options& options, QByteArrayView value)
    {
        const auto duration = parseDuration(value);
        if (!duration)
            return duration.error();
        options.*Member = *duration;
        return core::ok();
    }

    template <auto Member>
    core::Status setTimeout(Options& options, QByteArrayView value)
    {
        const auto duration = parseDuration(value);
        if (!duration)
            return duration.error();
        if (*duration < std::chrono::milliseconds(1) || *duration > std::chrono::hours(24 * 365))
            return core::badRequest("not a timeout: " + value.toByteArray());
        options.*Member = *duration;
        return core::ok();
    }

    template <auto Member>
    QByteArray showDuration(const Options& options)
    {
        return durationText(options.*Member);
    }

    template <auto Member>
    core::Status setByteCount(Options& options, QByteArrayView value)
    {
        const auto bytes = parseByteCount(value);
        if (!bytes)
            return bytes.error();
        options.*Member = *bytes;
        return core::ok();
    }

    template <auto Member>
    QByteArray showByteCount(const Options& options)
    {
        return byteCountText(options.*Member);
    }

    template <auto Member>
    core::Status setCount(Options& options, QByteArrayView value)
    {
        int count = -1;
        const auto read = std::from_chars(value.begin(), value.end(), count);
        if (read.ec != std::errc{} || read.ptr != value.end() || count < 0)
            return core::badRequest("invalid number " + core::goQuote(value));
        options.*Member = count;
        return core::ok();
    }

    template <auto Member>
    QByteArray showCount(const Options& options)
    {
        return QByteArray::number(options.*Member);
    }

    core::Status addListenAddress(Options& options, QByteArrayView value)
    {
        options.listenAddresses.push_back(value.toByteArray());
        return core::ok();
    }

    QByteArray showListenAddresses(const Options& options)
    {
        QByteArray text;
        for (const QByteArray& address : options.listenAddresses)
            text.append(text.isEmpty() ? "" : ",").append(address);
        return text;
    }

    core::Status setExternalUrl(Options& options, QByteArrayView value)
    {
        auto url = parseExternalUrl(value);
        if (!url)
            return url.error();
        options.externalUrl = *std::move(url);
        return core::ok();
    }

    QByteArray showExternalUrl(const Options& options)
    {
        return options.externalUrl.text;
    }

    core::Status setLogLevel(Options& options, QByteArrayView value)
    {
        const auto level = logLevelFromName(value);
        if (!level)
            return level.error();
        options.log.level = *level;
        return core::ok();
    }

    QByteArray showLogLevel(const Options& options)
    {
        return logLevelName(options.log.level).toByteArray();
    }

    core::Status setLogFormat(Options& options, QByteArrayView value)
    {
        const auto format = logFormatFromName(value);
        if (!format)
            return format.error();
        options.log.format = *format;
        return core::ok();
    }

    QByteArray showLogFormat(const Options& options)
    {
        return logFormatName(options.log.format).toByteArray();
    }

    using O = Options;
    using Kind = Flag::Kind;

    // clang-format off
    constexpr std::array kFlags{
        Flag{"web.systemd-socket", Kind::Switch,
            "Serve on the sockets passed by systemd instead of opening addresses.",
            setSwitch<&O::sockets, O::Sockets::FromSystemd, O::Sockets::Own>,
            showSwitch<&O::sockets, O::Sockets::FromSystemd>},
        Flag{"web.listen-address", Kind::Values,
            "Address to serve on: HOST:PORT, [IPV6]:PORT or :PORT. May be given several times.",
            addListenAddress, showListenAddresses},
        Flag{"web.config.file", Kind::Value,
            "File that turns on TLS and authentication. Not supported yet: the gateway does not "
            "start with one.",
            setText<&O::webConfigFile>, showText<&O::webConfigFile>},
        Flag{"web.telemetry-path", Kind::Value,
            "Path under which metrics are exposed.",
            setText<&O::telemetryPath>, showText<&O::telemetryPath>},
        Flag{"web.external-url", Kind::Value,
            "URL under which the gateway is reachable from outside.",
            setExternalUrl, showExternalUrl},
        Flag{"web.route-prefix", Kind::Value,
            "Prefix of all paths served. Without it, the path of --web.external-url.",
            setText<&O::routePrefix>, showText<&O::routePrefix>},
        Flag{"web.enable-lifecycle", Kind::Switch,
            "Allow to stop the gateway by a PUT or POST to /-/quit.",
            setSwitch<&O::lifecycle, O::Api::On, O::Api::Off>,
            showSwitch<&O::lifecycle, O::Api::On>},
        Flag{"web.enable-admin-api", Kind::Switch,
            "Allow to delete all groups by a PUT to /api/v1/admin/wipe.",
            setSwitch<&O::admin, O::Api::On, O::Api::Off>,
            showSwitch<&O::admin, O::Api::On>},
        Flag{"web.io-threads", Kind::Value,
            "Threads that serve connections; 0 for one per core, but at most 8.",
            setCount<&O::ioThreads>, showCount<&O::ioThreads>},
        Flag{"web.max-connections", Kind::Value,
            "Connections at once, others are answered 503; 0 for as many as the limit of open "
            "files allows, but at most 10000.",
            setCount<&O::maxConnections>, showCount<&O::maxConnections>},
        Flag{"web.max-head-bytes", Kind::Value,
            "Size of a request's line and header fields, larger ones are answered 431.",
            setByteCount<&O::maxHeadBytes>, showByteCount<&O::maxHeadBytes>},
        Flag{"web.max-body-bytes", Kind::Value,
            "Size of a request's body as sent, larger ones are answered 413.",
            setByteCount<&O::maxBodyBytes>, showByteCount<&O::maxBodyBytes>},
        Flag{"web.max-unfinished-bytes", Kind::Value,
            "Size of all requests together that have not arrived in full, more are answered 503.",
            setByteCount<&O::maxUnfinishedBytes>, showByteCount<&O::maxUnfinishedBytes>},
        Flag{"web.max-decompressed-bytes", Kind::Value,
            "Size of a request's body after decompression, larger ones are answered 413.",
            setByteCount<&O::maxDecompressedBytes>, showByteCount<&O::maxDecompressedBytes>},
        Flag{"web.read-timeout", Kind::Value,
            "Time for a request's head to arrive, and again for its body; a body has more time "
            "as long as it makes progress.",
            setTimeout<&O::readTimeout>, showDuration<&O::readTimeout>},
        Flag{"web.write-timeout", Kind::Value,
            "How long a client may take nothing of an answer.",
            setTimeout<&O::writeTimeout>, showDuration<&O::writeTimeout>},
        Flag{"web.idle-timeout", Kind::Value,
            "How long a connection is kept open between two requests.",
            setTimeout<&O::idleTimeout>, showDuration<&O::idleTimeout>},
        Flag{"web.shutdown-timeout", Kind::Value,
            "How long requests that have begun may take when the gateway is stopped.",
            setTimeout<&O::shutdownTimeout>, showDuration<&O::shutdownTimeout>},
        Flag{"persistence.file", Kind::Value,
            "SQLite file to keep metrics in; without it they are lost when the gateway stops.",
            setText<&O::persistenceFile>, showText<&O::persistenceFile>},
        Flag{"persistence.interval", Kind::Value,
            "How long an acknowledged push may wait to be written to the persistence file. With 0s "
            "it is written before it is acknowledged.",
            setDuration<&O::persistenceInterval>, showDuration<&O::persistenceInterval>},
        Flag{"persistence.import", Kind::Value,
            "Take what this persistence file of a Go Pushgateway holds into --persistence.file "
            "and exit. No gateway may be using that; groups that it has already stay.",
            setText<&O::persistenceImport>, showText<&O::persistenceImport>},
        Flag{"persistence.export-gob", Kind::Value,
            "Write what --persistence.file holds to this new file for a Go Pushgateway, and exit.",
            setText<&O::persistenceExportGob>, showText<&O::persistenceExportGob>},
        Flag{"persistence.backup", Kind::Value,
            "Copy --persistence.file, of a running gateway as well, to this new file and exit.",
            setText<&O::persistenceBackup>, showText<&O::persistenceBackup>},
        Flag{"push.disable-consistency-check", Kind::Switch,
            "Do not check pushed metrics. DANGEROUS: one push can make every scrape fail.",
            setSwitch<&O::checks, O::Checks::Off, O::Checks::On>,
            showSwitch<&O::checks, O::Checks::Off>},
        Flag{"push.enable-utf8-names", Kind::Switch,
            "Allow any UTF-8 in the names of metrics and labels.",
            setSwitch<&O::names, O::Names::Utf8, O::Names::Legacy>,
            showSwitch<&O::names, O::Names::Utf8>},
        Flag{"staleness.config.file", Kind::Value,
            "File with rules that say when groups are stale and when they are deleted. Read again "
            "on SIGHUP and on a POST to /-/reload.",
            setText<&O::stalenessConfigFile>, showText<&O::stalenessConfigFile>},
        Flag{"metrics.group-state", Kind::Switch,
            "Expose push_interval_seconds and push_overdue for each group.",
            setSwitch<&O::groupState, O::Api::On, O::Api::Off>,
            showSwitch<&O::groupState, O::Api::On>},
        Flag{"log.level", Kind::Value,
            "Only log messages of this severity or above: debug, info, warn, error.",
            setLogLevel, showLogLevel},
        Flag{"log.format", Kind::Value,
            "Form of log messages: logfmt, json.",
            setLogFormat, showLogFormat},
    };
    // clang-format on

} // namespace

std::span<const Flag> flagTable()
{
    return kFlags;
}

const Flag* findFlag(QByteArrayView name)
{
    for (const Flag& flag : kFlags) {
        if (flag.name == name)
            return &flag;
    }
    return nullptr;
}

} // namespace pushgate::daemon

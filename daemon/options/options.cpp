// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/options.h"

#include "daemon/options/argument_scanner.h"
#include "daemon/options/flag_table.h"

#include <QList>

#include <algorithm>

namespace pushgate::daemon {

namespace {

    constexpr int kHelpColumn = 33;
    constexpr int kHelpWidth = 80;

    /// An import, an export and a backup are each done alone, and on a file.
    core::Status checkOfflineWork(const Options& options)
    {
        int works = 0;
        for (const QByteArray& file :
            {options.persistenceImport, options.persistenceExportGob, options.persistenceBackup})
            works += file.isEmpty() ? 0 : 1;
        if (works > 1) {
            return core::badRequest("--persistence.import, --persistence.export-gob and "
                                    "--persistence.backup go one at a time");
        }
        if (works == 1 && options.persistenceFile.isEmpty()) {
            return core::badRequest("--persistence.file has to name the file to import into, "
                                    "export from or back up");
        }
        return core::ok();
    }

    core::Result<CommandLine> optionsOf(const std::vector<Assignment>& assignments)
    {
        Options options;
        options.listenAddresses.clear();
        std::vector<const Flag*> seen;
        for (const auto& [flag, value] : assignments) {
            if (flag->kind != Flag::Kind::Values) {
                if (std::find(seen.begin(), seen.end(), flag) != seen.end()) {
                    return core::badRequest(
                        "flag '" + flag->name.toByteArray() + "' cannot be repeated");
                }
                seen.push_back(flag);
            }
            const core::Status set = flag->set(options, value);
            if (!set)
                return set.error();
        }
        if (options.listenAddresses.empty())
            options.listenAddresses = Options().listenAddresses;
        if (!options.webConfigFile.isEmpty()) {
            return core::badRequest("--web.config.file is not supported yet, and without it the "
                                    "gateway would be open to everybody");
        }
        if (const core::Status offline = checkOfflineWork(options); !offline)
            return offline.error();
        return CommandLine(std::move(options));
    }

    /// `text` in lines of at most `width`, the first of which begins at column kHelpColumn.
    QByteArray wrapped(QByteArrayView text)
    {
        QByteArray out;
        qsizetype column = kHelpColumn;
        for (const QByteArray& word : text.toByteArray().split(' ')) {
            if (column > kHelpColumn && column + 1 + word.size() > kHelpWidth) {
                out.append('\n').append(kHelpColumn, ' ');
                column = kHelpColumn;
            } else if (column > kHelpColumn) {
                out.append(' ');
                ++column;
            }
            out.append(word);
            column += word.size();
        }
        return out.append('\n');
    }

    QByteArray usageEntry(QByteArray left, QByteArrayView help)
    {
        if (left.size() + 2 > kHelpColumn)
            left.append('\n').append(kHelpColumn, ' ');
        else
            left = left.leftJustified(kHelpColumn);
        return left + wrapped(help);
    }

    QByteArray usageEntry(const Flag& flag, const Options& defaults)
    {
        QByteArray left = "      --" + flag.name.toByteArray();
        if (flag.kind != Flag::Kind::Switch) {
            const QByteArray value = flag.text(defaults);
            left += '=' + (value.isEmpty() ? QByteArrayLiteral("\"\"") : value);
        }
        if (flag.kind == Flag::Kind::Values)
            left += " ...";
        return usageEntry(left, flag.help);
    }

} // namespace

core::Result<CommandLine> parseCommandLine(const std::vector<QByteArray>& arguments)
{
    const core::Result<ScannedArguments> scanned = scanArguments(arguments);
    if (!scanned)
        return scanned.error();
    switch (scanned->wish) {
    case ScannedArguments::Wish::Help: return CommandLine(HelpWanted{});
    case ScannedArguments::Wish::Version: return CommandLine(VersionWanted{});
    case ScannedArguments::Wish::Run: break;
    }
    return optionsOf(scanned->assignments);
}

core::NameScheme namesOf(const Options& options)
{
    return options.names == Options::Names::Utf8 ? core::NameScheme::Utf8
                                                 : core::NameScheme::Legacy;
}

std::vector<FlagValue> flagValues(const Options& options, QByteArrayView routePrefix)
{
    std::vector<FlagValue> values;
    for (const Flag& flag : flagTable()) {
        const bool isPrefix = flag.name == "web.route-prefix";
        values.push_back(
            {flag.name.toByteArray(), isPrefix ? routePrefix.toByteArray() : flag.text(options)});
    }
    return values;
}

QByteArray usageText()
{
    QByteArray text(
        "usage: pushgated [<flags>]\n\n"
        "Takes pushed metrics and exposes them to Prometheus.\n\n"
        "A flag --x without a value is turned off by --no-x. @FILE stands for the\n"
        "arguments in FILE, one a line. Sizes may end in KiB, MiB or GiB; durations are\n"
        "numbers with units, as in 1h30m or 500ms.\n\n"
        "Flags:\n");
    text.append(usageEntry("  -h, --help", "Show this text."));
    const Options defaults;
    for (const Flag& flag : flagTable())
        text.append(usageEntry(flag, defaults));
    return text.append(usageEntry("      --version", "Show the version."));
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/offline.h"

#include "daemon/persist/gob_export.h"
#include "daemon/persist/store_backup.h"
#include "daemon/persist/store_import.h"
#include "daemon/telemetry/own_families.h"

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    QByteArray counted(qint64 count, const char* singular, const char* plural)
    {
        return QByteArray::number(count) + ' ' + (count == 1 ? singular : plural);
    }

    QByteArray groupsAndFamilies(qint64 groups, qint64 families)
    {
        return counted(groups, "group", "groups") + " with "_ba
            + counted(families, "metric family", "metric families");
    }

    int fail(const OfflineOutput& output, const core::Error& error)
    {
        output.trouble("pushgated: error: "_ba + error.message);
        return kFailed;
    }

    int runImport(const Options& options, const OfflineOutput& output)
    {
        const auto check = options.checks == Options::Checks::On ? core::Consistency::Checked
                                                                 : core::Consistency::Unchecked;
        const auto totals = importIntoStore(
            {options.persistenceImport, options.persistenceFile, check, ownFamilies()},
            [&](const QByteArray& why) { output.trouble("refused: "_ba + why); });
        if (!totals)
            return fail(output, totals.error());
        output.done("imported "_ba + groupsAndFamilies(totals->groups, totals->families)
            + " and "_ba + counted(totals->metrics, "metric", "metrics") + " from "_ba
            + options.persistenceImport + " into "_ba + options.persistenceFile + ", refused "_ba
            + QByteArray::number(totals->refused));
        return totals->refused == 0 ? kDone : kPartlyRefused;
    }

    int runExport(const Options& options, const OfflineOutput& output)
    {
        const auto totals = exportGob(options.persistenceFile, options.persistenceExportGob);
        if (!totals)
            return fail(output, totals.error());
        output.done("exported "_ba + groupsAndFamilies(totals->groups, totals->families)
            + " from "_ba + options.persistenceFile + " to "_ba + options.persistenceExportGob);
        return kDone;
    }

    int runBackup(const Options& options, const OfflineOutput& output)
    {
        const core::Status done = backUpStore(options.persistenceFile, options.persistenceBackup);
        if (!done)
            return fail(output, done.error());
        output.done(
            "backed up "_ba + options.persistenceFile + " to "_ba + options.persistenceBackup);
        return kDone;
    }

} // namespace

OfflineOutput standardOutput()
{
    const auto write = [](std::FILE* stream) {
        return [stream](const QByteArray& line) {
            std::fputs((line + '\n').constData(), stream);
            std::fflush(stream);
        };
    };
    return {write(stdout), write(stderr)};
}

bool isOffline(const Options& options)
{
    return !options.persistenceImport.isEmpty() || !options.persistenceExportGob.isEmpty()
        || !options.persistenceBackup.isEmpty();
}

int runOffline(const Options& options, const OfflineOutput& output)
{
    if (!options.persistenceImport.isEmpty())
        return runImport(options, output);
    if (!options.persistenceExportGob.isEmpty())
        return runExport(options, output);
    return runBackup(options, output);
}

} // namespace pushgate::daemon

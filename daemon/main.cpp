// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "daemon/build_info.h"
#include "daemon/http/http_limits.h"
#include "daemon/log/logger.h"
#include "daemon/log/qt_messages.h"
#include "daemon/offline.h"
#include "daemon/options/options.h"
#include "daemon/routes/prefixes.h"
#include "daemon/service.h"
#include "daemon/unix_signals.h"

#include <QCoreApplication>

#include <cstdio>

using namespace pushgate;
using namespace pushgate::daemon;

namespace {

int print(const QByteArray& text)
{
    return std::fputs(text.constData(), stdout) < 0 || std::fflush(stdout) != 0 ? 1 : 0;
}

int refuse(const core::Error& error)
{
    writeToStderr("pushgated: error: " + error.message + ", try --help\n");
    return 1;
}

int serve(const Options& options, const Prefixes& prefixes, int& argc, char** argv)
{
    qputenv("QT_NO_GLIB", "1"); // Qt's own event dispatcher costs less per event
    const QCoreApplication application(argc, argv);
    const core::SystemClock clock;
    Logger logger(options.log, clock, writeToStderr);
    const QtMessages qtMessages(logger);
    const UnixSignals unixSignals;
    raiseDescriptorLimit();

    Service service(options, prefixes, clock, logger);
    QObject::connect(&unixSignals, &UnixSignals::terminationRequested, &service, [&] {
        logger.info("received SIGINT/SIGTERM; exiting gracefully...");
        service.stop();
    });
    QObject::connect(
        &unixSignals, &UnixSignals::reloadRequested, &service, [&] { service.reload(); });
    QObject::connect(
        &service, &Service::finished, &application,
        [&service] { QCoreApplication::exit(service.exitStatus()); }, Qt::QueuedConnection);
    return service.start() ? QCoreApplication::exec() : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const auto line = parseCommandLine({argv + 1, argv + argc});
    if (!line)
        return refuse(line.error());
    if (std::holds_alternative<HelpWanted>(*line))
        return print(usageText());
    if (std::holds_alternative<VersionWanted>(*line))
        return print(versionText(BuildInfo::ofThisProgram()));
    const auto& options = std::get<Options>(*line);
    if (isOffline(options)) {
        const QCoreApplication application(argc, argv); // Qt SQL finds its drivers by it
        return runOffline(options, standardOutput());
    }
    const auto prefixes = prefixesOf(options);
    return prefixes ? serve(options, *prefixes, argc, argv) : refuse(prefixes.error());
}

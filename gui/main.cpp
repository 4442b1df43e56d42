// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "gui/client/keychain.h"
#include "gui/look/program_icon.h"
#include "gui/text/translation.h"
#include "gui/windows/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QLocale>
#include <QSettings>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

namespace {

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "A window onto push gateways."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"local"_s,
        QCoreApplication::translate("main", "Start a local gateway to try things out.")});
    parser.addPositionalArgument(u"address"_s,
        QCoreApplication::translate("main", "A gateway to connect to, as http://host:9091."),
        u"[address...]"_s);
}

/// Help and version are for terminals without a screen, too.
bool needsScreen(int argc, char** argv)
{
    constexpr std::array<std::string_view, 5> kOnlyWords{
        "-h", "--help", "--help-all", "-v", "--version"};
    return std::none_of(argv + 1, argv + argc, [&](const char* argument) {
        return std::find(kOnlyWords.begin(), kOnlyWords.end(), argument) != kOnlyWords.end();
    });
}

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    if (needsScreen(argc, argv))
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

/// All of them, or none and what is wrong with one.
core::Result<std::vector<Connection>> connectionsTo(const QStringList& addresses)
{
    std::vector<Connection> connections;
    for (const QString& address : addresses) {
        auto connection = connectionTo(address);
        if (!connection)
            return core::badRequest(address.toUtf8() + ": " + connection.error().message);
        connections.push_back(*std::move(connection));
    }
    return connections;
}

} // namespace

int main(int argc, char** argv)
{
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"pushgate-admin"_s);
    QCoreApplication::setOrganizationName(u"pushgate"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(PUSHGATE_VERSION));
    speak(QLocale());
    QCommandLineParser parser;
    describe(parser);
    parser.process(*application);
    const auto connections = connectionsTo(parser.positionalArguments());
    if (!connections) {
        std::fprintf(stderr, "pushgate-admin: %s\n", connections.error().message.constData());
        return 1;
    }

    QGuiApplication::setDesktopFileName(u"org.pushgate.admin"_s);
    QApplication::setWindowIcon(programIcon());
    const core::SystemClock clock;
    QSettings settings;
    Keychain keychain;
    MainWindow window(settings, clock, {}, &keychain);
    for (const Connection& connection : *connections)
        window.connectTo(connection);
    if (parser.isSet(u"local"_s))
        window.startLocalGateway();
    window.show();
    return QApplication::exec();
}

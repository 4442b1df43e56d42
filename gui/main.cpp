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

#include <cstdio>

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

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"pushgate-admin"_s);
    QApplication::setOrganizationName(u"pushgate"_s);
    QApplication::setApplicationVersion(QLatin1String(PUSHGATE_VERSION));
    QGuiApplication::setDesktopFileName(u"org.pushgate.admin"_s);
    QApplication::setWindowIcon(programIcon());
    speak(QLocale());
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);

    const core::SystemClock clock;
    QSettings settings;
    Keychain keychain;
    MainWindow window(settings, clock, {}, &keychain);
    const QStringList addresses = parser.positionalArguments();
    for (const QString& address : addresses) {
        const auto connection = connectionTo(address);
        if (!connection) {
            std::fprintf(stderr, "pushgate-admin: %s: %s\n", address.toUtf8().constData(),
                connection.error().message.constData());
            return 1;
        }
        window.connectTo(*connection);
    }
    if (parser.isSet(u"local"_s))
        window.startLocalGateway();
    window.show();
    return QApplication::exec();
}

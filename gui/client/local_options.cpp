// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/local_options.h"

#include <QSettings>

#include <limits>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    const QString kPort = u"local/port"_s;
    const QString kFile = u"local/file"_s;

} // namespace

LocalOptions readLocalOptions(const QSettings& settings)
{
    LocalOptions options{std::nullopt, settings.value(kFile).toString()};
    const int port = settings.value(kPort).toInt();
    if (port > 0 && port <= std::numeric_limits<quint16>::max())
        options.port = quint16(port);
    return options;
}

void writeLocalOptions(QSettings& settings, const LocalOptions& options)
{
    settings.setValue(kPort, int(options.port.value_or(0)));
    settings.setValue(kFile, options.file);
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/build_info.h"

#include <QByteArrayView>
#include <QString>
#include <QSysInfo>
#include <QtGlobal>

namespace pushgate::daemon {

namespace {

#if defined(__clang__)
    constexpr QByteArrayView kCompiler("Clang " __clang_version__);
#elif defined(__GNUC__)
    constexpr QByteArrayView kCompiler("GCC " __VERSION__);
#else
    constexpr QByteArrayView kCompiler("unknown");
#endif

    QByteArray orUnknown(const char* text)
    {
        return *text ? QByteArray(text) : QByteArrayLiteral("unknown");
    }

} // namespace

BuildInfo BuildInfo::ofThisProgram()
{
    BuildInfo build;
    build.version = QByteArrayLiteral(PUSHGATE_VERSION);
    build.branch = orUnknown(PUSHGATE_BRANCH);
    build.revision = orUnknown(PUSHGATE_REVISION);
    build.compiler = kCompiler.toByteArray().simplified();
    build.qtVersion = QByteArrayLiteral(QT_VERSION_STR);
    build.platform
        = QSysInfo::kernelType().toUtf8() + '/' + QSysInfo::buildCpuArchitecture().toUtf8();
    return build;
}

QByteArray versionText(const BuildInfo& build)
{
    return "pushgate, version " + build.version + " (branch: " + build.branch + ", revision: "
        + build.revision + ")\n  compiler:         " + build.compiler + "\n  qt version:       "
        + build.qtVersion + "\n  platform:         " + build.platform + '\n';
}

} // namespace pushgate::daemon

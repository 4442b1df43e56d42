// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/build_info.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestBuildInfo : public QObject {
    Q_OBJECT
private slots:
    void knowsThisProgram();
    void printsAVersion();
};

void TestBuildInfo::knowsThisProgram()
{
    const BuildInfo build = BuildInfo::ofThisProgram();
    QVERIFY(build.version.contains('.'));
    QCOMPARE(build.qtVersion, QByteArray(QT_VERSION_STR));
    for (const QByteArray& text : {build.branch, build.revision, build.compiler, build.platform})
        QVERIFY(!text.isEmpty() && !text.contains('\n'));
}

void TestBuildInfo::printsAVersion()
{
    QCOMPARE(versionText({"1.2"_ba, "b"_ba, "r"_ba, "cc 1"_ba, "6.4"_ba, "linux/x"_ba}),
        "pushgate, version 1.2 (branch: b, revision: r)\n"
        "  compiler:         cc 1\n"
        "  qt version:       6.4\n"
        "  platform:         linux/x\n"_ba);
}

QTEST_APPLESS_MAIN(TestBuildInfo)
#include "tst_build_info.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/canned_gateway.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using pushgate::tests::CannedGateway;

/// `pushgate-admin` as it is started, with a home of its own.
class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void tellsWithoutAScreen_data();
    void tellsWithoutAScreen();
    void refusesWrongWords_data();
    void refusesWrongWords();
    void connectsToAnAddress();
    void sharesTheSettingsWithAnother();

private:
    enum class Screen { None, Offscreen };

    std::unique_ptr<QProcess> start(const QStringList& arguments, Screen screen) const;
    QStringList settings() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

namespace {

constexpr int kWaitMs = 30'000;

} // namespace

std::unique_ptr<QProcess> TestCommandLine::start(const QStringList& arguments, Screen screen) const
{
    auto program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, m_home->path());
    for (const auto& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    if (screen == Screen::Offscreen)
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    program->setProcessEnvironment(environment);
    program->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    program->start(qEnvironmentVariable("PUSHGATE_ADMIN"), arguments);
    return program;
}

QStringList TestCommandLine::settings() const
{
    QStringList files;
    QDirIterator found(m_home->path(), {u"*.conf"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files.push_back(found.next());
    return files;
}

void TestCommandLine::tellsWithoutAScreen_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("help") << u"--help"_s << "[address...]"_ba;
    QTest::newRow("help, short") << u"-h"_s << "--local"_ba;
    QTest::newRow("version") << u"--version"_s << "pushgate-admin "_ba;
    QTest::newRow("version, short") << u"-v"_s << "pushgate-admin "_ba;
}

void TestCommandLine::tellsWithoutAScreen()
{
    QFETCH(const QString, flag);
    QFETCH(const QByteArray, words);
    const auto program = start({flag}, Screen::None);
    QVERIFY(program->waitForFinished(kWaitMs));
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 0);
    QVERIFY(program->readAllStandardOutput().contains(words));
}

void TestCommandLine::refusesWrongWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("another scheme")
        << QStringList{u"ftp://host"_s} << "ftp://host: only http and https are spoken here"_ba;
    QTest::newRow("no host") << QStringList{u"http://"_s} << "an address looks like"_ba;
    QTest::newRow("after a right one")
        << QStringList{u"http://127.0.0.1:1"_s, u"http://h?q"_s} << "neither ? nor #"_ba;
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << "nonsense"_ba;
}

void TestCommandLine::refusesWrongWords()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    const auto program = start(arguments, Screen::Offscreen);
    QVERIFY(program->waitForFinished(kWaitMs));
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 1);
    const QByteArray said = program->readAllStandardError();
    QVERIFY2(said.contains(words), said.constData());
    QCOMPARE(settings(), QStringList()); // nothing is remembered of it
}

void TestCommandLine::connectsToAnAddress()
{
    const CannedGateway gateway;
    const auto program = start({gateway.url().toString()}, Screen::Offscreen);
    QTRY_VERIFY_WITH_TIMEOUT(!gateway.requests().isEmpty(), kWaitMs);
    program->terminate();
    QVERIFY(program->waitForFinished(kWaitMs));

    const auto asked = gateway.requests().size();
    const auto again = start({}, Screen::Offscreen);
    QTRY_VERIFY_WITH_TIMEOUT(gateway.requests().size() > asked, kWaitMs);
    again->terminate();
    QVERIFY(again->waitForFinished(kWaitMs));
}

void TestCommandLine::sharesTheSettingsWithAnother()
{
    const CannedGateway one;
    const CannedGateway other;
    const auto first = start({one.url().toString()}, Screen::Offscreen);
    QTRY_VERIFY_WITH_TIMEOUT(!one.requests().isEmpty(), kWaitMs);
    const auto second = start({other.url().toString()}, Screen::Offscreen);
    QTRY_VERIFY_WITH_TIMEOUT(!other.requests().isEmpty(), kWaitMs);
    for (const auto& program : {first.get(), second.get()}) {
        program->terminate();
        QVERIFY(program->waitForFinished(kWaitMs));
    }
    const auto askedOne = one.requests().size();
    const auto askedOther = other.requests().size();
    const auto third = start({}, Screen::Offscreen);
    QTRY_VERIFY_WITH_TIMEOUT(one.requests().size() > askedOne, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(other.requests().size() > askedOther, kWaitMs);
    third->terminate();
    QVERIFY(third->waitForFinished(kWaitMs));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"

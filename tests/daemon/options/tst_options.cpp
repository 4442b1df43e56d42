// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/options.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

using Words = std::vector<QByteArray>;
Q_DECLARE_METATYPE(Words)

class TestOptions : public QObject {
    Q_OBJECT

    static Options parsed(const Words& words);
    static void addRefusalColumns();
    static void row(const char* name, const Words& words, const QByteArray& message);
    static void checkRefusal();

private slots:
    void refusesSyntax_data();
    void refusesSyntax();
    void refusesValues_data();
    void refusesValues();
    void startsWithDefaults();
    void takesEveryFlag();
    void takesValuesAsSeparateWords();
    void addressesReplaceTheDefault();
    void expandsFiles();
    void refusesFilesThatNameEachOther();
    void answersHelpAndVersion_data();
    void answersHelpAndVersion();
    void showsFlagValues_data();
    void showsFlagValues();
    void usageNamesEveryFlag();
    void usageFitsATerminal();
};

Options TestOptions::parsed(const Words& words)
{
    const auto line = parseCommandLine(words);
    if (!line || !std::holds_alternative<Options>(*line)) {
        QTest::qFail("these words should be options", __FILE__, __LINE__);
        return {};
    }
    return std::get<Options>(*line);
}

void TestOptions::addRefusalColumns()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<QByteArray>("message");
}

void TestOptions::row(const char* name, const Words& words, const QByteArray& message)
{
    QTest::newRow(name) << words << message;
}

void TestOptions::checkRefusal()
{
    QFETCH(const Words, words);
    QFETCH(const QByteArray, message);
    const auto line = parseCommandLine(words);
    QVERIFY(!line);
    QCOMPARE(line.error(), core::badRequest(message));
}

void TestOptions::refusesSyntax_data()
{
    addRefusalColumns();
    row("unknown flag", {"--nope"}, "unknown long flag '--nope'"_ba);
    row("unknown negated flag", {"--no-nope"}, "unknown long flag '--no-nope'"_ba);
    row("negated flag with a value", {"--no-web.telemetry-path=x"},
        "unknown long flag '--no-web.telemetry-path'"_ba);
    row("unknown short flag", {"-x"}, "unknown short flag '-x'"_ba);
    row("help and more in one word", {"-hx"}, "unknown short flag '-x'"_ba);
    row("a dash", {"-"}, "unknown short flag '-'"_ba);
    row("stray word", {"stray"}, "unexpected stray"_ba);
    row("stray word after help", {"--help", "stray"}, "unexpected stray"_ba);
    row("empty word", {""}, "unexpected "_ba);
    row("word after the dashes", {"--", "--help"}, "unexpected --help"_ba);
    row("file after the dashes", {"--", "@file"}, "unexpected @file"_ba);
    row("switch with a value", {"--web.enable-lifecycle=true"}, "unexpected true"_ba);
    row("switch with an empty value", {"--web.enable-lifecycle="}, "unexpected "_ba);
    row("switch with a word", {"--web.enable-lifecycle", "true"}, "unexpected true"_ba);
    row("negated switch with a value", {"--no-web.enable-lifecycle=x"}, "unexpected x"_ba);
    row("help with a value", {"--help=x"}, "unexpected x"_ba);
    row("no value", {"--web.telemetry-path"},
        "expected argument for flag '--web.telemetry-path'"_ba);
    row("a flag for a value", {"--log.level", "--web.enable-lifecycle"},
        "expected argument for flag '--log.level'"_ba);
    row("a negative number for a value", {"--persistence.interval", "-1s"},
        "expected argument for flag '--persistence.interval'"_ba);
    row("a file for a value", {"--log.level", "@file"},
        "expected argument for flag '--log.level'"_ba);
    row("file without a name", {"@"}, "expected @ file to expand arguments from"_ba);
    row("file that is not there", {"@/nonexistent"},
        "failed to open arguments file \"/nonexistent\": open /nonexistent: no such file or "
        "directory"_ba);
}

void TestOptions::refusesSyntax()
{
    checkRefusal();
}

void TestOptions::refusesValues_data()
{
    addRefusalColumns();
    row("repeated", {"--log.level=debug", "--log.level=debug"},
        "flag 'log.level' cannot be repeated"_ba);
    row("repeated switch", {"--no-web.enable-lifecycle", "--web.enable-lifecycle"},
        "flag 'web.enable-lifecycle' cannot be repeated"_ba);
    row("the first bad value counts", {"--log.level=z", "--persistence.interval=x"},
        "unrecognized log level z"_ba);
    row("stray word before bad value", {"--log.level=z", "stray"}, "unexpected stray"_ba);
    row("log level", {"--log.level="}, "unrecognized log level "_ba);
    row("log format", {"--log.format=xml"}, "unrecognized log format xml"_ba);
    row("import and export at once",
        {"--persistence.file=a", "--persistence.import=b", "--persistence.export-gob=c"},
        "--persistence.import, --persistence.export-gob and --persistence.backup go one at a time"_ba);
    row("a backup of nothing", {"--persistence.backup=b"},
        "--persistence.file has to name the file to import into, export from or back up"_ba);
    row("duration", {"--persistence.interval=1d"}, R"(time: unknown unit "d" in duration "1d")"_ba);
    row("timeout of nothing", {"--web.read-timeout=0s"}, "not a timeout: 0s"_ba);
    row("timeout below its resolution", {"--web.idle-timeout=10us"}, "not a timeout: 10us"_ba);
    row("timeout", {"--web.write-timeout=5"}, R"(time: missing unit in duration "5")"_ba);
    row("size", {"--web.max-body-bytes=1MB"}, R"(invalid size "1MB")"_ba);
    row("count", {"--web.io-threads=two"}, R"(invalid number "two")"_ba);
    row("negative count", {"--web.max-connections=-1"}, R"(invalid number "-1")"_ba);
    row("web configuration", {"--web.config.file=web.yml"},
        "--web.config.file is not supported yet, and without it the gateway would be open to "
        "everybody"_ba);
    row("external URL", {"--web.external-url=::bad"},
        R"(invalid URL: parse "::bad": missing protocol scheme)"_ba);
}

void TestOptions::refusesValues()
{
    checkRefusal();
}

void TestOptions::startsWithDefaults()
{
    const Options options = parsed({});
    QCOMPARE(options.listenAddresses, Words{":9091"});
    QCOMPARE(options.telemetryPath, "/metrics"_ba);
    QCOMPARE(options.sockets, Options::Sockets::Own);
    QCOMPARE(options.lifecycle, Options::Api::Off);
    QCOMPARE(options.admin, Options::Api::Off);
    QCOMPARE(options.checks, Options::Checks::On);
    QCOMPARE(options.names, Options::Names::Legacy);
    QCOMPARE(options.log.level, LogLevel::Info);
    QCOMPARE(options.log.format, LogFormat::Logfmt);
    QVERIFY(options.persistenceInterval == std::chrono::seconds(0));
}

void TestOptions::takesEveryFlag()
{
    const Options options
        = parsed({"--web.systemd-socket", "--web.config.file=", "--web.telemetry-path=/t",
            "--web.external-url=http://H:1/e", "--web.route-prefix=/r", "--web.enable-lifecycle",
            "--web.enable-admin-api", "--web.io-threads=3", "--web.max-connections=4",
            "--web.max-head-bytes=5KiB", "--web.max-body-bytes=6MiB",
            "--web.max-unfinished-bytes=16MiB", "--web.max-decompressed-bytes=7GiB",
            "--web.read-timeout=8s", "--web.write-timeout=9s", "--web.idle-timeout=10s",
            "--web.shutdown-timeout=11s", "--persistence.file=p", "--persistence.interval=1h30m",
            "--persistence.backup=b", "--push.disable-consistency-check",
            "--push.enable-utf8-names", "--log.level=error", "--log.format=json"});
    QCOMPARE(options.sockets, Options::Sockets::FromSystemd);
    QCOMPARE(options.telemetryPath, "/t"_ba);
    QCOMPARE(options.externalUrl, (ExternalUrl{"http://H:1/e"_ba, "h:1"_ba, "/e"_ba}));
    QCOMPARE(options.routePrefix, "/r"_ba);
    QCOMPARE(options.lifecycle, Options::Api::On);
    QCOMPARE(options.admin, Options::Api::On);
    QCOMPARE(options.ioThreads, 3);
    QCOMPARE(options.maxConnections, 4);
    QCOMPARE(options.maxHeadBytes, 5 * 1024);
    QCOMPARE(options.maxBodyBytes, 6 * 1024 * 1024);
    QCOMPARE(options.maxUnfinishedBytes, 16 * 1024 * 1024);
    QCOMPARE(options.maxDecompressedBytes, 7LL * 1024 * 1024 * 1024);
    QVERIFY(options.readTimeout == std::chrono::seconds(8));
    QVERIFY(options.writeTimeout == std::chrono::seconds(9));
    QVERIFY(options.idleTimeout == std::chrono::seconds(10));
    QVERIFY(options.shutdownTimeout == std::chrono::seconds(11));
    QCOMPARE(options.persistenceFile, "p"_ba);
    QCOMPARE(options.persistenceBackup, "b"_ba);
    QVERIFY(options.persistenceInterval == std::chrono::minutes(90));
    QCOMPARE(options.checks, Options::Checks::Off);
    QCOMPARE(options.names, Options::Names::Utf8);
    QCOMPARE(options.log.level, LogLevel::Error);
    QCOMPARE(options.log.format, LogFormat::Json);
}

void TestOptions::takesValuesAsSeparateWords()
{
    const Options options = parsed({"--web.telemetry-path", "/t=1", "--web.route-prefix", ""});
    QCOMPARE(options.telemetryPath, "/t=1"_ba);
    QCOMPARE(options.routePrefix, ""_ba);
}

void TestOptions::addressesReplaceTheDefault()
{
    const Options options = parsed({"--web.listen-address=:1", "--web.listen-address", "[::1]:2"});
    QCOMPARE(options.listenAddresses, (Words{":1", "[::1]:2"}));
}

void TestOptions::expandsFiles()
{
    const QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& text) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    };
    const QByteArray path = folder.path().toUtf8() + '/';
    write("inner", "# a comment\n--log.level\ndebug\r\n");
    write("outer", "@" + path + "inner\n--log.format=json");
    write("empty", "");

    const Options options
        = parsed({"@" + path + "outer", "@" + path + "empty", "--web.telemetry-path", "/t"});
    QCOMPARE(options.log.level, LogLevel::Debug);
    QCOMPARE(options.log.format, LogFormat::Json);
    QCOMPARE(options.telemetryPath, "/t"_ba);
}

void TestOptions::refusesFilesThatNameEachOther()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"loop"_s));
    const QByteArray word = '@' + file.fileName().toUtf8();
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(word), word.size());
    file.close();

    const auto line = parseCommandLine({word});
    QVERIFY(!line);
    QCOMPARE(line.error().message, "too many arguments files"_ba);
}

void TestOptions::answersHelpAndVersion_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<bool>("help");
    QTest::newRow("--help") << Words{"--help"} << true;
    QTest::newRow("-h") << Words{"-h"} << true;
    QTest::newRow("help before bad values") << Words{"--log.level=z", "--help"} << true;
    QTest::newRow("--version") << Words{"--version"} << false;
    QTest::newRow("version hides what follows") << Words{"--version", "--nope"} << false;
    QTest::newRow("version before help") << Words{"--help", "--version"} << false;
}

void TestOptions::answersHelpAndVersion()
{
    QFETCH(const Words, words);
    QFETCH(const bool, help);
    const auto line = parseCommandLine(words);
    QVERIFY(line);
    QCOMPARE(std::holds_alternative<HelpWanted>(*line), help);
    QCOMPARE(std::holds_alternative<VersionWanted>(*line), !help);
}

void TestOptions::showsFlagValues_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto shown = [](const Words& words, const QByteArray& name, const QByteArray& value) {
        QTest::newRow((name + ' ' + value).constData()) << words << name << value;
    };
    shown({}, "web.systemd-socket"_ba, "false"_ba);
    shown({"--web.systemd-socket"}, "web.systemd-socket"_ba, "true"_ba);
    shown({"--no-web.enable-lifecycle"}, "web.enable-lifecycle"_ba, "false"_ba);
    shown({"--push.disable-consistency-check"}, "push.disable-consistency-check"_ba, "true"_ba);
    shown({"--web.listen-address=:1", "--web.listen-address=:2"}, "web.listen-address"_ba,
        ":1,:2"_ba);
    shown({"--persistence.interval=90m5s"}, "persistence.interval"_ba, "1h30m5s"_ba);
    shown({"--web.external-url=http://h/e/"}, "web.external-url"_ba, "http://h/e/"_ba);
    shown({"--web.route-prefix=given"}, "web.route-prefix"_ba, "/effective"_ba);
    shown({"--web.max-body-bytes=2048"}, "web.max-body-bytes"_ba, "2KiB"_ba);
    shown({}, "log.level"_ba, "info"_ba);
}

void TestOptions::showsFlagValues()
{
    QFETCH(const Words, words);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const auto values = flagValues(parsed(words), "/effective");
    QVERIFY(std::find(values.begin(), values.end(), FlagValue{name, value}) != values.end());
}

void TestOptions::usageNamesEveryFlag()
{
    const QByteArray usage = usageText();
    for (const FlagValue& flag : flagValues({}, ""))
        QVERIFY2(usage.contains("      --" + flag.name), flag.name.constData());
    QVERIFY(usage.contains("--web.listen-address=:9091 ..."));
    QVERIFY(usage.contains("-h, --help"));
    QVERIFY(usage.contains("--version"));
}

void TestOptions::usageFitsATerminal()
{
    for (const QByteArray& line : usageText().split('\n'))
        QVERIFY2(line.size() <= 80, line.constData());
}

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"

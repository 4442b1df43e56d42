// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/appearance.h"
#include "gui/panels/details_panel.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/text/translation.h"
#include "gui/windows/connection_dialog.h"
#include "gui/windows/delete_dialog.h"
#include "gui/windows/main_window.h"
#include "gui/windows/push_dialog.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/no_warnings.h"
#include "tests/gui/support/pictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;

/// Shows every window in light and dark and in every language; the pictures go to the folder named
/// by PUSHGATE_SCREENSHOTS, for people to look at.
class TestScreenshots : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void start_data() { tests::addAppearances(); }
    void start();
    void groups_data() { tests::addAppearances(); }
    void groups();
    void empty_data() { tests::addAppearances(); }
    void empty();
    void lost_data() { tests::addAppearances(); }
    void lost();
    void smallest_data() { tests::addAppearances(); }
    void smallest();
    void dialogs_data() { tests::addAppearances(); }
    void dialogs();

private:
    MainWindow& windowOn(const CannedGateway& gateway, int groups);

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

struct Sample {
    const char* job;
    const char* instance;
    const char* shard;
    double age; // seconds; 0: never pushed
    double rhythm; // seconds; 0: not learnt
    double staleAfter; // seconds; 0: no rule
    int series;
    double failedAgo; // seconds; 0: it did not
};

const std::vector<Sample> kSamples{
    {"nightly_load", "db-1", "3", 7260, 86400, 0, 41, 120},
    {"import_orders", "eu-west-1", "", 0, 0, 0, 2, 3 * 86400},
    {"batch_report", "", "", 3 * 86400, 3600, 7200, 12, 0},
    {"legacy_sync", "worker-07.internal.example.org", "", 40 * 86400, 0, 7 * 86400, 8, 0},
    {"cleanup_tmp", "web-2", "", 5400, 1800, 0, 5, 0},
    {"rotate_keys", "vault-1", "", 200000, 86400, 0, 6, 0},
    {"backup", "db-1", "", 42, 60, 0, 128, 0},
    {"backup", "db-2", "", 12, 60, 0, 128, 0},
    {"backup", "db-3", "", 55, 60, 0, 131, 0},
    {"etl_users", "eu-west-1", "1", 900, 3600, 0, 1024, 0},
    {"etl_users", "eu-west-1", "2", 1400, 3600, 0, 1024, 0},
    {"etl_users", "us-east-1", "1", 3000, 3600, 0, 998, 0},
    {"rollup_daily", "", "", 60000, 86400, 93600, 77, 0},
    {"send_invoices", "mail-1", "", 1, 0, 0, 9, 0},
    {"thumbnail_warmup", "cdn-14", "", 250, 300, 0, 33, 0},
};

QJsonObject labelsOf(const Sample& sample)
{
    QJsonObject labels{{u"job"_s, QLatin1String(sample.job)}};
    if (*sample.instance)
        labels.insert(u"instance"_s, QLatin1String(sample.instance));
    if (*sample.shard)
        labels.insert(u"shard"_s, QLatin1String(sample.shard));
    return labels;
}

QJsonObject groupOf(const Sample& sample, double now)
{
    const auto orNull
        = [](bool isThere, double value) { return isThere ? QJsonValue(value) : QJsonValue(); };
    return {{u"labels"_s, labelsOf(sample)},
        {u"push_time"_s, sample.age > 0 ? now - sample.age : 0},
        {u"push_failure_time"_s, sample.failedAgo > 0 ? now - sample.failedAgo : 0},
        {u"last_push_successful"_s, sample.failedAgo == 0},
        {u"cadence_seconds"_s, orNull(sample.rhythm > 0, sample.rhythm)},
        {u"expected_by"_s, orNull(sample.rhythm > 0, now - sample.age + 1.5 * sample.rhythm)},
        {u"stale_after_seconds"_s, orNull(sample.staleAfter > 0, sample.staleAfter)},
        {u"families"_s, 1 + sample.series / 10}, {u"series"_s, sample.series},
        {u"bytes"_s, 80 * sample.series}};
}

QByteArray listing(const std::vector<Sample>& samples)
{
    const double now = core::unixSeconds(core::SystemClock().now());
    QJsonArray groups;
    for (const Sample& sample : samples)
        groups.push_back(groupOf(sample, now));
    return QJsonDocument(QJsonObject{{u"revision"_s, 1}, {u"epoch"_s, u"e"_s}, {u"now"_s, now},
                             {u"reset"_s, true}, {u"groups"_s, groups}})
        .toJson();
}

const QByteArray kDetails = R"({"labels":{"job":"nightly_load","instance":"db-1","shard":"3"},
  "metrics":{
    "batch_duration_seconds":{"type":"HISTOGRAM","help":"How long the load took.","metrics":[
      {"labels":{"stage":"read"},"buckets":{"1":"3","5":"11","30":"40","+Inf":"41"},
       "count":"41","sum":"388.25"},
      {"labels":{"stage":"write"},"buckets":{"1":"0","5":"2","30":"17","+Inf":"41"},
       "count":"41","sum":"1204.5"}]},
    "last_success_time_seconds":{"type":"GAUGE","help":"When the last load succeeded.","metrics":[
      {"labels":{},"value":"1.7953433199005935e+09"}]},
    "rows_loaded_total":{"type":"COUNTER","help":"Rows written.","metrics":[
      {"labels":{"table":"users"},"value":"1.203994e+06"},
      {"labels":{"table":"orders"},"value":"88210"},
      {"labels":{"table":"line_items"},"value":"402113"}]}}})"_ba;

void fill(CannedGateway& gateway, const std::vector<Sample>& samples)
{
    gateway.answer("/api/v1/groups"_ba, listing(samples));
    gateway.hold("/api/v1/groups?since=1&wait=30s"_ba);
    gateway.answer("/api/v1/groups/job/nightly_load/instance/db-1/shard/3"_ba, kDetails);
}

} // namespace

void TestScreenshots::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    QFETCH(const Appearance, appearance);
    QFETCH(const QLocale, locale);
    speak(locale);
    m_settings
        = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_settings->setValue(u"appearance"_s, int(appearance));
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestScreenshots::cleanup()
{
    m_window.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

MainWindow& TestScreenshots::windowOn(const CannedGateway& gateway, int groups)
{
    Connection connection = *gui::connectionTo(gateway.url().toString());
    connection.name = u"prod-eu"_s;
    m_window->connectTo(connection);
    const Gateway& shown = m_window->currentPage()->gateway();
    [&] {
        QTRY_COMPARE(shown.status().link, GatewayStatus::Link::Live);
        QCOMPARE(shown.groups().rowCount(), groups);
    }();
    return *m_window;
}

void TestScreenshots::start()
{
    tests::takePicture(*m_window, u"start"_s);
}

void TestScreenshots::groups()
{
    CannedGateway gateway;
    fill(gateway, kSamples);
    MainWindow& window = windowOn(gateway, int(kSamples.size()));
    const GatewayPage& page = *window.currentPage();
    QCOMPARE(page.gateway().groups().counts().of(core::GroupState::Failed), 2);
    QCOMPARE(page.gateway().groups().counts().of(core::GroupState::Stale), 2);
    QCOMPARE(page.gateway().groups().counts().of(core::GroupState::Overdue), 2);
    page.view().select(*core::GroupingKey::from(
        *core::Labels::from({{"job", "nightly_load"}, {"instance", "db-1"}, {"shard", "3"}})));
    const auto* const details = page.findChild<DetailsPanel*>();
    QTRY_VERIFY(details->details() != nullptr);
    auto* const tree = details->findChild<QTreeView*>();
    tree->expand(tree->model()->index(2, 0));
    tests::takePicture(window, u"groups"_s);
    page.view().clearSelection();
    page.filterBar().setState(core::GroupState::Overdue);
    tests::takePicture(window, u"overdue"_s);
}

void TestScreenshots::empty()
{
    CannedGateway gateway;
    fill(gateway, {});
    tests::takePicture(windowOn(gateway, 0), u"empty"_s);
}

void TestScreenshots::lost()
{
    auto gateway = std::make_unique<CannedGateway>();
    fill(*gateway, kSamples);
    MainWindow& window = windowOn(*gateway, int(kSamples.size()));
    gateway.reset();
    window.currentPage()->gateway().refresh();
    QTRY_COMPARE(window.currentPage()->gateway().status().link, GatewayStatus::Link::Lost);
    tests::takePicture(window, u"lost"_s);
    window.connectTo(*gui::connectionTo(u"http://127.0.0.1:1"_s));
    QTRY_COMPARE(window.currentPage()->gateway().status().link, GatewayStatus::Link::Lost);
    tests::takePicture(window, u"unreachable"_s);
}

void TestScreenshots::smallest()
{
    CannedGateway gateway;
    fill(gateway, kSamples);
    MainWindow& window = windowOn(gateway, int(kSamples.size()));
    window.resize(window.minimumSize());
    window.currentPage()->view().selectAll();
    tests::takePicture(window, u"smallest"_s);
}

void TestScreenshots::dialogs()
{
    std::vector<core::GroupingKey> keys;
    for (int number = 0; number < 130; ++number)
        keys.push_back(*core::GroupingKey::from(*core::Labels::from(
            {{"job", "nightly_load"}, {"instance", "db-" + QByteArray::number(number)}})));
    DeleteDialog deletion(*gui::connectionTo(u"prod-eu"_s), keys);
    deletion.show();
    tests::takePicture(deletion, u"delete"_s);
    NetworkThread network;
    const GroupCells words;
    Gateway gateway(
        *gui::connectionTo(u"prod-eu"_s), Gateway::Place::Remote, network, words, m_clock);
    PushDialog push(gateway, std::nullopt);
    push.findChild<QPlainTextEdit*>()->setPlainText(
        u"# TYPE backup_bytes gauge\nbackup_bytes{disk=\"a\"} 5e+09\nbackup_bytes{disk= 1"_s);
    push.show();
    const auto buttons = push.findChildren<QPushButton*>();
    QTRY_VERIFY(std::any_of(buttons.begin(), buttons.end(),
        [](const QPushButton* button) { return !button->isEnabled(); }));
    tests::takePicture(push, u"push"_s);
    ConnectionDialog plain(
        *gui::connectionTo(u"https://jo:secret@prod-eu/push"_s), {network, words, m_clock});
    plain.show();
    tests::takePicture(plain, u"connect"_s);
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/appearance.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_header.h"
#include "gui/panels/group_view.h"
#include "gui/text/translation.h"
#include "gui/windows/main_window.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/no_warnings.h"
#include "tests/gui/support/pictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;

/// Shows many groups, in every appearance and language, as branches and in the overview.
class TestOverviewPictures : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void overview_data() { tests::addAppearances(); }
    void overview();
    void overviewOfAFew_data() { tests::addAppearances(); }
    void overviewOfAFew();
    void threshold_data() { tests::addAppearances(); }
    void threshold();
    void branches_data() { tests::addAppearances(); }
    void branches();

private:
    GatewayPage& pageOf(int groups);
    void shootAll(const QString& name);

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<CannedGateway> m_gateway;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kGroups = 412;

/// Ages from seconds to months, states of every kind, a few large jobs and many small ones.
QJsonObject groupOf(int number, double now)
{
    static const std::array jobs{"etl_users", "backup", "nightly_load", "thumbnail_warmup",
        "rollup_daily", "send_invoices_of_all_countries", "cleanup_tmp", "rotate_keys"};
    static const std::array zones{"eu-west-1", "us-east-1", "ap-south-1"};
    const size_t job = size_t(std::sqrt(double(number % 64)));
    const double age = 3 * std::pow(1.04, double((number * 37) % kGroups));
    const double rhythm = number % 5 == 0 ? age / 3 : age * (2 + number % 4);
    const bool hasRule = number % 11 == 0;
    QJsonObject labels{{u"job"_s, QLatin1String(jobs[job])},
        {u"instance"_s, u"db-%1"_s.arg(number)}, {u"shard"_s, QString::number(number % 4)}};
    if (number % 7 != 0)
        labels.insert(u"zone"_s, QLatin1String(zones[size_t(number) % zones.size()]));
    return {{u"labels"_s, labels}, {u"push_time"_s, now - age},
        {u"push_failure_time"_s, number % 41 == 0 ? now - age / 2 : 0},
        {u"last_push_successful"_s, number % 41 != 0}, {u"cadence_seconds"_s, rhythm},
        {u"expected_by"_s, now - age + 1.5 * rhythm},
        {u"stale_after_seconds"_s, hasRule ? QJsonValue(age * (0.4 + number % 3)) : QJsonValue()},
        {u"families"_s, 3}, {u"series"_s, 5 + int(900 / (job + 1)) % 97}, {u"bytes"_s, 4096}};
}

QByteArray listing(int count)
{
    const double now = core::unixSeconds(core::SystemClock().now());
    QJsonArray groups;
    for (int number = 0; number < count; ++number)
        groups.push_back(groupOf(number, now));
    return QJsonDocument(QJsonObject{{u"revision"_s, 1}, {u"epoch"_s, u"e"_s}, {u"now"_s, now},
                             {u"reset"_s, true}, {u"groups"_s, groups}})
        .toJson();
}

QByteArray activity()
{
    QJsonArray pushes;
    QJsonArray failures;
    for (int minute = 0; minute < 60; ++minute) {
        pushes.push_back(380 + int(60 * std::sin(minute / 4.0)) + minute * 7 % 31);
        failures.push_back(minute > 33 && minute < 41 ? 20 + minute % 7 * 5 : minute % 9 == 0);
    }
    return QJsonDocument(QJsonObject{{u"now"_s, 0}, {u"step_seconds"_s, 60}, {u"pushes"_s, pushes},
                             {u"failures"_s, failures}})
        .toJson();
}

} // namespace

void TestOverviewPictures::init()
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

void TestOverviewPictures::cleanup()
{
    m_window.reset();
    m_gateway.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

GatewayPage& TestOverviewPictures::pageOf(int groups)
{
    m_gateway = std::make_unique<CannedGateway>();
    m_gateway->answer("/api/v1/groups"_ba, listing(groups));
    m_gateway->hold("/api/v1/groups?since=1&wait=30s"_ba);
    if (groups == kGroups)
        m_gateway->answer("/api/v1/activity"_ba, activity());
    Connection connection = *gui::connectionTo(m_gateway->url().toString());
    connection.name = u"prod-eu"_s;
    m_window->connectTo(connection);
    GatewayPage& page = *m_window->currentPage();
    [&] { QTRY_COMPARE(page.gateway().groups().rowCount(), groups); }();
    return page;
}

void TestOverviewPictures::shootAll(const QString& name)
{
    tests::takePicture(*m_window, name);
    m_window->resize(m_window->minimumSize());
    tests::takePicture(*m_window, name + "-smallest"_L1);
}

void TestOverviewPictures::overview()
{
    GatewayPage& page = pageOf(kGroups);
    page.setMode(GatewayPage::Mode::Overview);
    QTRY_COMPARE(page.gateway().activity().source, GatewayActivity::Source::Gateway);
    shootAll(u"overview"_s);
}

void TestOverviewPictures::overviewOfAFew()
{
    GatewayPage& page = pageOf(2);
    page.setMode(GatewayPage::Mode::Overview);
    QTRY_VERIFY(m_gateway->requests().contains("/api/v1/activity"_ba));
    shootAll(u"overview-few"_s);
}

void TestOverviewPictures::threshold()
{
    m_gateway = std::make_unique<CannedGateway>();
    QJsonArray groups;
    for (int number = 1; number < 9; ++number)
        groups.push_back(
            QJsonObject{{u"labels"_s, QJsonObject{{u"job"_s, u"batch_%1"_s.arg(number)}}},
                {u"last_push_successful"_s, true},
                {u"push_time_seconds"_s,
                    QJsonObject{{u"type"_s, u"GAUGE"_s},
                        {u"metrics"_s,
                            QJsonArray{QJsonObject{{u"labels"_s, QJsonObject()},
                                {u"value"_s,
                                    QString::number(
                                        core::unixSeconds(m_clock.now()) - number * number * 3600,
                                        'f', 0)}}}}}}});
    m_gateway->answer("/api/v1/metrics"_ba, QJsonDocument(groups).toJson());
    Connection connection = *gui::connectionTo(m_gateway->url().toString());
    connection.name = u"staging"_s;
    connection.staleAfter = std::chrono::hours(26);
    m_window->connectTo(connection);
    const Gateway& gateway = m_window->currentPage()->gateway();
    QTRY_COMPARE(gateway.groups().rowCount(), 8);
    QCOMPARE(gateway.groups().counts().of(core::GroupState::Stale), 3);
    shootAll(u"threshold"_s);
}

void TestOverviewPictures::branches()
{
    GatewayPage& page = pageOf(kGroups);
    GroupView& view = page.view();
    view.setGroupedBy("job"_ba);
    qobject_cast<GroupHeader*>(view.header())->showLabel("zone"_ba);
    view.expand(view.model()->index(1, 0));
    view.setCurrentIndex(view.model()->index(0, 0));
    shootAll(u"branches"_s);
    view.setGroupedBy("shard"_ba);
    view.openAll();
    m_window->resize(1280, 800);
    tests::takePicture(*m_window, u"branches-shard"_s);
}

QTEST_MAIN(TestOverviewPictures)
#include "tst_overview_pictures.moc"

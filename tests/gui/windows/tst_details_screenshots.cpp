// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/family_model.h"
#include "gui/look/appearance.h"
#include "gui/panels/details_panel.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/text/translation.h"
#include "gui/windows/main_window.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/no_warnings.h"
#include "tests/gui/support/pictures.h"

#include <QApplication>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;

/// Every kind of series beside the tree, in light and dark and in every language; pictures as those
/// of TestScreenshots.
class TestDetailsScreenshots : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void kindsOfSeries_data() { tests::addAppearances(); }
    void kindsOfSeries();
    void narrow_data() { tests::addAppearances(); }
    void narrow();
    void copyMenus_data() { tests::addAppearances(); }
    void copyMenus();

private:
    void open();
    void push(int number);
    void choose(int family, int series);

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<CannedGateway> m_gateway;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

enum Family { Histogram, PushTime, Rows, Rpc, Native };

constexpr int kPushes = 24;
constexpr double kRhythm = 75; // seconds

const QByteArray kDetails = R"({"labels":{"job":"nightly_load","instance":"db-1"},"metrics":{
  "batch_duration_seconds":{"time_stamp":"%TIME","type":"HISTOGRAM",
    "help":"How long the load took, from the first row read to the last one written.","metrics":[
    {"labels":{"stage":"read"},"buckets":{"0.5":"3","1":"9","2.5":"31","5":"88","10":"140","30":"171",
      "60":"178","+Inf":"180"},"count":"180","sum":"1388.25"},
    {"labels":{"stage":"write"},"buckets":{"0.5":"0","1":"2","2.5":"17","5":"31","10":"41","30":"41",
      "60":"41","+Inf":"41"},"count":"41","sum":"204.5"}]},
  "push_time_seconds":{"type":"GAUGE","help":"Last Unix time when changing this group succeeded.",
    "metrics":[{"labels":{},"value":"%SECONDS"}]},
  "rows_loaded_total":{"time_stamp":"%TIME","type":"COUNTER","help":"Rows written.","metrics":[
    {"labels":{"table":"line_items"},"value":"%ROWS"},
    {"labels":{"table":"orders"},"value":"88210"},
    {"labels":{"table":"users"},"value":"%WAVE"}]},
  "rpc_seconds":{"time_stamp":"%TIME","type":"SUMMARY","help":"Calls to the warehouse.","metrics":[
    {"labels":{},"quantiles":{"0.5":"0.0125","0.9":"0.0861","0.99":"1.204"},"count":"10412",
     "sum":"391.77"}]},
  "write_seconds":{"time_stamp":"%TIME","type":"HISTOGRAM","help":"Time of each write.","metrics":[
    {"labels":{},"buckets":[%NATIVE],"count":"5208","sum":"1034.5"}]}}})"_ba;

/// A hump over 40 buckets, with one gap.
QByteArray nativeBuckets()
{
    QByteArray text;
    for (int at = 0; at < 40; ++at) {
        if (at == 33)
            continue;
        const double lower = 0.001 * std::exp2(at / 4.0);
        const double upper = 0.001 * std::exp2((at + 1) / 4.0);
        const int count = int(400 * std::exp(-std::pow((at - 18) / 7.0, 2)));
        text += (text.isEmpty() ? "" : ",") + "[0,\""_ba + QByteArray::number(lower, 'g', 6)
            + "\",\"" + QByteArray::number(upper, 'g', 6) + "\",\"" + QByteArray::number(count)
            + "\"]";
    }
    return text;
}

core::GroupingKey key()
{
    return *core::GroupingKey::from(
        *core::Labels::from({{"job", "nightly_load"}, {"instance", "db-1"}}));
}

} // namespace

void TestDetailsScreenshots::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    QFETCH(const Appearance, appearance);
    QFETCH(const QLocale, locale);
    speak(locale);
    m_settings
        = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_settings->setValue(u"appearance"_s, int(appearance));
    m_gateway = std::make_unique<CannedGateway>();
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestDetailsScreenshots::cleanup()
{
    m_window.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

/// The gateway as it is after push `number` of kPushes.
void TestDetailsScreenshots::push(int number)
{
    const double now = core::unixSeconds(m_clock.now());
    const double pushed = std::floor(now - 42 - (kPushes - number) * kRhythm);
    const QByteArray time
        = QDateTime::fromSecsSinceEpoch(qint64(pushed), Qt::UTC).toString(Qt::ISODate).toLatin1();
    QByteArray details = kDetails;
    details.replace("%TIME", time);
    details.replace("%SECONDS", QByteArray::number(pushed, 'f', 0));
    details.replace("%ROWS", QByteArray::number(402113 + 5000 * number + number % 5 * 3100));
    details.replace("%WAVE", QByteArray::number(500 + 400 * std::sin(number / 3.0), 'f', 2));
    details.replace("%NATIVE", nativeBuckets());
    m_gateway->answer("/api/v1/groups"_ba,
        R"({"revision":1,"epoch":"e","reset":true,"now":)" + QByteArray::number(now, 'f', 3)
            + R"(,"groups":[{"labels":{"job":"nightly_load","instance":"db-1"},"push_time":)"
            + QByteArray::number(pushed, 'f', 0)
            + R"(,"last_push_successful":true,"cadence_seconds":75,"families":5,"series":8}]})");
    m_gateway->hold("/api/v1/groups?since=1&wait=30s"_ba);
    m_gateway->answer("/api/v1/groups/job/nightly_load/instance/db-1"_ba, details);
}

/// With the pushes seen one after the other.
void TestDetailsScreenshots::open()
{
    push(0);
    Connection connection = *gui::connectionTo(m_gateway->url().toString());
    connection.name = u"prod-eu"_s;
    m_window->connectTo(connection);
    GatewayPage& page = *m_window->currentPage();
    QTRY_COMPARE(page.gateway().groups().rowCount(), 1);
    page.view().select(key());
    const auto seen = [&] {
        return int(page.gateway()
                       .history()
                       .of(key(), "rows_loaded_total", *core::Labels::from({{"table", "users"}}))
                       .size());
    };
    QTRY_COMPARE(seen(), 1);
    for (int number = 1; number <= kPushes; ++number) {
        push(number);
        page.gateway().refresh();
        QTRY_COMPARE(seen(), number + 1);
    }
}

void TestDetailsScreenshots::choose(int family, int series)
{
    auto* const tree = m_window->currentPage()->findChild<DetailsPanel*>()->findChild<QTreeView*>();
    const QModelIndex line = tree->model()->index(family, 0);
    tree->expand(line);
    tree->setCurrentIndex(series < 0 ? line : tree->model()->index(series, 0, line));
}

void TestDetailsScreenshots::kindsOfSeries()
{
    open();
    choose(Rows, 2);
    choose(Histogram, 0);
    tests::takePicture(*m_window, u"histogram"_s);
    choose(Native, -1);
    tests::takePicture(*m_window, u"native"_s);
    choose(Rpc, -1);
    tests::takePicture(*m_window, u"summary"_s);
    choose(Rows, 2);
    tests::takePicture(*m_window, u"history"_s);
    choose(Histogram, -1);
    tests::takePicture(*m_window, u"family"_s);
}

void TestDetailsScreenshots::narrow()
{
    open();
    m_window->resize(m_window->minimumSize());
    choose(Histogram, 0);
    tests::takePicture(*m_window, u"narrow-histogram"_s);
    choose(Rows, 2);
    tests::takePicture(*m_window, u"narrow-history"_s);
}

void TestDetailsScreenshots::copyMenus()
{
    open();
    choose(Rows, 2);
    auto* const tree = m_window->currentPage()->findChild<DetailsPanel*>()->findChild<QTreeView*>();
    emit tree->customContextMenuRequested(tree->visualRect(tree->currentIndex()).center());
    auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    tests::takePicture(*menu, u"copy-menu"_s);
    QMenu* const forms = menu->actions().back()->menu();
    forms->popup({});
    tests::takePicture(*forms, u"copy-forms"_s);
    forms->close();
    menu->close();
    const auto menus = m_window->menuBar()->actions();
    for (const int at : {0, 1}) {
        QMenu* const bar = menus[at]->menu();
        bar->popup({});
        tests::takePicture(*bar, at == 0 ? u"gateway-menu"_s : u"edit-menu"_s);
        bar->close();
    }
}

QTEST_MAIN(TestDetailsScreenshots)
#include "tst_details_screenshots.moc"

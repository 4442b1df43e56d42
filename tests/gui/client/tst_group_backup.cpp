// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/envelope.h"
#include "core/api/families_json.h"
#include "core/codec/percent.h"
#include "gui/client/gateway_answers.h"
#include "gui/client/group_backup.h"
#include "gui/client/group_path.h"
#include "tests/support/push_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestGroupBackup : public QObject {
    Q_OBJECT

private slots:
    void bringsBackWhatWasPushed_data();
    void bringsBackWhatWasPushed();
    void saysWhatTextCannotCarry();
};

namespace {

/// All that a gateway tells of what is stored.
QByteArray listing(const core::MetricStore& store)
{
    return core::successBody(core::renderFamiliesJson(*store.snapshot())).join();
}

/// The only group in it.
core::GroupDetails detailsIn(const core::MetricStore& store)
{
    const auto groups = readMetricsAnswer(listing(store));
    return groups && groups->size() == 1
        ? groups->front().details
        : core::GroupDetails{*core::GroupingKey::from(*core::Labels::from({{"job", "?"}})), {}};
}

} // namespace

void TestGroupBackup::bringsBackWhatWasPushed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing but push times") << "/job/a"_ba
                                            << ""_ba;
    QTest::newRow("plain numbers") << "/job/a/instance/b"_ba
                                   << "# HELP m Two\\nlines \\\\ \"q\".\n# TYPE m gauge\n"
                                      "m{x=\"1\"} NaN\nm{x=\"a\\\"b\\\\c\\nd\"} -1.5e-07\n"
                                      "n 3\n# TYPE c counter\nc 1e+06\n"_ba;
    QTest::newRow("summary")
        << "/job/a"_ba
        << "# TYPE s summary\ns{quantile=\"0.5\"} 1\ns{quantile=\"0.99\"} +Inf\n"
           "s_sum 3\ns_count 4\n"_ba;
    QTest::newRow("histogram") << "/job/a"_ba
                               << "# TYPE h histogram\nh_bucket{le=\"0.5\",x=\"y\"} 1\n"
                                  "h_bucket{le=\"+Inf\",x=\"y\"} 2\nh_sum{x=\"y\"} 1.5\n"
                                  "h_count{x=\"y\"} 2\n"_ba;
    QTest::newRow("names of any kind")
        << "/job/a"_ba
        << "# HELP \"größe.m\" h\n# TYPE \"größe.m\" gauge\n{\"größe.m\",\"x.y\"=\"z\"} 1\n"_ba;
    QTest::newRow("labels named as the group's") << "/job/a/b/c"_ba
                                                 << "m{b=\"other\",d=\"c\"} 1\n"_ba;
}

void TestGroupBackup::bringsBackWhatWasPushed()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, text);
    core::NoChangeSink sink;
    core::MetricStore store({}, sink);
    QVERIFY(tests::pushText(store, path, text));
    const GroupBackup backup = backupOf(detailsIn(store));
    QCOMPARE(backup.coverage, GroupBackup::Coverage::Whole);

    core::MetricStore restored({}, sink);
    const auto back = core::percentDecode(groupPath(backup.key));
    QVERIFY(back);
    QVERIFY2(tests::pushText(restored, *back, backup.body), backup.body.constData());
    QCOMPARE(listing(restored), listing(store));
}

void TestGroupBackup::saysWhatTextCannotCarry()
{
    core::GroupDetails details{*core::GroupingKey::from(*core::Labels::from({{"job", "a"}})), {}};
    details.families.push_back({"n", "HISTOGRAM", "", {{{}, core::NativeHistogramValue{}}}});
    details.families.push_back({"p", "GAUGE", "", {{{}, core::PlainValue{"1"}}}});
    const GroupBackup native = backupOf(details);
    QCOMPARE(native.coverage, GroupBackup::Coverage::Partial);
    QVERIFY(native.body.endsWith("# TYPE p gauge\np 1\n"_ba));
    core::NoChangeSink sink;
    core::MetricStore store({}, sink);
    QVERIFY(tests::pushText(store, "/job/a"_ba, native.body)); // what is left can be pushed
    details.families[0].type = "GAUGE_HISTOGRAM";
    QCOMPARE(backupOf(details).coverage, GroupBackup::Coverage::Partial);
}

QTEST_APPLESS_MAIN(TestGroupBackup)
#include "tst_group_backup.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/family_message.h"
#include "daemon/persist/family_decoder.h"
#include "tests/support/family_builder.h"
#include "tests/support/naive_store.h"

#include <QTest>

#include <set>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestFamilyDecoder : public QObject {
    Q_OBJECT

private slots:
    void putsEveryFamilyIntoItsGroup_data();
    void putsEveryFamilyIntoItsGroup();
    void tellsOfADamagedRow();

private:
    static QByteArray message(const QByteArray& name, int metrics)
    {
        tests::FamilyBuilder builder(name, core::MetricType::Gauge);
        for (int i = 0; i < metrics; ++i)
            builder.plain({{"instance", ""}, {"job", "a"}, {"x", QByteArray::number(i)}}, i);
        return core::familyMessage(builder.build());
    }

    const core::GroupingKey m_key = tests::groupingKey({{"job", "a"}});
    const core::GroupingLabels m_labels{m_key};
};

void TestFamilyDecoder::putsEveryFamilyIntoItsGroup_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("families");
    QTest::addColumn<int>("metrics");
    QTest::newRow("none") << 2 << 0 << 0;
    QTest::newRow("one") << 2 << 1 << 1;
    QTest::newRow("one batch") << 2 << 500 << 1;
    QTest::newRow("more batches than there is room for") << 2 << 200 << 1'000;
    QTest::newRow("one thread") << 1 << 50 << 1'000;
}

void TestFamilyDecoder::putsEveryFamilyIntoItsGroup()
{
    QFETCH(const int, threads);
    QFETCH(const int, families);
    QFETCH(const int, metrics);
    core::Group even{m_key, {}, {}, {}};
    core::Group odd{m_key, {}, {}, {}};
    FamilyDecoder decoder(threads);
    for (int i = 0; i < families; ++i) {
        decoder.add({static_cast<quint64>(i), core::TimePoint(std::chrono::seconds(i)),
            message("m" + QByteArray::number(i), metrics), i % 2 == 0 ? &even : &odd, &m_labels});
    }
    QVERIFY(decoder.finish());
    QCOMPARE(even.families.size() + odd.families.size(), static_cast<size_t>(families));
    std::set<quint64> seen;
    for (const core::Group* const group : {&even, &odd}) {
        for (const core::StoredFamily& family : group->families) {
            QVERIFY(seen.insert(family.order).second);
            QCOMPARE(family.order % 2 == 0, group == &even);
            QCOMPARE(family.family().name(), "m" + QByteArray::number(family.order));
            QCOMPARE(family.family().metricCount(), static_cast<size_t>(metrics));
            QVERIFY(family.pushedAt == core::TimePoint(std::chrono::seconds(family.order)));
        }
    }
}

void TestFamilyDecoder::tellsOfADamagedRow()
{
    core::Group group{m_key, {}, {}, {}};
    FamilyDecoder decoder(2);
    for (quint64 i = 0; i < 100; ++i)
        decoder.add({i, {}, i == 63 ? "\xff"_ba : message("m", 1'000), &group, &m_labels});
    const core::Status finished = decoder.finish();
    QVERIFY(!finished);
    QCOMPARE(finished.error().message,
        "family 63 is damaged: proto: cannot parse invalid wire-format data"_ba);
    QVERIFY(group.families.empty());
}

QTEST_GUILESS_MAIN(TestFamilyDecoder)
#include "tst_family_decoder.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/payload_table.h"

#include <QTest>

using namespace pushgate::core;

class TestPayloadTable : public QObject {
    Q_OBJECT

private slots:
    void givesBackEachKind();
    void readsOddMetrics();
    void lacksWhatWasNotGiven();
    void keepsTheCreationTimesOfCounters();
    void keepsEmptyPayloadsFlat();
    void copiesSomeRows();
    void makesAnyMetricCarryATimestamp_data();
    void makesAnyMetricCarryATimestamp();
};

void TestPayloadTable::givesBackEachKind()
{
    PayloadTable table;
    table.appendPlain(Payload::Gauge, -0.0);
    table.appendSummary(Summary{7, 1.5, {{0.5, 2.0}}, {}});
    table.appendHistogram(Histogram{3, {}, 2.5, {{1, {}, 0.1}}, nullptr});
    table.appendPlain(Payload::Untyped, 42);

    QCOMPARE(table.rowCount(), size_t(4));
    QVERIFY(std::signbit(*table.plain(0, Payload::Gauge)));
    QCOMPARE(*table.summary(1)->sampleCount, quint64(7));
    QCOMPARE(*table.histogram(2)->buckets.at(0).upperBound, 0.1);
    QCOMPARE(*table.plain(3, Payload::Untyped), 42.0);
    QVERIFY(!table.hasOdd());
}

void TestPayloadTable::readsOddMetrics()
{
    OddMetric metric;
    metric.gauge = OddMetric::Plain{1.0, {}, {}};
    metric.counter = OddMetric::Plain{{}, {}, {}};
    metric.histogram = Histogram{};
    metric.timestampMs = 0;
    PayloadTable table;
    table.appendPlain(Payload::Counter, 5);
    table.appendOdd(metric);

    QVERIFY(!table.odd(0));
    QCOMPARE(*table.plain(1, Payload::Gauge), 1.0);
    QVERIFY(table.has(1, Payload::Counter));
    QVERIFY(!table.plain(1, Payload::Counter));
    QVERIFY(table.histogram(1));
    QVERIFY(!table.summary(1));
    QCOMPARE(*table.odd(1)->timestampMs, qint64(0));
}

void TestPayloadTable::lacksWhatWasNotGiven()
{
    PayloadTable table;
    table.appendOdd({});
    table.appendPlain(Payload::Counter, 5);

    for (const Payload kind : {Payload::Gauge, Payload::Counter, Payload::Untyped}) {
        QVERIFY(!table.has(0, kind));
        QVERIFY(!table.plain(0, kind));
    }
    QVERIFY(!table.has(1, Payload::Gauge));
    QVERIFY(!table.histogram(1));
    QVERIFY(!table.summary(1));
}

void TestPayloadTable::keepsTheCreationTimesOfCounters()
{
    OddMetric odd;
    odd.counter = OddMetric::Plain{3.0, Exemplar{{}, 4.0, {}}, WireTime{5, {}}};
    PayloadTable table;
    table.appendCounter(1.0, WireTime{2, 3});
    table.appendPlain(Payload::Counter, 7);
    table.appendOdd(odd);
    table.appendPlain(Payload::Gauge, 8);

    QVERIFY(!table.odd(0));
    QVERIFY(table.has(0, Payload::Counter));
    QCOMPARE(*table.plain(0, Payload::Counter), 1.0);
    QCOMPARE(*table.counterCreated(0)->seconds, qint64(2));
    QCOMPARE(*table.counterCreated(0)->nanos, 3);
    QVERIFY(!table.counterExemplar(0));
    QVERIFY(!table.counterCreated(1));
    QCOMPARE(*table.counterCreated(2)->seconds, qint64(5));
    QCOMPARE(*table.counterExemplar(2)->value, 4.0);
    QVERIFY(!table.counterCreated(3) && !table.counterExemplar(3));
    table.setTimestamp(0, 9);
    QCOMPARE(*table.plain(0, Payload::Counter), 1.0);
    QCOMPARE(*table.counterCreated(0)->nanos, 3);
}

void TestPayloadTable::keepsEmptyPayloadsFlat()
{
    OddMetric empty;
    empty.gauge = OddMetric::Plain{};
    empty.counter = OddMetric::Plain{};
    OddMetric created = empty;
    created.counter->created = WireTime{};
    PayloadTable table;
    table.appendOdd(empty);
    table.appendOdd(created);

    QVERIFY(!table.odd(0));
    QVERIFY(table.has(0, Payload::Gauge) && table.has(0, Payload::Counter));
    QVERIFY(!table.has(0, Payload::Untyped));
    QVERIFY(!table.plain(0, Payload::Gauge) && !table.plain(0, Payload::Counter));
    QVERIFY(!table.counterCreated(0));
    QVERIFY(table.odd(1) && table.counterCreated(1));
    table.setTimestamp(0, 1);
    QVERIFY(table.odd(0)->gauge && !table.odd(0)->gauge->value && !table.odd(0)->untyped);
}

void TestPayloadTable::copiesSomeRows()
{
    OddMetric odd;
    odd.gauge = OddMetric::Plain{1.0, {}, {}};
    odd.timestampMs = 9;
    PayloadTable table;
    table.appendPlain(Payload::Gauge, 0.5);
    table.appendSummary(Summary{7, 1.5, {{0.5, 2.0}}, {}});
    table.appendSummary(Summary{8, 1.5, {}, {}});
    table.appendHistogram(Histogram{3, {}, 2.5, {{1, {}, 0.1}}, nullptr});
    table.appendCounter(1.0, WireTime{2, 3});
    table.appendOdd(odd);
    table.appendOdd({});

    const std::vector<quint32> rows{6, 5, 4, 3, 2, 0};
    const PayloadTable some = table.selected(rows);
    QCOMPARE(some.rowCount(), size_t(6));
    QVERIFY(!some.has(0, Payload::Gauge) && !some.has(0, Payload::Summary));
    QCOMPARE(*some.odd(1)->timestampMs, qint64(9));
    QCOMPARE(some.counterCreated(2)->seconds, table.counterCreated(4)->seconds);
    QCOMPARE(some.plain(2, Payload::Counter), 1.0);
    QCOMPARE(*some.histogram(3)->sampleCount, quint64(3));
    QCOMPARE(*some.summary(4)->sampleCount, quint64(8));
    QCOMPARE(some.plain(5, Payload::Gauge), 0.5);
    QCOMPARE(table.selected({}).rowCount(), size_t(0));
}

void TestPayloadTable::makesAnyMetricCarryATimestamp_data()
{
    QTest::addColumn<Payload>("kind");
    QTest::newRow("gauge") << Payload::Gauge;
    QTest::newRow("counter") << Payload::Counter;
    QTest::newRow("untyped") << Payload::Untyped;
    QTest::newRow("summary") << Payload::Summary;
    QTest::newRow("histogram") << Payload::Histogram;
}

void TestPayloadTable::makesAnyMetricCarryATimestamp()
{
    QFETCH(const Payload, kind);
    PayloadTable table;
    table.appendPlain(Payload::Gauge, 1);
    if (kind == Payload::Summary)
        table.appendSummary(Summary{7, {}, {}, {}});
    else if (kind == Payload::Histogram)
        table.appendHistogram(Histogram{7, {}, {}, {}, nullptr});
    else
        table.appendPlain(kind, 7);
    table.setTimestamp(1, 123);
    table.setTimestamp(1, -5);

    QVERIFY(!table.odd(0));
    QCOMPARE(*table.odd(1)->timestampMs, qint64(-5));
    for (const Payload other :
        {Payload::Gauge, Payload::Counter, Payload::Untyped, Payload::Summary, Payload::Histogram})
        QCOMPARE(table.has(1, other), other == kind);
    if (kind == Payload::Summary)
        QCOMPARE(*table.editSummary(1)->sampleCount, quint64(7));
    else if (kind == Payload::Histogram)
        QCOMPARE(*table.editHistogram(1)->sampleCount, quint64(7));
    else
        QCOMPARE(*table.plain(1, kind), 7.0);
}

QTEST_APPLESS_MAIN(TestPayloadTable)
#include "tst_payload_table.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/plain_metric.h"

#include <QTest>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kLabels = "\x0A\x06\x0A\x01"
                           "a"
                           "\x12\x01"
                           "b"
                           "\x0A\x04\x0A\x00\x12\x00"_ba;
const QByteArray kOne = "\x09\x00\x00\x00\x00\x00\x00\xF0\x3F"_ba;

} // namespace

class TestPlainMetric : public QObject {
    Q_OBJECT

private slots:
    void readsPlainOnes_data();
    void readsPlainOnes();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void leavesCutOnesAlone();
};

void TestPlainMetric::readsPlainOnes_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<int>("kind");
    QTest::newRow("gauge") << "\x12"_ba << int(Payload::Gauge);
    QTest::newRow("counter") << "\x1A"_ba << int(Payload::Counter);
    QTest::newRow("untyped") << "\x2A"_ba << int(Payload::Untyped);
}

void TestPlainMetric::readsPlainOnes()
{
    QFETCH(const QByteArray, tag);
    QFETCH(const int, kind);
    const QByteArray message = kLabels + tag + '\x09' + kOne;
    const auto metric = readPlainMetric(message);
    QVERIFY(metric);
    QCOMPARE(metric->labels.size(), size_t(2));
    QCOMPARE(metric->labels[0].name.toByteArray(), "a"_ba);
    QCOMPARE(metric->labels[0].value.toByteArray(), "b"_ba);
    QVERIFY(metric->labels[1].name.isEmpty() && metric->labels[1].value.isEmpty());
    QCOMPARE(int(metric->kind), kind);
    QCOMPARE(metric->value, 1.0);
}

void TestPlainMetric::leavesOthersAlone_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no number") << kLabels;
    QTest::newRow("an empty gauge") << kLabels + "\x12\x00"_ba;
    QTest::newRow("a summary") << kLabels + "\x22\x09" + kOne;
    QTest::newRow("two numbers") << kLabels + "\x12\x09" + kOne + "\x1A\x09" + kOne;
    QTest::newRow("a timestamp") << kLabels + "\x12\x09" + kOne + "\x30\x01";
    QTest::newRow("a counter with more") << kLabels + "\x1A\x0B" + kOne + "\x12\x00"_ba;
    QTest::newRow("a label without a value") << "\x0A\x03\x0A\x01"
                                                "a"
                                                "\x12\x09"
            + kOne;
    QTest::newRow("a label's value first") << "\x0A\x06\x12\x01"
                                              "b"
                                              "\x0A\x01"
                                              "a"
                                              "\x12\x09"
            + kOne;
    QTest::newRow("a label with more") << "\x0A\x08\x0A\x01"
                                          "a"
                                          "\x12\x01"
                                          "b"
                                          "\x18\x01"
                                          "\x12\x09"
            + kOne;
    QTest::newRow("a number first") << "\x12\x09" + kOne + kLabels;
    QTest::newRow("a long label") << "\x0A\x86\x01\x0A\x01"
                                     "a"
                                     "\x12\x80\x01"
            + QByteArray(128, 'v') + "\x12\x09" + kOne;
}

void TestPlainMetric::leavesOthersAlone()
{
    QFETCH(const QByteArray, message);
    QVERIFY(!readPlainMetric(message));
}

void TestPlainMetric::leavesCutOnesAlone()
{
    const QByteArray message = kLabels + "\x12\x09" + kOne;
    for (qsizetype size = 0; size < message.size(); ++size)
        QVERIFY(!readPlainMetric(QByteArrayView(message).first(size)));
}

QTEST_APPLESS_MAIN(TestPlainMetric)
#include "tst_plain_metric.moc"

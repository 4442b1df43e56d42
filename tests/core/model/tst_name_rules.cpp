// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/name_rules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestNameRules : public QObject {
    Q_OBJECT

private slots:
    void judgesNames_data();
    void judgesNames();
    void judgesEveryByte();
};

namespace {

enum Rule { LegacyMetric = 1, LegacyLabel = 2, Utf8 = 4 };

} // namespace

void TestNameRules::judgesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("accepted");
    QTest::newRow("empty") << ""_ba << 0;
    QTest::newRow("letters") << "abcXYZ"_ba << (LegacyMetric | LegacyLabel | Utf8);
    QTest::newRow("underscore") << "_"_ba << (LegacyMetric | LegacyLabel | Utf8);
    QTest::newRow("digits later") << "a019"_ba << (LegacyMetric | LegacyLabel | Utf8);
    QTest::newRow("digit first") << "1a"_ba << int(Utf8);
    QTest::newRow("colon") << "a:b"_ba << (LegacyMetric | Utf8);
    QTest::newRow("colon first") << ":"_ba << (LegacyMetric | Utf8);
    QTest::newRow("reserved prefix") << "__name__"_ba << (LegacyMetric | LegacyLabel | Utf8);
    QTest::newRow("dot") << "a.b"_ba << int(Utf8);
    QTest::newRow("blank") << " "_ba << int(Utf8);
    QTest::newRow("line feed at the end") << "a\n"_ba << int(Utf8);
    QTest::newRow("zero byte") << QByteArray("a\0", 2) << int(Utf8);
    QTest::newRow("letter beyond ASCII") << "\xc3\xa9"_ba << int(Utf8);
    QTest::newRow("invalid UTF-8") << "a\xff"_ba << 0;
}

void TestNameRules::judgesNames()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, accepted);

    QCOMPARE(isLegacyMetricName(name), bool(accepted & LegacyMetric));
    QCOMPARE(isLegacyLabelName(name), bool(accepted & LegacyLabel));
    QCOMPARE(isValidMetricName(name, NameScheme::Legacy), bool(accepted & LegacyMetric));
    QCOMPARE(isValidLabelName(name, NameScheme::Legacy), bool(accepted & LegacyLabel));
    QCOMPARE(isValidMetricName(name, NameScheme::Utf8), bool(accepted & Utf8));
    QCOMPARE(isValidLabelName(name, NameScheme::Utf8), bool(accepted & Utf8));
}

void TestNameRules::judgesEveryByte()
{
    const QByteArray letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"_ba;
    const QByteArray digits = "0123456789"_ba;
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const QByteArray first(1, c);
        const QByteArray second = "a" + first;
        QCOMPARE(isLegacyLabelName(first), letters.contains(c));
        QCOMPARE(isLegacyMetricName(first), letters.contains(c) || c == ':');
        QCOMPARE(isLegacyLabelName(second), letters.contains(c) || digits.contains(c));
        QCOMPARE(isLegacyMetricName(second), letters.contains(c) || digits.contains(c) || c == ':');
        QCOMPARE(isValidLabelName(second, NameScheme::Utf8), byte < 128);
    }
}

QTEST_APPLESS_MAIN(TestNameRules)
#include "tst_name_rules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/family_message.h"
#include "core/model/metric_text.h"
#include "core/parse/plain_family.h"
#include "tests/support/family_builder.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

std::shared_ptr<const Labels> shared()
{
    return std::make_shared<const Labels>(*Labels::from({{"instance", ""}, {"job", "j"}}));
}

QByteArray described(const MetricFamily& family)
{
    QByteArray text;
    appendFamilyText(text, family, ProtoText::Layout::OneLine);
    return text;
}

MetricFamily family(const std::vector<FamilyBuilder::Labels>& metrics)
{
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.help("");
    for (const FamilyBuilder::Labels& labels : metrics)
        builder.plain(labels, 1.5);
    return builder.build();
}

} // namespace

class TestPlainFamily : public QObject {
    Q_OBJECT

private slots:
    void readsPlainOnes_data();
    void readsPlainOnes();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void leavesCutOnesAlone();
};

void TestPlainFamily::readsPlainOnes_data()
{
    using Metrics = std::vector<FamilyBuilder::Labels>;
    QTest::addColumn<Metrics>("metrics");
    QTest::newRow("no metric") << Metrics{};
    QTest::newRow("no own label") << Metrics{{{"instance", ""}, {"job", "j"}}};
    QTest::newRow("own labels") << Metrics{{{"a", "1"}, {"instance", ""}, {"job", "j"}, {"z", ""}},
        {{"instance", ""}, {"j", "2"}, {"job", "j"}}};
}

void TestPlainFamily::readsPlainOnes()
{
    QFETCH(const std::vector<FamilyBuilder::Labels>, metrics);
    const MetricFamily written = family(metrics);
    const auto read = readPlainFamily(familyMessage(written), shared());
    QVERIFY(read);
    QCOMPARE(described(*read), described(written));
    QCOMPARE(read->help(), written.help());
}

void TestPlainFamily::leavesOthersAlone_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto message = [](const FamilyBuilder::Labels& labels) {
        return familyMessage(family({{{"instance", ""}, {"job", "j"}}, labels}));
    };
    QTest::newRow("a shared label is missing") << message({{"instance", ""}, {"x", "1"}});
    QTest::newRow("no label") << message({});
    QTest::newRow("another value") << message({{"instance", "i"}, {"job", "j"}});
    QTest::newRow("a label twice") << message({{"instance", ""}, {"job", "j"}, {"job", "j"}});
    QTest::newRow("no name") << familyMessage(FamilyBuilder("", MetricType::Gauge).build());
    QTest::newRow("an unknown type") << "\x0A\x01m\x18\x06"_ba;
    QTest::newRow("an unknown field") << "\x0A\x01m\x2A\x01x"_ba;
    QTest::newRow("a gauge histogram") << "\x0A\x01m\x18\x05"_ba;
    QTest::newRow("a histogram") << familyMessage(
        FamilyBuilder("m", MetricType::Histogram)
            .histogram({{"instance", ""}, {"job", "j"}}, {})
            .build());
}

void TestPlainFamily::leavesOthersAlone()
{
    QFETCH(const QByteArray, message);
    QVERIFY(!readPlainFamily(message, shared()));
}

void TestPlainFamily::leavesCutOnesAlone()
{
    const QByteArray message = familyMessage(family({{{"instance", ""}, {"job", "j"}}}));
    int readable = 0;
    for (qsizetype size = 0; size < message.size(); ++size)
        readable += readPlainFamily(QByteArrayView(message).first(size), shared()) ? 1 : 0;
    QCOMPARE(readable, 3); // after the name, the help and the type
}

QTEST_APPLESS_MAIN(TestPlainFamily)
#include "tst_plain_family.moc"

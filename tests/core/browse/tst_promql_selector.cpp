// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/promql_selector.h"
#include "core/parse/promql_string.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

Q_DECLARE_METATYPE(pushgate::core::FamilyRow)
Q_DECLARE_METATYPE(pushgate::core::Labels)

class TestPromqlSelector : public QObject {
    Q_OBJECT

private slots:
    void selectsAGroup();
    void selectsSeries_data();
    void selectsSeries();
    void valuesReadBack_data();
    void valuesReadBack();
};

namespace {

GroupingKey keyOf(std::vector<Label> labels)
{
    return *GroupingKey::from(*Labels::from(std::move(labels)));
}

} // namespace

void TestPromqlSelector::selectsAGroup()
{
    QCOMPARE(promqlSelector(keyOf({{"a", "1"}, {"job", "nightly"}, {"z.y", ""}})),
        "{job=\"nightly\",a=\"1\",\"z.y\"=\"\"}"_ba);
}

void TestPromqlSelector::selectsSeries_data()
{
    QTest::addColumn<FamilyRow>("family");
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<QByteArray>("selector");
    const SeriesRow plain{{}, PlainValue{"1"}};
    const Labels users = *Labels::from({{"table", "users"}});
    QTest::newRow("plain name") << FamilyRow{"rows_total", "COUNTER", "", {plain}} << users
                                << "rows_total{job=\"j\",table=\"users\"}"_ba;
    QTest::newRow("any name") << FamilyRow{"größe.m", "GAUGE", "", {plain}} << Labels()
                              << "{\"größe.m\",job=\"j\"}"_ba;
    QTest::newRow("histogram") << FamilyRow{"took", "HISTOGRAM", "", {{{}, HistogramValue{}}}}
                               << Labels() << "took_bucket{job=\"j\"}"_ba;
    QTest::newRow("native histogram")
        << FamilyRow{"took", "HISTOGRAM", "", {{{}, NativeHistogramValue{}}}} << Labels()
        << "took{job=\"j\"}"_ba;
    QTest::newRow("summary") << FamilyRow{"took", "SUMMARY", "", {{{}, SummaryValue{}}}} << Labels()
                             << "took{job=\"j\"}"_ba;
    QTest::newRow("the group's label wins")
        << FamilyRow{"m", "GAUGE", "", {plain}} << *Labels::from({{"job", "other"}})
        << "m{job=\"j\"}"_ba;
}

void TestPromqlSelector::selectsSeries()
{
    QFETCH(const FamilyRow, family);
    QFETCH(const Labels, labels);
    QFETCH(const QByteArray, selector);
    QCOMPARE(promqlSelector(keyOf({{"job", "j"}}), family, labels), selector);
}

void TestPromqlSelector::valuesReadBack_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("quotes and backslashes") << "a\"b\\c\\\"d\\n"_ba;
    QTest::newRow("line feed") << "a\nb"_ba;
    QTest::newRow("other controls") << "a\r\tb\x7f"_ba;
    QTest::newRow("beyond ASCII") << "größe 网关 😀"_ba;
}

void TestPromqlSelector::valuesReadBack()
{
    QFETCH(const QByteArray, value);
    const QByteArray selector = promqlSelector(keyOf({{"job", value}}));
    QVERIFY(selector.startsWith("{job="));
    const auto read = readPromqlString(QByteArrayView(selector).sliced(5));
    const auto* const string = std::get_if<PromqlString>(&read);
    QVERIFY(string != nullptr);
    QCOMPARE(string->value, value);
    QCOMPARE(QByteArrayView(selector).sliced(5 + string->length), QByteArrayView("}"));
}

QTEST_APPLESS_MAIN(TestPromqlSelector)
#include "tst_promql_selector.moc"

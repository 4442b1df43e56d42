// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway_answers.h"
#include "gui/text/copies.h"
#include "gui/text/translation.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestCopies : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void copiesAGroup_data();
    void copiesAGroup();
    void copiesSeveralGroups_data();
    void copiesSeveralGroups();
    void copiesAFamilyOrSeries_data();
    void copiesAFamilyOrSeries();
    void jsonReadsBack();
    void signsInAsTheProgramDoes();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
};

namespace {

core::GroupDetailsPtr group(const QByteArray& job)
{
    using namespace core;
    return std::make_shared<const GroupDetails>(
        GroupDetails{*GroupingKey::from(*Labels::from({{"job", job}})),
            {{"push_time_seconds", "GAUGE", "", {{{}, PlainValue{"5"}}}},
                {"rows", "COUNTER", "Rows.",
                    {{*Labels::from({{"t", "a"}}), PlainValue{"1"}},
                        {*Labels::from({{"t", "b'$x"}}), PlainValue{"2"}}}}}});
}

const core::FamilyRow& rows(const core::GroupDetailsPtr& details)
{
    return details->families[1];
}

Connection connection()
{
    return *gui::connectionTo(u"http://gw:9091/pre"_s);
}

} // namespace

void TestCopies::copiesAGroup_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << CopyForm::Text
                          << u"# HELP rows Rows.\n# TYPE rows counter\nrows{t=\"a\"} 1\n"
                             "rows{t=\"b'$x\"} 2\n"_s;
    QTest::newRow("curl")
        << CopyForm::Curl
        << u"curl -X PUT --data-binary @- 'http://gw:9091/pre/metrics/job/x' <<'METRICS'\n"
           "# HELP rows Rows.\n# TYPE rows counter\nrows{t=\"a\"} 1\nrows{t=\"b'$x\"} 2\n"
           "METRICS\n"_s;
    QTest::newRow("selector") << CopyForm::Selector << u"{job=\"x\"}"_s;
}

void TestCopies::copiesAGroup()
{
    QFETCH(const CopyForm, form);
    QFETCH(const QString, text);
    QCOMPARE(copyOf({group("x")}, form, connection()).text, text);
}

void TestCopies::copiesSeveralGroups_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("text") << CopyForm::Text
                          << QStringList{u"rows{instance=\"\",job=\"x\",t=\"a\"} 1\n"_s,
                                 u"rows{instance=\"\",job=\"y\",t=\"a\"} 1\n"_s,
                                 u"push_time_seconds{instance=\"\",job=\"y\"} 5\n"_s};
    QTest::newRow("curl") << CopyForm::Curl
                          << QStringList{u"metrics/job/x' <<"_s, u"metrics/job/y' <<"_s};
    QTest::newRow("JSON") << CopyForm::Json
                          << QStringList{u"\"job\": \"x\""_s, u"\"job\": \"y\""_s};
    QTest::newRow("selector") << CopyForm::Selector << QStringList{u"{job=\"x\"}\n{job=\"y\"}"_s};
}

void TestCopies::copiesSeveralGroups()
{
    QFETCH(const CopyForm, form);
    QFETCH(const QStringList, parts);
    const QString text = copyOf({group("x"), group("y")}, form, connection()).text;
    for (const QString& part : parts)
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestCopies::copiesAFamilyOrSeries_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<bool>("wholeFamily");
    QTest::addColumn<QString>("text");
    QTest::newRow("series as text")
        << CopyForm::Text << false
        << u"# HELP rows Rows.\n# TYPE rows counter\nrows{t=\"a\"} 1\n"_s;
    QTest::newRow("series as curl")
        << CopyForm::Curl << false
        << u"curl --data-binary @- 'http://gw:9091/pre/metrics/job/x' <<'METRICS'\n"
           "# HELP rows Rows.\n# TYPE rows counter\nrows{t=\"a\"} 1\nMETRICS\n"_s;
    QTest::newRow("series as selector")
        << CopyForm::Selector << false << u"rows{job=\"x\",t=\"a\"}"_s;
    QTest::newRow("family as selector") << CopyForm::Selector << true << u"rows{job=\"x\"}"_s;
    QTest::newRow("family as text")
        << CopyForm::Text << true
        << u"# HELP rows Rows.\n# TYPE rows counter\nrows{t=\"a\"} 1\nrows{t=\"b'$x\"} 2\n"_s;
}

void TestCopies::copiesAFamilyOrSeries()
{
    QFETCH(const CopyForm, form);
    QFETCH(const bool, wholeFamily);
    QFETCH(const QString, text);
    const auto details = group("x");
    const core::SeriesRow* const series = wholeFamily ? nullptr : &rows(details).series.front();
    QCOMPARE(copyOf(details->key, rows(details), series, form, connection()).text, text);
}

void TestCopies::jsonReadsBack()
{
    const auto details = group("x");
    const QByteArray json = copyOf({details}, CopyForm::Json, connection()).text.toUtf8();
    const auto read = readGroupAnswer(R"({"status":"success","data":)" + json + '}');
    QVERIFY(read);
    QCOMPARE(*read, *details);
}

void TestCopies::signsInAsTheProgramDoes()
{
    Connection secured = connection();
    secured.credentials = {Credentials::Kind::Basic, u"jo"_s, u"secret"_s};
    const QString text = copyOf({group("x")}, CopyForm::Curl, secured).text;
    QVERIFY2(text.startsWith(u"curl -u 'jo' -X PUT"_s), qPrintable(text));
    QVERIFY(!text.contains(u"secret"_s));
}

void TestCopies::saysWhatIsMissing_data()
{
    const QString left
        = u" Comments say what the text format cannot hold, such as native histograms."_s;
    QTest::addColumn<int>("family");
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << 0 << CopyForm::Text << u"Copied."_s;
    QTest::newRow("one of several")
        << 1 << CopyForm::Curl
        << u"Copied. Pushing one series replaces all series of its family in the group."_s;
    QTest::newRow("one of several, to be read") << 1 << CopyForm::Text << u"Copied."_s;
    QTest::newRow("native as text") << 2 << CopyForm::Text << u"Copied."_s + left;
    QTest::newRow("native as curl") << 2 << CopyForm::Curl << u"Copied."_s + left;
    QTest::newRow("native as JSON") << 2 << CopyForm::Json << u"Copied."_s;
}

void TestCopies::saysWhatIsMissing()
{
    QFETCH(const int, family);
    QFETCH(const CopyForm, form);
    QFETCH(const QString, text);
    const auto details = group("x");
    const core::FamilyRow native{"n", "HISTOGRAM", "", {{{}, core::NativeHistogramValue{}}}};
    const core::FamilyRow& chosen = family == 2 ? native : details->families[size_t(family)];
    const Copy copy = copyOf(details->key, chosen, &chosen.series.front(), form, connection());
    QCOMPARE(copiedText(copy), text);
}

QTEST_MAIN(TestCopies)
#include "tst_copies.moc"

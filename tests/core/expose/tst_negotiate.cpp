// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/negotiate.h"

#include <QTest>

#include <random>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kProtobuf
    = "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding="_ba;

/// What Prometheus 3 sends.
const QByteArray kPrometheus
    = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
      "application/openmetrics-text;version=0.0.1;q=0.4,"
      "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,"
      "*/*;q=0.1"_ba;

} // namespace

class TestNegotiate : public QObject {
    Q_OBJECT

private slots:
    void picksTheSyntax_data();
    void picksTheSyntax();
    void picksTheEscaping_data();
    void picksTheEscaping();
    void triesClausesInOrder_data();
    void triesClausesInOrder();
    void namesTheContentType_data();
    void namesTheContentType();
    void picksTheCoding_data();
    void picksTheCoding();
    void readsSeveralCodingLines();
    void takesManyClauses();
    void takesAnyBytes();
};

void TestNegotiate::picksTheSyntax_data()
{
    using Syntax = ExpositionSyntax;
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<Syntax>("syntax");
    QTest::newRow("none") << ""_ba << Syntax::Text;
    QTest::newRow("any") << "*/*"_ba << Syntax::Text;
    QTest::newRow("HTML") << "text/html"_ba << Syntax::Text;
    QTest::newRow("any text") << "text/*"_ba << Syntax::Text;
    QTest::newRow("another charset") << "text/plain;charset=iso-8859-1"_ba << Syntax::Text;
    QTest::newRow("a browser")
        << "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"_ba
        << Syntax::Text;
    QTest::newRow("JSON") << "application/json"_ba << Syntax::Text;
    QTest::newRow("text of another version") << "text/plain;version=0.0.5"_ba << Syntax::Text;
    QTest::newRow("OpenMetrics") << "application/openmetrics-text;version=1.0.0"_ba << Syntax::Text;
    QTest::newRow("Prometheus") << kPrometheus << Syntax::Text;
    QTest::newRow("delimited") << kProtobuf + "delimited" << Syntax::Delimited;
    QTest::newRow("protobuf text") << kProtobuf + "text" << Syntax::ProtobufText;
    QTest::newRow("compact text") << kProtobuf + "compact-text" << Syntax::CompactText;
    QTest::newRow("unknown encoding") << kProtobuf + "zip" << Syntax::Text;
    QTest::newRow("no encoding") << "application/vnd.google.protobuf;"
                                    "proto=io.prometheus.client.MetricFamily"_ba
                                 << Syntax::Text;
    QTest::newRow("other message")
        << "application/vnd.google.protobuf;proto=x;encoding=delimited"_ba << Syntax::Text;
    QTest::newRow("blanks around all")
        << " application / vnd.google.protobuf ; proto = io.prometheus.client.MetricFamily ;"
           " encoding = delimited "_ba
        << Syntax::Delimited;
    QTest::newRow("tab is no blank") << kProtobuf + "\tdelimited" << Syntax::Text;
    QTest::newRow("case counts") << kProtobuf.toUpper() + "DELIMITED" << Syntax::Text;
    QTest::newRow("quotes count") << kProtobuf + "\"delimited\"" << Syntax::Text;
    QTest::newRow("protobuf of any version")
        << kProtobuf + "delimited;version=3" << Syntax::Delimited;
    QTest::newRow("last parameter wins")
        << kProtobuf + "text;encoding=delimited" << Syntax::Delimited;
    QTest::newRow("q=0 does not exclude") << kProtobuf + "delimited;q=0" << Syntax::Delimited;
}

void TestNegotiate::picksTheSyntax()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const ExpositionSyntax, syntax);
    QCOMPARE(negotiateFormat(accept).syntax, syntax);
}

void TestNegotiate::picksTheEscaping_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<Escaping>("escaping");
    const auto row = [](const char* name, const QByteArray& accept, Escaping escaping) {
        QTest::newRow(name) << accept << escaping;
    };
    row("none", "", Escaping::Underscores);
    row("underscores", "text/plain;escaping=underscores", Escaping::Underscores);
    row("values", "text/plain;version=0.0.4;escaping=values", Escaping::Values);
    row("dots", "text/plain;escaping=dots", Escaping::Dots);
    row("UTF-8", "text/plain;escaping=allow-utf-8", Escaping::AllowUtf8);
    row("unknown", "text/plain;escaping=bogus", Escaping::Underscores);
    row("unknown after a known one", "text/plain;escaping=dots;escaping=bogus",
        Escaping::Underscores);
    row("from a clause that fits nothing", "foo/bar;escaping=dots", Escaping::Dots);
    row("from a clause before the match", "foo/bar;escaping=dots, text/plain", Escaping::Dots);
    row("not from a clause after the match", "text/plain, foo/bar;escaping=dots",
        Escaping::Underscores);
    row("the last one before the match", "a/b;escaping=dots,c/d;escaping=values,text/plain",
        Escaping::Values);
    row("unknown does not undo", "a/b;escaping=dots,c/d;escaping=bogus", Escaping::Dots);
    row("Prometheus", kPrometheus, Escaping::AllowUtf8);
    row("blanks", "text/plain ; escaping = values ", Escaping::Values);
    row("tab before the name", "text/plain;\tescaping=values", Escaping::Underscores);
    row("tab before the value", "text/plain;escaping=\tvalues", Escaping::Underscores);
    row("quoted", "text/plain;escaping=\"values\"", Escaping::Underscores);
    row("case of the name", "text/plain;Escaping=dots", Escaping::Underscores);
    row("case of the type", "TEXT/plain;escaping=dots", Escaping::Dots);
    row("empty second value", "text/plain;escaping=values=", Escaping::Values);
    row("empty first value", "text/plain;escaping==values", Escaping::Underscores);
    row("parameter without a value", "text/plain;escaping=dots;x", Escaping::Dots);
    row("two slashes", "text/plain/x;escaping=values, text/plain", Escaping::Underscores);
    row("no slash", "text;escaping=values", Escaping::Underscores);
    row("star alone", "*;escaping=values", Escaping::Values);
    row("star and slash", "*/;escaping=values", Escaping::Values);
    row("no subtype", "text/;escaping=values", Escaping::Underscores);
    row("empty clauses", ",,text/plain;escaping=dots,", Escaping::Dots);
}

void TestNegotiate::picksTheEscaping()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const Escaping, escaping);
    QCOMPARE(negotiateFormat(accept).escaping, escaping);
}

void TestNegotiate::triesClausesInOrder_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<ExpositionFormat>("format");
    const QByteArray delimited = kProtobuf + "delimited";
    const ExpositionFormat protobuf{ExpositionSyntax::Delimited, Escaping::Underscores};
    const ExpositionFormat text;
    QTest::newRow("first of equals") << delimited + ",text/plain" << protobuf;
    QTest::newRow("text first of equals") << "text/plain," + delimited << text;
    QTest::newRow("higher quality") << delimited + ";q=0.1,text/plain;q=0.9" << text;
    QTest::newRow("default quality is 1") << delimited + ";q=0.9,text/plain" << text;
    QTest::newRow("malformed quality is 0")
        << "text/plain;q= 0.5," + delimited + ";q=0.1" << protobuf;
    QTest::newRow("not a number is 0") << "text/plain;q=nan," + delimited + ";q=0.1" << protobuf;
    QTest::newRow("huge quality") << "text/plain;q=1e99," + delimited << text;
    // Recorded from the reference, whose comparison puts types before `*` of higher quality.
    QTest::newRow("any between") << "text/plain;q=0.3,*/*;q=0.9," + delimited + ";q=0.5"
                                 << protobuf;
    QTest::newRow("any first") << "*/*;q=0.9,text/plain;q=0.3," + delimited + ";q=0.5" << protobuf;
    QTest::newRow("any first with escaping")
        << "*/*;escaping=values;q=0.9,text/plain;q=0.5"_ba << text;
    QTest::newRow("any last with escaping")
        << "*/*;escaping=dots;q=0.1,text/html;escaping=values"_ba
        << ExpositionFormat{ExpositionSyntax::Text, Escaping::Dots};
}

void TestNegotiate::triesClausesInOrder()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const ExpositionFormat, format);
    QCOMPARE(negotiateFormat(accept), format);
}

void TestNegotiate::namesTheContentType_data()
{
    QTest::addColumn<ExpositionFormat>("format");
    QTest::addColumn<QByteArray>("type");
    const QByteArray protobuf
        = "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding="_ba;
    QTest::newRow("text") << ExpositionFormat{}
                          << "text/plain; version=0.0.4; charset=utf-8; escaping=underscores"_ba;
    QTest::newRow("delimited") << ExpositionFormat{ExpositionSyntax::Delimited, Escaping::AllowUtf8}
                               << protobuf + "delimited; escaping=allow-utf-8";
    QTest::newRow("protobuf text") << ExpositionFormat{ExpositionSyntax::ProtobufText,
        Escaping::Dots} << protobuf + "text; escaping=dots";
    QTest::newRow("compact") << ExpositionFormat{ExpositionSyntax::CompactText, Escaping::Values}
                             << protobuf + "compact-text; escaping=values";
}

void TestNegotiate::namesTheContentType()
{
    QFETCH(const ExpositionFormat, format);
    QFETCH(const QByteArray, type);
    QCOMPARE(contentType(format), type);
}

void TestNegotiate::picksTheCoding_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ContentCoding>("coding");
    const auto identity = [](const char* line) {
        QTest::newRow(*line ? line : "none") << QByteArray(line) << ContentCoding::Identity;
    };
    const auto gzip = [](const char* line) {
        QTest::newRow(*line ? line : "none") << QByteArray(line) << ContentCoding::Gzip;
    };
    gzip("gzip");
    gzip("gzip, deflate, br");
    gzip("identity;q=0.5, gzip");
    gzip("zstd, gzip");
    gzip("gzip;q=0.001");
    gzip("gzip ;\tq=1.0");
    gzip("gzip;q=0.5, *;q=0.4");
    gzip("identity;q=0, gzip;q=0.1");
    gzip("gzip x, identity"); // the line ends at what is no comma
    gzip("gzip;q=0.5x, identity");
    gzip("gzip;q=1, identity;q=0.999");
    identity("");
    identity("identity");
    identity("gzip, identity");
    identity("gzip;q=0.5, identity");
    identity("*");
    identity("gzip;q=0");
    identity("gzip;q=0.000");
    identity("identity;q=0");
    identity("*;q=0");
    identity("GZIP");
    identity("x-gzip");
    identity("zstd");
    identity("gzip;q=2");
    identity("gzip;q=");
    identity("gzip;q=.5");
    identity("gzip;q=-1");
    identity("gzip;x=1");
    identity("gzip; q =1");
    identity(", gzip");
    identity("gzip;x, gzip");
    identity("gzip;q=0.5, *");
}

void TestNegotiate::picksTheCoding()
{
    QFETCH(const QByteArray, line);
    QFETCH(const ContentCoding, coding);
    const std::vector<QByteArrayView> lines{line};
    QCOMPARE(negotiateCoding(lines), coding);
}

void TestNegotiate::readsSeveralCodingLines()
{
    const std::vector<QByteArrayView> malformedFirst{"gzip;x", "gzip"};
    QCOMPARE(negotiateCoding(malformedFirst), ContentCoding::Gzip);
    const std::vector<QByteArrayView> both{"gzip;q=0.5", "identity;q=0.6"};
    QCOMPARE(negotiateCoding(both), ContentCoding::Identity);
    QCOMPARE(negotiateCoding({}), ContentCoding::Identity);
}

void TestNegotiate::takesManyClauses()
{
    QByteArray accept;
    for (int i = 0; i < 100'000; ++i)
        accept += "*/*;q=nan,a/b;q=0.5,";
    QCOMPARE(negotiateFormat(accept + kProtobuf + "delimited;q=0.6,text/plain;q=0.4").syntax,
        ExpositionSyntax::Delimited);
}

void TestNegotiate::takesAnyBytes()
{
    const QByteArrayList pieces{"text/plain", "text/*", "*/*", "*", "/", ",", ";", "=", " ", "\t",
        "q=", "0.5", "1", ".", "nan", "-1e999", "version=0.0.4", "escaping=", "values", "dots",
        kProtobuf, "delimited", "gzip", "identity", "\xFF", QByteArray(1, '\0')};
    std::mt19937 random(23);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray header;
        for (auto i = random() % 25; i > 0; --i)
            header += pieces[qsizetype(random() % quint32(pieces.size()))];
        const ExpositionFormat format = negotiateFormat(header);
        // Blanks around clauses and parameters never count.
        QByteArray spaced = header;
        spaced.replace(",", " , ").replace(";", " ; ");
        if (!header.contains("q="))
            QCOMPARE(negotiateFormat(' ' + spaced + ' '), format);
        // Neither does a clause that says nothing, behind all others.
        if (!header.contains('*'))
            QCOMPARE(negotiateFormat(header + ",image/png;q=-inf"), format);
        const std::vector<QByteArrayView> lines{header, header};
        if (negotiateCoding(lines) == ContentCoding::Gzip)
            QVERIFY(header.contains("gzip"));
    }
}

QTEST_APPLESS_MAIN(TestNegotiate)
#include "tst_negotiate.moc"

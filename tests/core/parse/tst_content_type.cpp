// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/content_type.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestContentType : public QObject {
    Q_OBJECT

private slots:
    void recognisesProtobuf_data();
    void recognisesProtobuf();
    void takesEverythingElseForText_data();
    void takesEverythingElseForText();
};

namespace {

const QByteArray kProtobuf = "application/vnd.google.protobuf"_ba;
const QByteArray kBoth = "; proto=io.prometheus.client.MetricFamily; encoding=delimited"_ba;

} // namespace

void TestContentType::recognisesProtobuf_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::newRow("as clients send it") << kProtobuf + kBoth;
    QTest::newRow("other order, no blanks")
        << kProtobuf + ";encoding=delimited;proto=io.prometheus.client.MetricFamily";
    QTest::newRow("names in capitals")
        << "Application/VND.google.PROTOBUF; Proto=io.prometheus.client.MetricFamily; ENCODING=delimited"_ba;
    QTest::newRow("quoted") << kProtobuf
            + R"(; proto="io.prometheus.client.MetricFamily"; encoding="delimited")";
    QTest::newRow("quoted with escapes that mean nothing") << kProtobuf + kBoth + R"(; x="a\b\"c")";
    QTest::newRow("blanks everywhere") << " " + kProtobuf
            + "\t ;\tproto = io.prometheus.client.MetricFamily ; encoding\t=\tdelimited ";
    QTest::newRow("more parameters") << kProtobuf + kBoth + "; escaping=values; charset=utf-8";
    QTest::newRow("empty quoted parameter") << kProtobuf + kBoth + R"(; x="")";
    QTest::newRow("equal duplicates") << kProtobuf + kBoth + R"(; encoding="delimited")";
    QTest::newRow("semicolon at the end") << kProtobuf + kBoth + "; ";
    QTest::newRow("semicolon in quotes") << kProtobuf + kBoth + R"(; x="; encoding=text")";
}

void TestContentType::recognisesProtobuf()
{
    QFETCH(const QByteArray, contentType);
    QCOMPARE(bodyFormatOf(contentType), BodyFormat::DelimitedProtobuf);
}

void TestContentType::takesEverythingElseForText_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::newRow("none") << ""_ba;
    QTest::newRow("text") << "text/plain; version=0.0.4"_ba;
    QTest::newRow("JSON") << "application/json"_ba;
    QTest::newRow("OpenMetrics") << "application/openmetrics-text; version=1.0.0"_ba;
    QTest::newRow("no parameters") << kProtobuf;
    QTest::newRow("no encoding") << kProtobuf + "; proto=io.prometheus.client.MetricFamily";
    QTest::newRow("no proto") << kProtobuf + "; encoding=delimited";
    QTest::newRow("other encoding")
        << kProtobuf + "; proto=io.prometheus.client.MetricFamily; encoding=text";
    QTest::newRow("value in capitals")
        << kProtobuf + "; proto=io.prometheus.client.MetricFamily; encoding=Delimited";
    QTest::newRow("other message")
        << kProtobuf + "; proto=io.prometheus.client.Metric; encoding=delimited";
    QTest::newRow("parameters of another type") << "application/x-protobuf" + kBoth;
    QTest::newRow("contradicting duplicate") << kProtobuf + kBoth + "; encoding=text";
    QTest::newRow("any contradicting duplicate") << kProtobuf + kBoth + "; x=1; X=2";
    QTest::newRow("parameter without value") << kProtobuf + kBoth + "; x";
    QTest::newRow("parameter with empty value") << kProtobuf + kBoth + "; x=";
    QTest::newRow("empty parameter") << kProtobuf + ";" + kBoth;
    QTest::newRow("comma instead of semicolon") << kProtobuf + kBoth + ", x=1";
    QTest::newRow("quote not closed") << kProtobuf + kBoth + R"(; x="1)";
    QTest::newRow("line end in quotes") << kProtobuf + kBoth + "; x=\"1\n\"";
    QTest::newRow("something after the quotes") << kProtobuf + kBoth + R"(; x="1"2)";
    QTest::newRow("two slashes") << "application/vnd.google.protobuf/x" + kBoth;
    QTest::newRow("blank inside the type") << "application/vnd.google.protobuf x" + kBoth;
    QTest::newRow("no subtype") << "application/" + kBoth;
    QTest::newRow("no type") << "/vnd.google.protobuf" + kBoth;
    QTest::newRow("only parameters") << kBoth;
    QTest::newRow("beyond ASCII") << kProtobuf + kBoth + "; x=\xc3\xa9";
}

void TestContentType::takesEverythingElseForText()
{
    QFETCH(const QByteArray, contentType);
    QCOMPARE(bodyFormatOf(contentType), BodyFormat::Text);
}

QTEST_APPLESS_MAIN(TestContentType)
#include "tst_content_type.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/push_path.h"
#include "tests/support/push_path_model.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using pushgate::tests::PushPathModel;

class TestPushPath : public QObject {
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void doesNotSplitOtherPaths_data();
    void doesNotSplitOtherPaths();
    void parses_data();
    void parses();
    void parsesUtf8Names_data();
    void parsesUtf8Names();
    void refuses_data();
    void refuses();
    void refusesUtf8Names_data();
    void refusesUtf8Names();
    void refusesValuesThatAreNotUtf8_data();
    void refusesValuesThatAreNotUtf8();
    void agreesWithTheModel_data();
    void agreesWithTheModel();
};

namespace {

/// `name=value,name=value`, or `error: message`.
QByteArray shown(const Result<GroupingKey>& key)
{
    if (!key)
        return "error: " + key.error().message;
    QByteArray text;
    for (const Label& label : key->labels())
        text += (text.isEmpty() ? "" : ",") + label.name + '=' + label.value;
    return text;
}

Result<GroupingKey> parsePlain(QByteArrayView job, QByteArrayView labels, NameScheme names)
{
    return parsePushPath({job, JobEncoding::Plain, labels}, names);
}

} // namespace

void TestPushPath::splits_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<JobEncoding>("encoding");
    QTest::addColumn<QByteArray>("labels");
    QTest::newRow("job") << "/job/a"_ba
                         << "a"_ba << JobEncoding::Plain << ""_ba;
    QTest::newRow("slash at the end") << "/job/a/"_ba
                                      << "a"_ba << JobEncoding::Plain << "/"_ba;
    QTest::newRow("labels") << "/job/a/x/1"_ba
                            << "a"_ba << JobEncoding::Plain << "/x/1"_ba;
    QTest::newRow("empty components") << "/job/a//"_ba
                                      << "a"_ba << JobEncoding::Plain << "//"_ba;
    QTest::newRow("base64") << "/job@base64/YQ/x/1"_ba
                            << "YQ"_ba << JobEncoding::Base64 << "/x/1"_ba;
    QTest::newRow("job named job") << "/job/job/job/job"_ba
                                   << "job"_ba << JobEncoding::Plain << "/job/job"_ba;
}

void TestPushPath::splits()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, job);
    QFETCH(const JobEncoding, encoding);
    QFETCH(const QByteArray, labels);

    const auto parts = splitPushPath(path);
    QVERIFY(parts.has_value());
    QCOMPARE(parts->job, QByteArrayView(job));
    QCOMPARE(parts->jobEncoding, encoding);
    QCOMPARE(parts->labels, QByteArrayView(labels));
}

void TestPushPath::doesNotSplitOtherPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const QByteArray& path :
        {""_ba, "/"_ba, "job/a"_ba, "/job"_ba, "/job/"_ba, "/job//a"_ba, "/jobs/a"_ba, "/JOB/a"_ba,
            "/job@base64"_ba, "/job@base64/"_ba, "/job@base32/a"_ba, "/instance/a"_ba})
        QTest::addRow("<%s>", path.constData()) << path;
}

void TestPushPath::doesNotSplitOtherPaths()
{
    QFETCH(const QByteArray, path);
    QVERIFY(!splitPushPath(path));
}

void TestPushPath::parses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("job") << "/job/a"_ba
                         << "job=a"_ba;
    QTest::newRow("slash at the end") << "/job/a/"_ba
                                      << "job=a"_ba;
    QTest::newRow("one label") << "/job/a/x/1"_ba
                               << "job=a,x=1"_ba;
    QTest::newRow("empty value") << "/job/a/x/"_ba
                                 << "job=a,x="_ba;
    QTest::newRow("empty value inside") << "/job/a/x//y/2"_ba
                                        << "job=a,x=,y=2"_ba;
    QTest::newRow("sorted") << "/job/b/z/1/a/2"_ba
                            << "a=2,job=b,z=1"_ba;
    QTest::newRow("last of a name wins") << "/job/a/x/1/x/2"_ba
                                         << "job=a,x=2"_ba;
    QTest::newRow("job among the labels") << "/job/a/job/b"_ba
                                          << "job=a"_ba;
    QTest::newRow("base64 job") << "/job@base64/YS9i"_ba
                                << "job=a/b"_ba;
    QTest::newRow("base64 value") << "/job/a/x@base64/L3Zhcg=="_ba
                                  << "job=a,x=/var"_ba;
    QTest::newRow("empty base64 value") << "/job/a/x@base64/="_ba
                                        << "job=a,x="_ba;
    QTest::newRow("base64 job as a label") << "/job/a/job@base64/Yg"_ba
                                           << "job=a"_ba;
    QTest::newRow("instance") << "/job/a/instance/h:9100"_ba
                              << "instance=h:9100,job=a"_ba;
    QTest::newRow("values are any text") << "/job/\xc3\xa9 +;/x/%2F@base64"_ba
                                         << "job=\xc3\xa9 +;,x=%2F@base64"_ba;
    QTest::newRow("U__ means nothing") << "/job/a/U__x_2e_y/1"_ba
                                       << "U__x_2e_y=1,job=a"_ba;
    QTest::newRow("bad value, then a good one") << "/job/a/x/\xff/x/1"_ba
                                                << "job=a,x=1"_ba;
}

void TestPushPath::parses()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, expected);

    const auto parts = splitPushPath(path);
    QVERIFY(parts.has_value());
    QCOMPARE(shown(parsePushPath(*parts, NameScheme::Legacy)), expected);
}

void TestPushPath::parsesUtf8Names_data()
{
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << "/x/1"_ba
                           << "job=a,x=1"_ba;
    QTest::newRow("any characters") << "/a b/1/\xc3\xa9/2"_ba
                                    << "a b=1,job=a,\xc3\xa9=2"_ba;
    QTest::newRow("escaped") << "/U__x_2e_y/1"_ba
                             << "job=a,x.y=1"_ba;
    QTest::newRow("escaped with base64") << "/U__x_2F_y@base64/Yg"_ba
                                         << "job=a,x/y=b"_ba;
    QTest::newRow("badly escaped") << "/U__x_2e/1"_ba
                                   << "U__x_2e=1,job=a"_ba;
    QTest::newRow("escaped and plain are one") << "/U__x/1/x/2"_ba
                                               << "job=a,x=2"_ba;
    QTest::newRow("escaped job") << "/U__job/b"_ba
                                 << "job=a"_ba;
    QTest::newRow("reserved once unescaped") << "/U______y/1"_ba
                                             << "__y=1,job=a"_ba;
    QTest::newRow("suffix twice") << "/x@base64@base64/Yg"_ba
                                  << "job=a,x@base64=b"_ba;
}

void TestPushPath::parsesUtf8Names()
{
    QFETCH(const QByteArray, labels);
    QFETCH(const QByteArray, expected);
    QCOMPARE(shown(parsePlain("a", labels, NameScheme::Utf8)), expected);
}

namespace {

void addBase64Rows()
{
    QTest::newRow("bad value")
        << "/job/a/x@base64/Y+=="_ba
        << R"(invalid base64 encoding for label x="Y+==": illegal base64 data at input byte 1)"_ba;
    QTest::newRow("first fault in order")
        << "/job/a/x@base64/!/1/1"_ba
        << R"(invalid base64 encoding for label x="!": illegal base64 data at input byte 0)"_ba;
    QTest::newRow("bad job")
        << "/job@base64/YWJj!/1"_ba
        << R"(invalid base64 encoding in job name "abc": illegal base64 data at input byte 4)"_ba;
    QTest::newRow("bad job, bytes")
        << "/job@base64/_____"_ba
        << R"(invalid base64 encoding in job name "\xff\xff\xff": illegal base64 data at input byte 4)"_ba;
}

} // namespace

void TestPushPath::refuses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("odd") << "/job/a/x"_ba
                         << R"(odd number of components in label string "/x")"_ba;
    QTest::newRow("odd with slash") << "/job/a/x/1/"_ba
                                    << R"(odd number of components in label string "/x/1/")"_ba;
    QTest::newRow("odd before bad names")
        << "/job/a/1/2/3"_ba
        << R"(odd number of components in label string "/1/2/3")"_ba;
    QTest::newRow("empty name") << "/job/a//"_ba
                                << R"(improper label name "")"_ba;
    QTest::newRow("only a suffix") << "/job/a/@base64/Yg"_ba
                                   << R"(improper label name "")"_ba;
    QTest::newRow("digit first") << "/job/a/1x/y"_ba
                                 << R"(improper label name "1x")"_ba;
    QTest::newRow("dot") << "/job/a/x.y@base64/!"_ba
                         << R"(improper label name "x.y")"_ba;
    QTest::newRow("colon") << "/job/a/x:y/1"_ba
                           << R"(improper label name "x:y")"_ba;
    QTest::newRow("reserved") << "/job/a/__x/1"_ba
                              << R"(improper label name "__x")"_ba;
    QTest::newRow("suffix in capitals") << "/job/a/x@BASE64/Yg"_ba
                                        << R"(improper label name "x@BASE64")"_ba;
    QTest::newRow("bytes") << "/job/a/x\xff/1"_ba
                           << R"(improper label name "x\xff")"_ba;
    addBase64Rows();
    QTest::newRow("empty job") << "/job@base64/=/x/1"_ba
                               << "job name is required"_ba;
    QTest::newRow("empty job, job label") << "/job@base64/=/job/a"_ba
                                          << "job name is required"_ba;
    QTest::newRow("labels before empty job") << "/job@base64/=/1/1"_ba
                                             << R"(improper label name "1")"_ba;
}

void TestPushPath::refuses()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, message);

    const auto parts = splitPushPath(path);
    QVERIFY(parts.has_value());
    const auto key = parsePushPath(*parts, NameScheme::Legacy);
    QVERIFY(!key);
    QCOMPARE(key.error(), badRequest(message));
}

void TestPushPath::refusesUtf8Names_data()
{
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << "//1"_ba
                           << R"(improper label name "")"_ba;
    QTest::newRow("empty once unescaped") << "/U__/1"_ba
                                          << R"(improper label name "U__")"_ba;
    QTest::newRow("reserved") << "/__x.y/1"_ba
                              << R"(improper label name "__x.y")"_ba;
    QTest::newRow("not UTF-8") << "/x\xc3/1"_ba
                               << R"(improper label name "x\xc3")"_ba;
    QTest::newRow("not UTF-8 once unescaped") << "/U__x_2e_\xc3/1"_ba
                                              << R"(improper label name "U__x_2e_\xc3")"_ba;
    QTest::newRow("bad value of an escaped name")
        << "/U__x_2e_y@base64/!"_ba
        << R"(invalid base64 encoding for label U__x_2e_y="!": illegal base64 data at input byte 0)"_ba;
}

void TestPushPath::refusesUtf8Names()
{
    QFETCH(const QByteArray, labels);
    QFETCH(const QByteArray, message);
    QCOMPARE(shown(parsePlain("a", labels, NameScheme::Utf8)), "error: " + message);
}

void TestPushPath::refusesValuesThatAreNotUtf8_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("job") << "/job/\xff"_ba
                         << R"("job")"_ba;
    QTest::newRow("base64 job") << "/job@base64/_w"_ba
                                << R"("job")"_ba;
    QTest::newRow("label") << "/job/a/x/\xc3("_ba
                           << R"("x")"_ba;
    QTest::newRow("base64 label") << "/job/a/x@base64/_w"_ba
                                  << R"("x")"_ba;
    QTest::newRow("surrogate") << "/job/a/x/\xed\xa0\x80"_ba
                               << R"("x")"_ba;
    QTest::newRow("first by name") << "/job/a/z/\xff/b/\xff"_ba
                                   << R"("b")"_ba;
    QTest::newRow("quoted name") << "/job/a/a\"b/\xff"_ba
                                 << R"("a\"b")"_ba;
}

void TestPushPath::refusesValuesThatAreNotUtf8()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, name);

    const auto parts = splitPushPath(path);
    QVERIFY(parts.has_value());
    const auto key = parsePushPath(*parts, NameScheme::Utf8);
    QVERIFY(!key);
    QCOMPARE(
        key.error(), badRequest("grouping label " + name + " has a value that is not valid UTF-8"));
}

void TestPushPath::agreesWithTheModel_data()
{
    QTest::addColumn<NameScheme>("names");
    QTest::newRow("legacy names") << NameScheme::Legacy;
    QTest::newRow("UTF-8 names") << NameScheme::Utf8;
}

void TestPushPath::agreesWithTheModel()
{
    QFETCH(const NameScheme, names);

    const QByteArrayList pieces = {"a"_ba, "b"_ba, "x"_ba, "job"_ba, "instance"_ba, "/"_ba, "/"_ba,
        "/"_ba, "/"_ba, "/"_ba, "@base64/"_ba, "@base64"_ba, "YWI"_ba, "Y"_ba, "="_ba, "U__"_ba,
        "_2e_"_ba, "_d800_"_ba, "_"_ba, "__"_ba, "."_ba, "1"_ba, "-"_ba, "+"_ba, "\n"_ba, "\xff"_ba,
        "\xc3\xa9"_ba, R"(")"_ba, "%2F"_ba};
    std::mt19937 random(names == NameScheme::Legacy ? 12 : 13);
    const auto pick = [&] {
        return pieces[static_cast<qsizetype>(random() % static_cast<size_t>(pieces.size()))];
    };
    int accepted = 0;
    for (int i = 0; i < 40'000; ++i) {
        const bool isBase64 = random() % 3 == 0;
        QByteArray path = isBase64 ? "/job@base64/"_ba : "/job/"_ba;
        for (auto length = random() % 10 + 1; length > 0; --length)
            path += pick();
        const auto parts = splitPushPath(path);
        if (!parts)
            continue;
        const auto key = parsePushPath(*parts, names);
        QCOMPARE(shown(key), PushPathModel(names).parse(path));
        accepted += key ? 1 : 0;
    }
    QVERIFY(accepted > 2000);
}

QTEST_APPLESS_MAIN(TestPushPath)
#include "tst_push_path.moc"

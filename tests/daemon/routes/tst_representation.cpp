// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/gzip.h"
#include "daemon/routes/representation.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestRepresentation : public QObject {
    Q_OBJECT

    static QByteArray field(const Reply& reply, QByteArrayView name);
    static Reply replyTo(const RequestFields& fields);

private slots:
    void isServedPlain();
    void isCompressedForThoseWhoReadThat();
    void isNotCompressedInVain();
    void changesItsTagWithItsContent();
    void isNotSentTwice_data();
    void isNotSentTwice();
};

namespace {

const QByteArray kContent = QByteArray(1000, 'x');

} // namespace

QByteArray TestRepresentation::field(const Reply& reply, QByteArrayView name)
{
    for (const Reply::Field& field : reply.fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

Reply TestRepresentation::replyTo(const RequestFields& fields)
{
    Request request;
    request.fields = fields;
    return Representation("text/css"_ba, kContent).replyTo(Conditions::of(request));
}

void TestRepresentation::isServedPlain()
{
    const Reply reply = replyTo({});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.segments, QList<QByteArray>{kContent});
    QCOMPARE(field(reply, "Content-Type"), "text/css"_ba);
    QCOMPARE(field(reply, "Content-Encoding"), QByteArray());
    QCOMPARE(field(reply, "Vary"), "Accept-Encoding"_ba);
    QCOMPARE(field(reply, "Cache-Control"), "no-cache"_ba);
}

void TestRepresentation::isCompressedForThoseWhoReadThat()
{
    RequestFields fields;
    fields.append("accept-encoding", "gzip, br");
    const Reply reply = replyTo(fields);
    QCOMPARE(field(reply, "Content-Encoding"), "gzip"_ba);
    QVERIFY(reply.bodyBytes() < kContent.size());
    const auto decoded = core::decodeGzip(reply.segments.join(), kContent.size());
    QCOMPARE(decoded.bytes, kContent);
    QVERIFY(field(reply, "ETag") != field(replyTo({}), "ETag"));
}

void TestRepresentation::isNotCompressedInVain()
{
    const Representation tiny("text/css"_ba, "a"_ba);
    const Reply reply = tiny.replyTo({core::ContentCoding::Gzip, {}});
    QCOMPARE(reply.segments, QList<QByteArray>{"a"_ba});
    QCOMPARE(field(reply, "Content-Encoding"), QByteArray());
}

void TestRepresentation::changesItsTagWithItsContent()
{
    const Reply other = Representation("text/css"_ba, kContent + 'y').replyTo({});
    QVERIFY(field(other, "ETag") != field(replyTo({}), "ETag"));
    QCOMPARE(field(replyTo({}), "ETag"), field(replyTo({}), "ETag"));
}

void TestRepresentation::isNotSentTwice_data()
{
    const QByteArray tag = field(replyTo({}), "ETag");
    QTest::addColumn<QByteArray>("known");
    QTest::addColumn<int>("status");
    QTest::newRow("its tag") << tag << 304;
    QTest::newRow("weak") << "W/" + tag << 304;
    QTest::newRow("among others") << "\"a\", " + tag + " ,\"b\"" << 304;
    QTest::newRow("whatever it is") << "*"_ba << 304;
    QTest::newRow("another") << "\"a\""_ba << 200;
    QTest::newRow("of the compressed one") << tag.chopped(1) + "-gzip\"" << 200;
    QTest::newRow("none") << ""_ba << 200;
}

void TestRepresentation::isNotSentTwice()
{
    QFETCH(const QByteArray, known);
    QFETCH(const int, status);

    RequestFields fields;
    fields.append("if-none-match", known);
    const Reply reply = replyTo(fields);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.bodyBytes(), status == 304 ? qint64(0) : qint64{kContent.size()});
    QCOMPARE(field(reply, "ETag"), field(replyTo({}), "ETag"));
}

QTEST_APPLESS_MAIN(TestRepresentation)
#include "tst_representation.moc"

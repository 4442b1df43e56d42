// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/reply_writer.h"

#include <QtTest>

#include <array>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const Outbox& out)
{
    std::array<iovec, 64> pieces{};
    const size_t count = out.gather(pieces, 1 << 30);
    QByteArray text;
    for (size_t i = 0; i < count; ++i)
        text.append(static_cast<const char*>(pieces[i].iov_base),
            static_cast<qsizetype>(pieces[i].iov_len));
    return text;
}

QByteArray written(const Reply& reply, ReplyContext context = {})
{
    context.date = "D";
    Outbox out;
    writeReply(reply, context, out);
    return contents(out);
}

Reply chunked(const QByteArrayList& segments)
{
    Reply reply;
    reply.segments = segments;
    reply.framing = Reply::Framing::Chunked;
    return reply;
}

} // namespace

class TestReplyWriter : public QObject {
    Q_OBJECT
private slots:
    void writesFieldsInOrder();
    void framesWithALength();
    void framesWithChunks();
    void endsByClosingForHttp10();
    void omitsTheBodyOfHead();
    void saysWhatBecomesOfTheConnection_data();
    void saysWhatBecomesOfTheConnection();
    void writesNoBodyWhereNoneIsAllowed();
    void keepsLineEndsOutOfFields();
    void sharesLongSegments();
};

void TestReplyWriter::writesFieldsInOrder()
{
    Reply reply = Reply::error(404, "gone").with("X-B"_ba, "2"_ba).with("X-A"_ba, "1"_ba);
    QCOMPARE(written(reply),
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "X-Content-Type-Options: nosniff\r\nX-B: 2\r\nX-A: 1\r\nDate: D\r\n"
        "Content-Length: 5\r\n\r\ngone\n"_ba);
}

void TestReplyWriter::framesWithALength()
{
    Reply reply;
    reply.segments = {"ab"_ba, ""_ba, "cde"_ba};
    QCOMPARE(written(reply), "HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 5\r\n\r\nabcde"_ba);
    QCOMPARE(written(Reply::empty(202)),
        "HTTP/1.1 202 Accepted\r\nDate: D\r\nContent-Length: 0\r\n\r\n"_ba);
}

void TestReplyWriter::framesWithChunks()
{
    const QByteArray head = "HTTP/1.1 200 OK\r\nDate: D\r\nTransfer-Encoding: chunked\r\n\r\n"_ba;
    QCOMPARE(written(chunked({"abc"_ba, ""_ba, QByteArray(31, 'x')})),
        head + "3\r\nabc\r\n1f\r\n" + QByteArray(31, 'x') + "\r\n0\r\n\r\n");
    QCOMPARE(written(chunked({})), head + "0\r\n\r\n");
}

void TestReplyWriter::endsByClosingForHttp10()
{
    ReplyContext context;
    context.minorVersion = 0;
    QCOMPARE(written(chunked({"abc"_ba}), context), "HTTP/1.0 200 OK\r\nDate: D\r\n\r\nabc"_ba);
    QCOMPARE(afterwardsOf(chunked({}), context), Reply::Afterwards::Close);
}

void TestReplyWriter::omitsTheBodyOfHead()
{
    ReplyContext context;
    context.body = ReplyContext::Body::Omitted;
    Reply reply;
    reply.segments = {"abcde"_ba};
    QCOMPARE(written(reply, context), "HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 5\r\n\r\n"_ba);
    QCOMPARE(written(chunked({"abc"_ba}), context),
        "HTTP/1.1 200 OK\r\nDate: D\r\nTransfer-Encoding: chunked\r\n\r\n"_ba);
}

void TestReplyWriter::saysWhatBecomesOfTheConnection_data()
{
    QTest::addColumn<int>("minorVersion");
    QTest::addColumn<bool>("clientCloses");
    QTest::addColumn<bool>("replyCloses");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("1.1") << 1 << false << false << ""_ba;
    QTest::newRow("1.1, client") << 1 << true << false << "Connection: close\r\n"_ba;
    QTest::newRow("1.1, reply") << 1 << false << true << "Connection: close\r\n"_ba;
    QTest::newRow("1.0") << 0 << true << false << ""_ba;
    QTest::newRow("1.0, kept") << 0 << false << false << "Connection: keep-alive\r\n"_ba;
    QTest::newRow("1.0, reply") << 0 << false << true << ""_ba;
}

void TestReplyWriter::saysWhatBecomesOfTheConnection()
{
    QFETCH(const int, minorVersion);
    QFETCH(const bool, clientCloses);
    QFETCH(const bool, replyCloses);
    QFETCH(const QByteArray, line);
    const auto afterwards = [](bool closes) {
        return closes ? Reply::Afterwards::Close : Reply::Afterwards::KeepOpen;
    };
    ReplyContext context;
    context.minorVersion = minorVersion;
    context.afterwards = afterwards(clientCloses);
    Reply reply = Reply::empty(200);
    reply.afterwards = afterwards(replyCloses);
    QCOMPARE(written(reply, context),
        "HTTP/1." + QByteArray::number(minorVersion) + " 200 OK\r\nDate: D\r\nContent-Length: 0\r\n"
            + line + "\r\n");
    QCOMPARE(afterwardsOf(reply, context), afterwards(clientCloses || replyCloses));
}

void TestReplyWriter::writesNoBodyWhereNoneIsAllowed()
{
    for (const int status : {204, 304}) {
        Reply reply = Reply::empty(status);
        reply.segments = {"x"_ba};
        const QByteArray text = written(reply);
        QVERIFY(!text.contains("Content-Length"));
        QVERIFY(text.endsWith("\r\n\r\n"));
    }
}

void TestReplyWriter::keepsLineEndsOutOfFields()
{
    const Reply reply = Reply::empty(200).with("Location"_ba, "/a\r\nSet-Cookie: b\n"_ba);
    QVERIFY(written(reply).contains("\r\nLocation: /a  Set-Cookie: b \r\n"));
}

void TestReplyWriter::sharesLongSegments()
{
    const QByteArray segment(100'000, 'x');
    for (const Reply::Framing framing : {Reply::Framing::Length, Reply::Framing::Chunked}) {
        Reply reply;
        reply.segments = {segment, segment};
        reply.framing = framing;
        Outbox out;
        writeReply(reply, {}, out);
        std::array<iovec, 16> pieces{};
        const size_t count = out.gather(pieces, 1 << 30);
        const auto shared = std::count_if(pieces.begin(), pieces.begin() + count,
            [&](const iovec& piece) { return piece.iov_base == segment.constData(); });
        QCOMPARE(shared, 2);
    }
}

QTEST_APPLESS_MAIN(TestReplyWriter)
#include "tst_reply_writer.moc"

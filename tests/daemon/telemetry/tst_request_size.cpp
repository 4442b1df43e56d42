// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request.h"
#include "daemon/telemetry/request_size.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestRequestSize : public QObject {
    Q_OBJECT

    static Request put(const char* target)
    {
        Request request;
        request.method = "PUT"_ba;
        request.target = QByteArray(target);
        return request;
    }
    static constexpr qint64 kLine = 3 + 8 + 2; // PUT, HTTP/1.1, /a

private slots:
    void addsUpALine();
    void addsUpFields_data();
    void addsUpFields();
    void takesTheLengthAnnounced();
    void manyFieldsCostLittle();
};

void TestRequestSize::addsUpALine()
{
    QCOMPARE(estimatedRequestBytes(put("/a?b=c")), kLine + 4);
}

void TestRequestSize::addsUpFields_data()
{
    using Fields = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("none") << Fields{} << qint64{0};
    QTest::newRow("one") << Fields{{"Accept", "*/*"}} << qint64{9};
    QTest::newRow("host counts without its name") << Fields{{"host", "h:1"}} << qint64{3};
    QTest::newRow("a name counts once") << Fields{{"X-A", "1"}, {"x-a", "23"}} << qint64{6};
    QTest::newRow("framing does not count")
        << Fields{{"transfer-encoding", "chunked"}} << qint64{0};
    QTest::newRow("length counts as a field") << Fields{{"Content-Length", "0"}} << qint64{15};
}

void TestRequestSize::addsUpFields()
{
    using Fields = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(const Fields, fields);
    QFETCH(const qint64, bytes);
    Request request = put("/a");
    for (const auto& [name, value] : fields)
        request.fields.append(name, value);
    QCOMPARE(estimatedRequestBytes(request), kLine + bytes);
}

void TestRequestSize::takesTheLengthAnnounced()
{
    Request request = put("/a");
    request.body = QByteArray(500, 'x');
    QCOMPARE(estimatedRequestBytes(request), kLine);
    request.contentLength = 300;
    QCOMPARE(estimatedRequestBytes(request), kLine + 300);
}

void TestRequestSize::manyFieldsCostLittle()
{
    Request request = put("/a");
    for (int i = 0; i < 10'000; ++i)
        request.fields.append("x" + QByteArray::number(i % 5'000 + 10'000), "v");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(estimatedRequestBytes(request), kLine + qint64{5'000} * 6 + 10'000);
    QVERIFY(timer.elapsed() < 1'000);
}

QTEST_APPLESS_MAIN(TestRequestSize)
#include "tst_request_size.moc"

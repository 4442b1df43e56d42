// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/front.h"
#include "daemon/http/request.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Passed {
    int calls = 0;
    bool dispatched = false; ///< by QHttpServer
    friend bool operator==(const Passed&, const Passed&) = default;
};

Passed pass(Front& front, const QByteArray& method)
{
    Request request;
    request.method = method;
    request.target = "/"_ba;
    Passed passed;
    passed.dispatched = front.pass(request, [&] { ++passed.calls; });
    return passed;
}

} // namespace

class TestFront : public QObject {
    Q_OBJECT
private slots:
    void handlesEachRequestOnce_data();
    void handlesEachRequestOnce();
    void hidesLongMethods();
};

void TestFront::handlesEachRequestOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char* method : {"GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH",
             "CONNECT", "TRACE", "get", "X!#$%&'*+-.^_`|~9"})
        QTest::newRow(method) << QByteArray(method);
}

void TestFront::handlesEachRequestOnce()
{
    QFETCH(const QByteArray, method);
    Front front;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(pass(front, method), (Passed{1, true}));
        QCoreApplication::processEvents();
    }
    QCOMPARE(pass(front, "GET"_ba), (Passed{1, true}));
}

void TestFront::hidesLongMethods()
{
    Front front;
    QCOMPARE(pass(front, QByteArray(1'000'000, 'X')), (Passed{1, true}));
    QCOMPARE(pass(front, "GET"_ba), (Passed{1, true}));
}

QTEST_GUILESS_MAIN(TestFront)
#include "tst_front.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request.h"
#include "daemon/routes/other_sites.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

using Fields = QList<std::pair<QByteArray, QByteArray>>;

class TestOtherSites : public QObject {
    Q_OBJECT
private slots:
    void tells_data();
    void tells();
};

void TestOtherSites::tells_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<QByteArray>("externalHost");
    QTest::addColumn<bool>("other");
    const auto row
        = [](const char* name, const Fields& fields, const char* externalHost, bool other) {
              QTest::newRow(name) << fields << QByteArray(externalHost) << other;
          };
    const std::pair host("Host"_ba, "push.example:9091"_ba);
    row("no browser", {host}, "", false);
    row("fetched by our page", {host, {"Sec-Fetch-Site", "same-origin"}}, "", false);
    row("typed by the user", {host, {"Sec-Fetch-Site", "none"}}, "", false);
    row("another site", {host, {"Sec-Fetch-Site", "cross-site"}}, "", true);
    row("a sister site", {host, {"sec-fetch-site", "same-site"}}, "", true);
    row("an unknown word", {host, {"Sec-Fetch-Site", ""}}, "", true);
    row("the fetch decides", {host, {"Sec-Fetch-Site", "same-origin"}, {"Origin", "http://evil"}},
        "", false);
    row("same origin", {host, {"Origin", "http://push.example:9091"}}, "", false);
    row("same origin in capitals", {host, {"Origin", "http://PUSH.example:9091"}}, "", false);
    row("another host", {host, {"Origin", "http://evil.example:9091"}}, "", true);
    row("another port", {host, {"Origin", "http://push.example"}}, "", true);
    row("a longer host", {host, {"Origin", "http://push.example:90911"}}, "", true);
    row("null", {host, {"Origin", "null"}}, "", true);
    row("another scheme", {host, {"Origin", "file://push.example:9091"}}, "", true);
    row("empty", {host, {"Origin", ""}}, "", true);
    row("usual port unsaid", {{"Host", "h"}, {"Origin", "http://h:80"}}, "", false);
    row("usual port said", {{"Host", "h:443"}, {"Origin", "https://h"}}, "", false);
    row("the other's usual port", {{"Host", "h:443"}, {"Origin", "http://h"}}, "", true);
    row("external URL", {host, {"Origin", "https://ext.example"}}, "ext.example", false);
    row("external URL with port", {host, {"Origin", "https://ext.example"}}, "ext.example:443",
        false);
    row("no external URL", {host, {"Origin", "https://"}}, "", true);
    row("neither host", {{"Origin", "http://h"}}, "", true);
}

void TestOtherSites::tells()
{
    QFETCH(const Fields, fields);
    QFETCH(const QByteArray, externalHost);
    QFETCH(const bool, other);
    Request request;
    for (const auto& [name, value] : fields)
        request.fields.append(name, value);
    QCOMPARE(isFromOtherSite(request, externalHost), other);
}

QTEST_APPLESS_MAIN(TestOtherSites)
#include "tst_other_sites.moc"

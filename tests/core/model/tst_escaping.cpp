// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/model/escaping.h"
#include "core/model/name_rules.h"

#include <QTest>

#include <random>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestEscaping : public QObject {
    Q_OBJECT

private slots:
    void escapes_data();
    void escapes();
    void sharesUnchangedNames();
    void makesLegacyNames();
    void unescapes_data();
    void unescapes();
    void unescapingUndoesEscaping();
    void hasWireWords();
};

namespace {

void addEscapedRows()
{
    QTest::newRow("digit first") << "1abc"_ba
                                 << "_abc"_ba
                                 << "__abc"_ba
                                 << "U___31_abc"_ba;
    QTest::newRow("digit after two bytes") << "\xc3\xa9"
                                              "1"_ba
                                           << "_1"_ba
                                           << "__1"_ba
                                           << "U___e9_1"_ba;
    QTest::newRow("invalid bytes") << "a\xff\xc3"_ba
                                   << "a__"_ba
                                   << "a____"_ba
                                   << "U__a_fffd__fffd_"_ba;
    QTest::newRow("emoji") << "\xf0\x9f\x98\x80"_ba
                           << "_"_ba
                           << "__"_ba
                           << "U___1f600_"_ba;
    QTest::newRow("last code point") << "\xf4\x8f\xbf\xbf"_ba
                                     << "_"_ba
                                     << "__"_ba
                                     << "U___10ffff_"_ba;
}

/// What comes back as it is.
void addBadlyEscapedRows()
{
    const std::vector<std::pair<const char*, QByteArray>> rows = {
        {"six digits", "U__x_00002e_"_ba},
        {"last code point", "U___10ffff_"_ba},
        {"not closed", "U__x_2e"_ba},
        {"ends in underscore", "U__x_"_ba},
        {"surrogate", "U__x_d800_"_ba},
        {"no hex digit", "U__x_2g_"_ba},
        {"three underscores", "U__x___y"_ba},
        {"broken after a good one", "U__x_2e_y_2e"_ba},
    };
    for (const auto& [name, escaped] : rows)
        QTest::newRow(name) << escaped << escaped;
}

} // namespace

void TestEscaping::escapes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("underscores");
    QTest::addColumn<QByteArray>("dots");
    QTest::addColumn<QByteArray>("values");
    QTest::newRow("legacy") << "a__b"_ba
                            << "a__b"_ba
                            << "a__b"_ba
                            << "a__b"_ba;
    QTest::newRow("legacy with colon") << "a:b"_ba
                                       << "a:b"_ba
                                       << "a:b"_ba
                                       << "a:b"_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba
                           << ""_ba
                           << ""_ba;
    QTest::newRow("dot") << "m.x"_ba
                         << "m_x"_ba
                         << "m_dot_x"_ba
                         << "U__m_2e_x"_ba;
    QTest::newRow("underscore and dot") << "x_y.z"_ba
                                        << "x_y_z"_ba
                                        << "x__y_dot_z"_ba
                                        << "U__x__y_2e_z"_ba;
    QTest::newRow("blank and letter beyond ASCII") << "l \xc3\xa9"_ba
                                                   << "l__"_ba
                                                   << "l____"_ba
                                                   << "U__l_20__e9_"_ba;
    QTest::newRow("colon and dot") << "a:b.c"_ba
                                   << "a:b_c"_ba
                                   << "a:b_dot_c"_ba
                                   << "U__a:b_2e_c"_ba;
    addEscapedRows();
}

void TestEscaping::escapes()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, underscores);
    QFETCH(const QByteArray, dots);
    QFETCH(const QByteArray, values);

    QCOMPARE(escapeName(name, Escaping::AllowUtf8), name);
    QCOMPARE(escapeName(name, Escaping::Underscores), underscores);
    QCOMPARE(escapeName(name, Escaping::Dots), dots);
    QCOMPARE(escapeName(name, Escaping::Values), values);
}

void TestEscaping::sharesUnchangedNames()
{
    const QByteArray name = QByteArray("some_metric_total");
    for (const Escaping escaping :
        {Escaping::AllowUtf8, Escaping::Underscores, Escaping::Dots, Escaping::Values})
        QVERIFY(escapeName(name, escaping).constData() == name.constData());
}

void TestEscaping::makesLegacyNames()
{
    const QByteArray likely = "a1_.: \xc3\xa9"_ba;
    std::mt19937 random(5);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray name;
        for (auto length = random() % 8 + 1; length > 0; --length)
            name += random() % 2 == 0 ? static_cast<char>(random() % 256)
                                      : likely[static_cast<qsizetype>(random() % 8)];
        for (const Escaping escaping : {Escaping::Underscores, Escaping::Dots, Escaping::Values})
            QVERIFY2(isLegacyMetricName(escapeName(name, escaping)),
                name.toPercentEncoding().constData());
    }
}

void TestEscaping::unescapes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("no prefix") << "x_2e_y"_ba
                               << "x_2e_y"_ba;
    QTest::newRow("small prefix") << "u__x_2e_y"_ba
                                  << "u__x_2e_y"_ba;
    QTest::newRow("dot") << "U__x_2e_y"_ba
                         << "x.y"_ba;
    QTest::newRow("capital digits") << "U__x_2E_y"_ba
                                    << "x.y"_ba;
    QTest::newRow("slash") << "U__x_2f_y"_ba
                           << "x/y"_ba;
    QTest::newRow("underscore") << "U__x__y"_ba
                                << "x_y"_ba;
    QTest::newRow("two underscores") << "U__x____y"_ba
                                     << "x__y"_ba;
    QTest::newRow("nothing escaped") << "U__xy"_ba
                                     << "xy"_ba;
    QTest::newRow("only the prefix") << "U__"_ba
                                     << ""_ba;
    QTest::newRow("prefix twice") << "U__U__x"_ba
                                  << "U_x"_ba;
    QTest::newRow("other bytes are copied") << "U__\xff.x"_ba
                                            << "\xff.x"_ba;
    QTest::newRow("leading zeros") << "U___0002e_"_ba
                                   << "."_ba;
    QTest::newRow("zero") << "U___0_"_ba << QByteArray(1, '\0');
    QTest::newRow("last that can be written") << "U___fffff_"_ba
                                              << "\xf3\xbf\xbf\xbf"_ba;
    addBadlyEscapedRows();
}

void TestEscaping::unescapes()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, plain);
    QCOMPARE(unescapeValues(name), plain);
}

void TestEscaping::unescapingUndoesEscaping()
{
    std::mt19937 random(6);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray name;
        for (auto length = random() % 6 + 1; length > 0; --length) {
            const auto value
                = static_cast<char32_t>(random() % (random() % 2 == 0 ? 0x80 : 0x100000));
            appendUtf8(name, isUnicodeScalar(value) ? value : U'_');
        }
        if (!isLegacyMetricName(name))
            QCOMPARE(unescapeValues(escapeName(name, Escaping::Values)), name);
    }
}

void TestEscaping::hasWireWords()
{
    QCOMPARE(wireWord(Escaping::AllowUtf8), QByteArrayView("allow-utf-8"));
    QCOMPARE(wireWord(Escaping::Underscores), QByteArrayView("underscores"));
    QCOMPARE(wireWord(Escaping::Dots), QByteArrayView("dots"));
    QCOMPARE(wireWord(Escaping::Values), QByteArrayView("values"));
    for (const Escaping escaping :
        {Escaping::AllowUtf8, Escaping::Underscores, Escaping::Dots, Escaping::Values})
        QVERIFY(escapingOfWireWord(wireWord(escaping)) == escaping);
    QVERIFY(!escapingOfWireWord("Underscores"));
    QVERIFY(!escapingOfWireWord(""));
    QVERIFY(!escapingOfWireWord("dot"));
}

QTEST_APPLESS_MAIN(TestEscaping)
#include "tst_escaping.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/native_bounds.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace pushgate::core;

namespace {

constexpr double kMax = std::numeric_limits<double>::max();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr qint32 kFirst = std::numeric_limits<qint32>::min();
constexpr qint32 kLast = std::numeric_limits<qint32>::max();

/// The fractions of a schema by the rule that Prometheus made its table with.
std::vector<double> fractionsOf(qint32 schema)
{
    if (schema == 0)
        return {0.5};
    const std::vector<double> coarser = fractionsOf(schema - 1);
    const double factor = schema == 1 ? 1.414213562373095 : std::exp2(std::exp2(-schema));
    std::vector<double> fractions;
    for (const double fraction : coarser) {
        fractions.push_back(fraction);
        fractions.push_back(fraction * factor);
    }
    return fractions;
}

} // namespace

class TestNativeBounds : public QObject {
    Q_OBJECT

private slots:
    void knowsBounds_data();
    void knowsBounds();
    void followsTheRuleOfTheTable();
    void growsWithTheIndex();
    void takesAnyIndex();
};

void TestNativeBounds::knowsBounds_data()
{
    QTest::addColumn<qint32>("schema");
    QTest::addColumn<qint32>("index");
    QTest::addColumn<double>("bound");
    const auto row = [](const char* name, qint32 schema, qint32 index, double bound) {
        QTest::newRow(name) << schema << index << bound;
    };
    row("one", 0, 0, 1);
    row("one, finest", 8, 0, 1);
    row("one, coarsest", -4, 0, 1);
    row("doubling", 0, 5, 32);
    row("halving", 0, -3, 0.125);
    row("schema 1", 1, 1, 1.414213562373095);
    row("schema 1, below one", 1, -1, 0.7071067811865475);
    row("schema 3, below one", 3, -1, 0.9170040432046711);
    row("schema 3, above one", 3, 1, 1.0905077326652577);
    row("schema 8, above one", 8, 1, 2 * 0.5013556375251013);
    row("powers of 16", -2, 2, 256);
    row("powers of 65536", -4, -1, 1.0 / 65536);
    row("last but infinity", 0, 1023, 8.98846567431158e+307);
    row("where infinity is due", 0, 1024, kMax);
    row("beyond", 0, 1025, kInfinity);
    row("schema 3, where infinity is due", 3, 8192, kMax);
    row("schema 3, before", 3, 8191, 1.6484918731100238e+308);
    row("schema 3, beyond", 3, 8193, kInfinity);
    row("powers, where infinity is due", -4, 64, kMax);
    row("powers, beyond", -4, 65, kInfinity);
    row("least", 0, -1074, 5e-324);
    row("below the least", 0, -1075, 0);
    row("coarser than any", -40, 1, kInfinity);
    row("coarser than any, below", -40, -1, 0);
    row("all bits out", -64, 5, 1);
    row("least schema", kFirst, 5, 1);
}

void TestNativeBounds::knowsBounds()
{
    QFETCH(const qint32, schema);
    QFETCH(const qint32, index);
    QFETCH(const double, bound);
    QVERIFY2(nativeBound(index, schema) == bound,
        qPrintable(QString::number(nativeBound(index, schema), 'g', 17)));
}

void TestNativeBounds::followsTheRuleOfTheTable()
{
    for (qint32 schema = 0; schema <= kFinestSchema; ++schema) {
        const std::vector<double> fractions = fractionsOf(schema);
        for (size_t i = 0; i < fractions.size(); ++i) {
            const double bound = nativeBound(qint32(i), schema);
            QVERIFY(bound == 2 * fractions[i]);
            // The table is not correctly rounded, but near.
            const double exact = std::exp2(double(i) / double(fractions.size()));
            QVERIFY(std::abs(bound - exact) <= 1e-15 * exact);
        }
    }
}

void TestNativeBounds::growsWithTheIndex()
{
    for (qint32 schema = -4; schema <= kFinestSchema; ++schema) {
        for (qint32 index = -2000; index < 2000; ++index) {
            const double here = nativeBound(index, schema);
            const double next = nativeBound(index + 1, schema);
            QVERIFY(next > here || (next == here && (here == 0 || here == kInfinity)));
        }
    }
}

void TestNativeBounds::takesAnyIndex()
{
    for (const qint32 schema : {kFirst, -100, -64, -63, -53, -32, -31, -5, -1, 0, 3, 8}) {
        for (const qint32 index : {kFirst, kFirst + 1, -1, 0, 1, kLast - 1, kLast}) {
            const double bound = nativeBound(index, schema);
            QVERIFY(bound >= 0);
        }
    }
}

QTEST_APPLESS_MAIN(TestNativeBounds)
#include "tst_native_bounds.moc"

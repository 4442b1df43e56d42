// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/quantile_stream.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace pushgate::daemon;

using Numbers = std::vector<double>;
Q_DECLARE_METATYPE(Numbers)

class TestQuantileStream : public QObject {
    Q_OBJECT

    static Numbers skewed(double power, size_t count);
    const std::vector<QuantileObjective> m_objectives{{0.1, 0.01}, {0.5, 0.05}, {0.9, 0.01}};

private slots:
    void isNotANumberWhileEmpty();
    void isExactForFewNumbers();
    void keepsItsObjectives_data();
    void keepsItsObjectives();
    void keepsFewNumbers();
    void startsAnewOnceCleared();
};

Numbers TestQuantileStream::skewed(double power, size_t count)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(0, 1);
    Numbers numbers(count);
    std::generate(numbers.begin(), numbers.end(), [&] { return std::pow(uniform(random), power); });
    return numbers;
}

void TestQuantileStream::isNotANumberWhileEmpty()
{
    QuantileStream stream(m_objectives);
    QVERIFY(std::isnan(stream.estimate(0.5)));
    stream.add({});
    QVERIFY(std::isnan(stream.estimate(0.5)));
}

void TestQuantileStream::isExactForFewNumbers()
{
    QuantileStream stream(m_objectives);
    stream.add(Numbers{4});
    QCOMPARE(stream.estimate(0.1), 4.0);
    QCOMPARE(stream.estimate(0.9), 4.0);
    stream.add(Numbers{1, 2, 3, 5});
    QCOMPARE(stream.estimate(0.1), 1.0);
    QCOMPARE(stream.estimate(0.5), 3.0);
    QCOMPARE(stream.estimate(0.9), 5.0);
}

void TestQuantileStream::keepsItsObjectives_data()
{
    QTest::addColumn<Numbers>("numbers");
    QTest::addColumn<size_t>("batch");
    constexpr size_t kCount = 50'000;
    Numbers ascending = skewed(1, kCount);
    std::sort(ascending.begin(), ascending.end());
    const Numbers descending(ascending.rbegin(), ascending.rend());
    Numbers sizes = skewed(3, kCount);
    for (double& size : sizes)
        size = std::floor(size * 40); // few different ones
    QTest::newRow("uniform") << skewed(1, kCount) << size_t{512};
    QTest::newRow("uniform, one by one") << skewed(1, 5'000) << size_t{1};
    QTest::newRow("many small ones") << skewed(4, kCount) << size_t{500};
    QTest::newRow("many large ones") << skewed(0.25, kCount) << size_t{3};
    QTest::newRow("ascending") << ascending << size_t{512};
    QTest::newRow("descending") << descending << size_t{512};
    QTest::newRow("few different ones") << sizes << size_t{512};
    QTest::newRow("all equal") << Numbers(kCount, 3.0) << size_t{512};
}

void TestQuantileStream::keepsItsObjectives()
{
    QFETCH(Numbers, numbers);
    QFETCH(const size_t, batch);
    QuantileStream stream(m_objectives);
    for (size_t at = 0; at < numbers.size(); at += batch) {
        Numbers part(numbers.begin() + static_cast<std::ptrdiff_t>(at),
            numbers.begin() + static_cast<std::ptrdiff_t>(std::min(at + batch, numbers.size())));
        std::sort(part.begin(), part.end());
        stream.add(part);
    }
    std::sort(numbers.begin(), numbers.end());
    const auto share = [&](Numbers::const_iterator at) {
        return static_cast<double>(at - numbers.cbegin()) / static_cast<double>(numbers.size());
    };
    for (const auto& [quantile, target] : m_objectives) {
        // The allowance is a little larger where a rank is off, and so is the error it leads to.
        const double error = target * 1.05;
        const double estimate = stream.estimate(quantile);
        const double lowest = share(std::lower_bound(numbers.cbegin(), numbers.cend(), estimate));
        const double highest = share(std::upper_bound(numbers.cbegin(), numbers.cend(), estimate));
        QVERIFY2(lowest - error <= quantile && quantile <= highest + error,
            qPrintable(QStringLiteral("%1 is at %2 to %3").arg(quantile).arg(lowest).arg(highest)));
    }
}

void TestQuantileStream::keepsFewNumbers()
{
    QuantileStream stream(m_objectives);
    for (int i = 0; i < 200; ++i) {
        Numbers part = skewed(1 + i % 3, 500);
        std::sort(part.begin(), part.end());
        stream.add(part);
        QVERIFY2(stream.keptCount() < 1'000, qPrintable(QString::number(stream.keptCount())));
    }
}

void TestQuantileStream::startsAnewOnceCleared()
{
    QuantileStream stream(m_objectives);
    stream.add(Numbers(100, 7.0));
    stream.clear();
    QVERIFY(std::isnan(stream.estimate(0.5)));
    stream.add(Numbers{2});
    QCOMPARE(stream.estimate(0.5), 2.0);
}

QTEST_APPLESS_MAIN(TestQuantileStream)
#include "tst_quantile_stream.moc"

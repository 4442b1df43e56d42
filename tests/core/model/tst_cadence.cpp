// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cadence.h"

#include <QTest>

#include <random>
#include <vector>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kDay = 86400;

/// Seconds from the start of a simulation on 1 January 2026.
TimePoint at(double seconds)
{
    constexpr qint64 kStart = 1'767'225'600;
    return TimePoint(std::chrono::seconds(kStart))
        + std::chrono::nanoseconds(static_cast<qint64>(seconds * 1e9));
}

/// What is to be seen whenever one looks in [from, to).
struct Look {
    enum class See { Overdue, NotOverdue, Unknown };
    double from;
    double to;
    See see;
};

using See = Look::See;

/// A simulated history of one group.
class History {
public:
    History& push(double when)
    {
        m_pushes.push_back(when);
        return *this;
    }

    History& every(double interval, double from, double until, double jitter = 0)
    {
        std::uniform_real_distribution<double> off(-jitter * interval, jitter * interval);
        for (double when = from; when < until; when += interval + off(m_random))
            push(when);
        return *this;
    }

    History& nightly(int firstDay, int lastDay, int pushesARun = 1)
    {
        for (int day = firstDay; day <= lastDay; ++day) {
            for (int i = 0; i < pushesARun; ++i)
                push(day * kDay + 2 * kHour + i * 12);
        }
        return *this;
    }

    const std::vector<double>& pushes() const { return m_pushes; }

private:
    std::mt19937 m_random{7};
    std::vector<double> m_pushes;
};

See seen(const Cadence& cadence, double when)
{
    const auto expectedBy = cadence.expectedBy();
    if (!expectedBy)
        return See::Unknown;
    return at(when) > *expectedBy ? See::Overdue : See::NotOverdue;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<double>)
Q_DECLARE_METATYPE(std::vector<Look>)

class TestCadence : public QObject {
    Q_OBJECT
private slots:
    void holdsOverDays_data();
    void holdsOverDays();
    void tellsTheInterval_data();
    void tellsTheInterval();
    void survivesBytes();
    void refusesOtherBytes_data();
    void refusesOtherBytes();
    void takesAnyTimes();
    void ignoresAClockSetBack();
};

void TestCadence::holdsOverDays_data()
{
    QTest::addColumn<std::vector<double>>("pushes");
    QTest::addColumn<std::vector<Look>>("looks");
    const auto row = [](const char* name, const History& history, std::vector<Look> looks) {
        QTest::newRow(name) << history.pushes() << std::move(looks);
    };

    row("every 15 s", History().every(15, 0, 3 * kDay),
        {{15 * kMinute, 3 * kDay, See::NotOverdue},
            {3 * kDay + 3 * kMinute, 9 * kDay, See::Overdue}});
    row("every 60 s, jitter of 30 %", History().every(60, 0, 3 * kDay, 0.3),
        {{15 * kMinute, 3 * kDay, See::NotOverdue},
            {3 * kDay + 5 * kMinute, 9 * kDay, See::Overdue}});
    row("hourly", History().every(kHour, 0, 10 * kDay),
        {{4 * kHour, 10 * kDay, See::NotOverdue}, {10 * kDay + kHour, 20 * kDay, See::Overdue}});
    row("hourly, jitter of 30 %", History().every(kHour, 0, 10 * kDay, 0.3),
        {{6 * kHour, 10 * kDay, See::NotOverdue},
            {10 * kDay + 3 * kHour, 20 * kDay, See::Overdue}});
    row("nightly", History().nightly(0, 20),
        {{4 * kDay, 21 * kDay, See::NotOverdue},
            {21 * kDay + 12 * kHour, 30 * kDay, See::Overdue}});
    row("nightly, ten pushes in two minutes each", History().nightly(0, 20, 10),
        {{0, 3 * kDay, See::Unknown}, {3 * kDay + 3 * kHour, 21 * kDay, See::NotOverdue},
            {21 * kDay + 12 * kHour, 30 * kDay, See::Overdue}});
    row("nightly, one night missed", History().nightly(0, 9).nightly(11, 12),
        {{4 * kDay, 10 * kDay + 2 * kHour, See::NotOverdue},
            {10 * kDay + 12 * kHour, 11 * kDay + 2 * kHour, See::Overdue},
            {11 * kDay + 2 * kHour, 13 * kDay + 2 * kHour, See::NotOverdue},
            {13 * kDay + 12 * kHour, 14 * kDay, See::Overdue}});
    row("nightly in ten pushes, one night missed", History().nightly(0, 9, 10).nightly(11, 12, 10),
        {{4 * kDay, 10 * kDay + 2 * kHour, See::NotOverdue},
            {10 * kDay + 12 * kHour, 11 * kDay + 2 * kHour, See::Overdue},
            {11 * kDay + 3 * kHour, 13 * kDay + 2 * kHour, See::NotOverdue},
            {13 * kDay + 12 * kHour, 14 * kDay, See::Overdue}});
    row("every 60 s, stopped for three days, resumed",
        History().every(60, 0, kDay).every(60, 4 * kDay, 5 * kDay),
        {{15 * kMinute, kDay, See::NotOverdue}, {kDay + 5 * kMinute, 4 * kDay, See::Overdue},
            {4 * kDay, 5 * kDay, See::NotOverdue},
            {5 * kDay + 5 * kMinute, 9 * kDay, See::Overdue}});
    row("hourly changed for good to daily",
        History().every(kHour, 0, 5 * kDay).every(kDay, 6 * kDay - kHour, 20 * kDay),
        {{5 * kDay + kHour, 6 * kDay - kHour, See::Overdue}, {7 * kDay, 20 * kDay, See::NotOverdue},
            {21 * kDay + 12 * kHour, 30 * kDay, See::Overdue}});
    row("daily changed for good to hourly",
        History().every(kDay, 0, 10 * kDay).every(kHour, 10 * kDay, 13 * kDay),
        {{4 * kDay, 13 * kDay, See::NotOverdue}, {13 * kDay + kHour, 20 * kDay, See::Overdue}});
    row("only two pushes ever", History().push(0).push(kHour), {{0, 90 * kDay, See::Unknown}});
    row("one push ever", History().push(0), {{0, 90 * kDay, See::Unknown}});
    row("three pushes within an afternoon", History().push(0).push(kHour).push(3 * kHour),
        {{0, 90 * kDay, See::Unknown}});
    row("one burst of ten pushes and never again", History().nightly(0, 0, 10),
        {{0, 90 * kDay, See::Unknown}});
    row("several pushes in the same moment", History().push(5).push(5).push(5).push(5),
        {{0, 90 * kDay, See::Unknown}});
}

void TestCadence::holdsOverDays()
{
    QFETCH(const std::vector<double>, pushes);
    QFETCH(const std::vector<Look>, looks);

    // Now and then one looks, and in between pushes arrive: each look knows only those before.
    Cadence cadence;
    auto next = pushes.begin();
    for (const Look& look : looks) {
        const double step = std::max(1.0, (look.to - look.from) / 20'000);
        for (double when = look.from; when < look.to; when += step) {
            for (; next != pushes.end() && *next <= when; ++next)
                cadence.notePush(at(*next));
            const See see = seen(cadence, when);
            if (see != look.see)
                QFAIL(qPrintable(QStringLiteral("at %1 d: %2, not %3")
                                     .arg(when / kDay)
                                     .arg(static_cast<int>(see))
                                     .arg(static_cast<int>(look.see))));
        }
    }
}

void TestCadence::tellsTheInterval_data()
{
    QTest::addColumn<std::vector<double>>("pushes");
    QTest::addColumn<double>("seconds"); // 0: not known
    QTest::addColumn<double>("within");
    const auto row = [](const char* name, const History& history, double seconds, double within) {
        QTest::newRow(name) << history.pushes() << seconds << within;
    };
    row("every 15 s", History().every(15, 0, kHour), 15, 0.01);
    row("every 60 s, jitter of 30 %", History().every(60, 0, kDay, 0.3), 60, 12);
    row("hourly", History().every(kHour, 0, kDay), kHour, 0.5);
    row("nightly", History().nightly(0, 9), kDay, 1);
    row("nightly in ten pushes", History().nightly(0, 9, 10), kDay, 2 * kMinute);
    row("nightly, one night missed", History().nightly(0, 9).nightly(11, 11), kDay, 1);
    row("two pushes", History().push(0).push(kHour), 0, 0);
    row("none", History(), 0, 0);
}

void TestCadence::tellsTheInterval()
{
    QFETCH(const std::vector<double>, pushes);
    QFETCH(const double, seconds);
    QFETCH(const double, within);

    Cadence cadence;
    for (const double when : pushes)
        cadence.notePush(at(when));
    const auto interval = cadence.interval();
    QCOMPARE(interval.has_value(), seconds > 0);
    QCOMPARE(cadence.expectedBy().has_value(), seconds > 0);
    if (!interval)
        return;
    const double found = std::chrono::duration<double>(*interval).count();
    QVERIFY2(std::abs(found - seconds) <= within, qPrintable(QString::number(found)));
}

void TestCadence::survivesBytes()
{
    Cadence cadence;
    const History history = History().every(40, 0, 3 * kDay, 0.9).nightly(4, 9, 10);
    QCOMPARE(*Cadence::fromBytes(cadence.toBytes()), cadence);
    for (const double when : history.pushes()) {
        cadence.notePush(at(when));
        const QByteArray bytes = cadence.toBytes();
        QVERIFY(bytes.size() <= 64);
        const auto read = Cadence::fromBytes(bytes);
        QVERIFY(read);
        QCOMPARE(*read, cadence);
    }
    QVERIFY(cadence.interval());
}

void TestCadence::refusesOtherBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    Cadence cadence;
    for (const double when : History().every(60, 0, kHour).pushes())
        cadence.notePush(at(when));
    const QByteArray good = cadence.toBytes();
    for (qsizetype size = 0; size < good.size(); ++size)
        QTest::addRow("cut after %d", static_cast<int>(size)) << good.first(size);
    QTest::newRow("longer") << good + 'x';
    QTest::newRow("another version") << '\2' + good.sliced(1);
    const auto with = [&](qsizetype from, const QByteArray& bytes) {
        QByteArray changed = good;
        return changed.replace(from, bytes.size(), bytes);
    };
    QTest::newRow("not a number") << with(1, QByteArray::fromHex("ffffffff"));
    QTest::newRow("negative") << with(1, QByteArray::fromHex("000080bf"));
    QTest::newRow("infinite since") << with(9, QByteArray::fromHex("0000807f"));
    QTest::newRow("a rhythm that never occurred") << with(13, QByteArray::fromHex("0000"));
    QTest::newRow("pauses without a push") << with(49, QByteArray::fromHex("00"));
    QTest::newRow("a flag of two") << with(49, QByteArray::fromHex("02"));
}

void TestCadence::refusesOtherBytes()
{
    QFETCH(const QByteArray, bytes);
    const auto read = Cadence::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::BadRequest);
}

/// Whatever the pauses, an expectation lies after the last push, and within twice the interval
/// but for a minute.
void TestCadence::takesAnyTimes()
{
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        Cadence cadence;
        double when = 0;
        std::uniform_real_distribution<double> exponent(-4, 7);
        for (int i = 0; i < 300; ++i) {
            when += std::pow(10, exponent(random));
            cadence.notePush(at(when));
            const auto interval = cadence.interval();
            QCOMPARE(interval.has_value(), cadence.expectedBy().has_value());
            if (!interval)
                continue;
            QVERIFY(interval->count() > 0);
            QVERIFY(*cadence.expectedBy() > at(when) + *interval);
            QVERIFY(*cadence.expectedBy() <= at(when) + 2 * *interval + std::chrono::minutes(1));
        }
    }
}

void TestCadence::ignoresAClockSetBack()
{
    Cadence cadence;
    for (const double when : History().every(60, 0, kHour).pushes())
        cadence.notePush(at(when));
    const auto interval = cadence.interval();
    cadence.notePush(at(-kDay));
    QCOMPARE(cadence.interval(), interval);
    QVERIFY(*cadence.expectedBy() < at(-kDay + 5 * kMinute));
}

QTEST_APPLESS_MAIN(TestCadence)
#include "tst_cadence.moc"

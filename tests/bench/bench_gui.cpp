// SPDX-License-Identifier: GPL-3.0-or-later
// What many groups cost in the desktop program: its models with a real table on top of them, never
// shown on a screen. The best of a few runs counts; exit status 1 where a budget is missed.
#include "core/base/clock.h"
#include "core/browse/group_filter_model.h"
#include "core/browse/overview.h"
#include "gui/panels/group_view.h"
#include "gui/text/group_cells.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

namespace {

constexpr int kRuns = 5;
constexpr int kWidth = 46;

struct Budget {
    double fillMs;
    double filterMs;
    double changeMs;
    double memoryMib;
};

/// What is allowed with 10,000 groups; with others the figures are only told.
constexpr Budget kBudget{100, 30, 1, 60};
constexpr int kBudgetGroups = 10'000;

double memoryMib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("VmRSS:");
    return all.mid(at + qsizetype(sizeof("VmRSS"))).trimmed().split(' ').front().toDouble() / 1024;
}

core::GroupRowPtr groupOf(int number, core::TimePoint now)
{
    core::GroupRow row(*core::GroupingKey::from(
        *core::Labels::from({{"job", "nightly_load_" + QByteArray::number(number % 100)},
            {"instance", "db-" + QByteArray::number(number) + ".example.org"}})));
    row.pushTime = now - std::chrono::seconds(number % 5000);
    row.rhythm = std::chrono::seconds(60 + number % 4000);
    row.expectedBy = *row.pushTime + 2 * *row.rhythm;
    row.lastPushSuccessful = number % 97 != 0;
    row.series = 10 + number % 50;
    return std::make_shared<const core::GroupRow>(std::move(row));
}

/// Milliseconds of the best run.
double best(const std::function<void()>& work)
{
    double least = std::numeric_limits<double>::max();
    for (int run = 0; run < kRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        least = std::min(least, double(timer.nsecsElapsed()) / 1e6);
    }
    return least;
}

/// Whether it was met; a budget of 0 is none.
bool tell(const QString& what, double measured, const QString& unit, double budget)
{
    const bool isMet = budget == 0 || measured <= budget;
    QTextStream(stdout) << what.leftJustified(kWidth) << QString::number(measured, 'f', 3) << ' '
                        << unit
                        << (budget == 0 ? QString()
                                        : u", at most %1: "_s.arg(budget)
                                       + (isMet ? u"met"_s : u"not yet"_s))
                        << '\n';
    return isMet;
}

class Table {
public:
    explicit Table(int groups)
        : m_count(groups)
        , m_now(core::SystemClock().now())
    {
        m_view.resize(1000, 600);
        m_view.show();
        QApplication::processEvents();
    }

    double fill()
    {
        core::GroupChanges changes;
        for (int number = 0; number < m_count; ++number)
            changes.changed.push_back(groupOf(number, m_now));
        return best([&] {
            m_groups.clear();
            m_groups.setNow(m_now);
            m_groups.apply(changes);
            m_view.grab();
        });
    }
    double filter()
    {
        int round = 0;
        return best([&] {
            m_filtered.setFilter(
                *core::GroupFilter::ofLine(++round % 2 == 0 ? u"load_7"_s : u"db-99"_s));
            m_view.grab();
        });
    }
    double selector()
    {
        int round = 0;
        return best([&] {
            m_filtered.setFilter(*core::GroupFilter::ofLine(
                ++round % 2 == 0 ? u"{job=~\".*_7\"}"_s : u"{job=~\".*_8\"}"_s));
        });
    }
    double change()
    {
        m_filtered.setFilter({});
        int number = 0;
        return best([&] {
            number += 37;
            m_groups.apply({core::GroupChanges::Scope::Some,
                {groupOf(number, m_now + std::chrono::seconds(number))}, {}});
        });
    }
    double second()
    {
        return best([&] {
            m_now += std::chrono::seconds(1);
            m_groups.setNow(m_now);
            m_filtered.pendingChanges();
        });
    }

    /// Branches all open, so that the view has as much to do as it can get.
    double group(const QByteArray& label)
    {
        return best([&] {
            m_view.setGroupedBy({});
            m_view.setGroupedBy(label);
            m_view.openAll();
            m_view.grab();
        });
    }
    double overview()
    {
        return best([&] { core::overviewOf(m_groups, m_filtered.filter()); });
    }

private:
    int m_count;
    core::TimePoint m_now;
    GroupCells m_words;
    core::GroupModel m_groups{m_words};
    core::GroupFilterModel m_filtered{m_groups};
    GroupView m_view{m_filtered};
};

bool measureBranches(Table& table, const QByteArray& label, const Budget& budget)
{
    const QString of = u"  by %1: "_s.arg(QString::fromUtf8(label));
    tell(of + u"branches made and opened"_s, table.group(label), u"ms"_s, 0);
    bool isMet = tell(of + u"filter by a word"_s, table.filter(), u"ms"_s, budget.filterMs);
    isMet &= tell(of + u"apply one change"_s, table.change(), u"ms"_s, budget.changeMs);
    tell(of + u"a second passes"_s, table.second(), u"ms"_s, 0);
    return isMet;
}

bool measure(int groups)
{
    const Budget budget = groups == kBudgetGroups ? kBudget : Budget{};
    QTextStream(stdout) << groups << " groups\n";
    const double before = memoryMib();
    Table table(groups);
    bool isMet = tell(u"  fill the table"_s, table.fill(), u"ms"_s, budget.fillMs);
    isMet &= tell(u"  filter by a word"_s, table.filter(), u"ms"_s, budget.filterMs);
    isMet &= tell(u"  filter by a selector"_s, table.selector(), u"ms"_s, budget.filterMs);
    isMet &= tell(u"  apply one change"_s, table.change(), u"ms"_s, budget.changeMs);
    isMet &= tell(u"  a second passes: ages, states, order"_s, table.second(), u"ms"_s, 0);
    tell(u"  figures of the overview"_s, table.overview(), u"ms"_s, 0);
    isMet &= measureBranches(table, "job", budget);
    isMet &= measureBranches(table, "instance", budget); // one for each group
    isMet &= tell(u"  memory"_s, memoryMib() - before, u"MiB"_s, budget.memoryMib);
    return isMet;
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const bool isMet = measure(kBudgetGroups);
    measure(10 * kBudgetGroups);
    return isMet ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What a push costs without HTTP: pushes of ten families in turn to a number of groups, the steps
// of each timed apart. `bench_push GROUPS SERIES`; both may be left out.
#include "core/parse/parse_body.h"
#include "core/parse/push_path.h"
#include "core/store/metric_store.h"

#include <QString>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace pushgate::core;

namespace {

constexpr int kRounds = 5;
constexpr int kPushes = 20'000;
constexpr int kFamilies = 10;

/// As push_load pushes.
QByteArray bodyOf(int series)
{
    QByteArray body;
    for (int i = 0; i < series; ++i) {
        const int family = i * kFamilies / series;
        body += "bench_latency_seconds_0" + QByteArray::number(family) + "{operation=\"op_"
            + QByteArray::number(i).rightJustified(6, '0') + "\",region=\"eu-west-1\"} "
            + QByteArray::number(i % 10) + '.' + QByteArray::number(i * 7919 % 1'000'000) + '\n';
    }
    return body;
}

/// Nanoseconds of this thread's processor time: others may be busy too.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

struct Costs {
    double path = 0;
    double parse = 0;
    double prepare = 0;
    double push = 0;

    double total() const { return path + parse + prepare + push; }
};

/// Nothing if a push was refused.
std::optional<Costs> pushOnce(MetricStore& store, int group, const QByteArray& body)
{
    const QByteArray rest = "/instance/i" + QByteArray::number(group);
    Costs costs;
    costs.path = -now();
    auto key = parsePushPath({"bench", JobEncoding::Plain, rest}, NameScheme::Legacy);
    costs.path += now();
    costs.parse = -now();
    auto families = parseBody({{}, {}, body, {}}, {NameScheme::Legacy, 0});
    costs.parse += now();
    if (!key || !families)
        return std::nullopt;
    costs.prepare = -now();
    auto prepared
        = prepare({*std::move(key), PushMode::Replace, *std::move(families)}, TimePoint{});
    costs.prepare += now();
    if (!prepared)
        return std::nullopt;
    costs.push = -now();
    const Status status = store.push(*std::move(prepared), Consistency::Checked);
    costs.push += now();
    return status ? std::optional(costs) : std::nullopt;
}

/// The medians of the steps, since single ones may be interrupted.
Costs medians(const std::vector<Costs>& all)
{
    const auto median = [&all](double Costs::*step) {
        std::vector<double> values;
        for (const Costs& costs : all)
            values.push_back(costs.*step);
        std::nth_element(values.begin(), values.begin() + std::ssize(values) / 2, values.end());
        return values[values.size() / 2];
    };
    return {
        median(&Costs::path), median(&Costs::parse), median(&Costs::prepare), median(&Costs::push)};
}

bool measure(int groups, int series)
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    const QByteArray body = bodyOf(series);
    for (int group = 0; group < groups; ++group) {
        if (!pushOnce(store, group, body))
            return false;
    }
    const int pushes = std::max(1, kPushes * 10 / series);
    for (int round = 0; round < kRounds; ++round) {
        std::vector<Costs> all;
        for (int i = 0; i < pushes; ++i) {
            const auto costs = pushOnce(store, i % groups, body);
            if (!costs)
                return false;
            all.push_back(*costs);
        }
        const Costs costs = medians(all);
        QTextStream(stdout) << QString::asprintf(
            "%6d groups  path %6.0f  parse %8.0f  prepare %8.0f  push %8.0f  all %8.0f ns\n",
            groups, costs.path, costs.parse, costs.prepare, costs.push, costs.total());
    }
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const auto number = [argc, argv](int index, int otherwise) {
        return argc > index ? QByteArray(argv[index]).toInt() : otherwise;
    };
    const int groups = number(1, 100);
    const int series = number(2, kFamilies);
    if (groups <= 0 || series < kFamilies || !measure(groups, series)) {
        QTextStream(stderr) << "bench_push: no such measurement\n";
        return 1;
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a store is rendered: 100,000 series in several shapes, each output a few times, the
// best run counts. `bench_render NAME` measures one output.
#include "core/api/families_json.h"
#include "core/expose/exposition.h"
#include "core/expose/gzip_segments.h"
#include "tests/support/family_builder.h"
#include "tests/support/snapshot_builder.h"

#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>

using namespace pushgate::core;
using pushgate::tests::FamilyBuilder;
using pushgate::tests::SnapshotBuilder;

namespace {

constexpr int kRuns = 7;

struct Shape {
    const char* name;
    int groups;
    int families;
    int seriesPerFamily;
};

double valueOf(int seed)
{
    // Some integers, some short fractions, some of full length: as real gauges are.
    switch (seed % 3) {
    case 0: return seed;
    case 1: return seed / 8.0;
    default: return seed / 7.0 * 1e3;
    }
}

MetricFamily familyOf(int number, int group, int seriesCount)
{
    FamilyBuilder rows("backup_some_metric_" + QByteArray::number(number), MetricType::Gauge);
    rows.help("A metric that says something.");
    for (int series = 0; series < seriesCount; ++series) {
        rows.plain({{"device", "/dev/disk/by-id/" + QByteArray::number(series)},
                       {"mode", series % 2 == 0 ? "read" : "write"}},
            valueOf(group * 31 + number * 7 + series));
    }
    return rows.build();
}

Snapshot snapshotOf(const Shape& shape)
{
    SnapshotBuilder builder;
    for (int group = 0; group < shape.groups; ++group) {
        std::vector<MetricFamily> families;
        for (int number = 0; number < shape.families; ++number)
            families.push_back(familyOf(number, group, shape.seriesPerFamily));
        builder.add({{"job", "backup"}, {"instance", "host-" + QByteArray::number(group)}},
            std::move(families));
    }
    return builder.build();
}

qint64 bytesOf(const QList<QByteArray>& segments)
{
    qint64 bytes = 0;
    for (const QByteArray& segment : segments)
        bytes += segment.size();
    return bytes;
}

void measureOne(const char* what, quint64 series, const std::function<QList<QByteArray>()>& render)
{
    double best = std::numeric_limits<double>::infinity();
    QList<QByteArray> output;
    for (int run = 0; run < kRuns; ++run) {
        output.clear();
        const std::clock_t start = std::clock(); // processor time: others may be busy too
        output = render();
        best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    const auto bytes = static_cast<double>(bytesOf(output));
    QTextStream(stdout) << QString::asprintf(
        "  %-20s %8.2f ms %7.0f MB/s %6.0f ns/series %7.0f KiB %5lld segments\n", what, best * 1e3,
        bytes / best / 1e6, best * 1e9 / static_cast<double>(series), bytes / 1024,
        qlonglong{output.size()});
}

/// `only`: the output to measure; empty: every one.
void measureAll(const Shape& shape, const QByteArray& only)
{
    const Snapshot snapshot = snapshotOf(shape);
    QTextStream(stdout) << shape.name << "\n";
    const auto measure = [&](const char* what, const std::function<QList<QByteArray>()>& render) {
        if (only.isEmpty() || only == what)
            measureOne(what, snapshot.seriesCount, render);
    };
    const auto exposition = [&snapshot](ExpositionSyntax syntax) {
        return renderExposition(snapshot, {}, {syntax, Escaping::Underscores});
    };
    measure("text", [&] { return exposition(ExpositionSyntax::Text); });
    measure("protobuf", [&] { return exposition(ExpositionSyntax::Delimited); });
    const QList<QByteArray> text = exposition(ExpositionSyntax::Text);
    measure("gzip of the text", [&text] { return *gzipSegments(text); });
    measure("JSON", [&snapshot] { return renderFamiliesJson(snapshot); });
    measure("protobuf as text", [&] { return exposition(ExpositionSyntax::CompactText); });
}

} // namespace

int main(int argc, char** argv)
{
    for (const Shape& shape : {Shape{"100 groups of 10 families of 100 series", 100, 10, 100},
             Shape{"100 groups of 100 families of 10", 100, 100, 10},
             Shape{"10,000 groups of 10 families of 1", 10'000, 10, 1},
             Shape{"1 group of 100,000 families of 1", 1, 100'000, 1}})
        measureAll(shape, argc > 1 ? argv[1] : "");
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the protobuf parser accepts can be shown by a scrape; a body that is cut ends early or
// between two families, and never reads as something else.
#include "core/parse/protobuf_parser.h"
#include "tests/fuzz/property.h"

#include <set>

using namespace pushgate::core;
using pushgate::tests::require;

namespace {

using Families = Result<std::vector<MetricFamily>>;

void checkMetric(const MetricFamily& family, const Metric& metric)
{
    require(family.type() != MetricType::GaugeHistogram || metric.has(Payload::Histogram),
        "gauge histograms are histograms");
    if (const OddMetric* odd = metric.odd())
        require(odd->gauge.has_value() == metric.has(Payload::Gauge)
                && odd->summary.has_value() == (metric.summary() != nullptr),
            "an odd metric holds what it says");
    for (const LabelView& label : metric.labels())
        require((label.nameGiven || label.name.isEmpty())
                && (label.valueGiven || label.value.isEmpty()),
            "what is absent is empty");
    if (const Histogram* histogram = metric.histogram(); histogram && histogram->native) {
        for (const auto& [bucket, exemplar] : histogram->native->bucketExemplars)
            require(bucket < histogram->buckets.size(), "exemplars belong to buckets");
    }
}

void checkFamilies(const std::vector<MetricFamily>& families)
{
    std::set<QByteArray> seen;
    for (const MetricFamily& family : families) {
        require(seen.insert(family.name()).second, "a name is there once");
        require(!family.name().isEmpty() || family.metricCount() == 0, "metrics have a name");
        require(family.payloads().rowCount() == family.metricCount(), "tables have equal rows");
        for (size_t row = 0; row < family.metricCount(); ++row)
            checkMetric(family, family.metric(row));
    }
}

void checkCut(QByteArrayView bytes, const Families& whole)
{
    const Error failure = {Error::Kind::Unavailable, "cut"};
    const Families cut = parseDelimitedProtobuf({bytes.toByteArray(), failure});
    require(!cut, "what is cut is refused");
    require(cut.error() == failure || (!whole && cut.error() == whole.error()),
        "for the cut, or for the mistake that the whole has");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    const QByteArrayView bytes = pushgate::tests::viewOf(data, size);
    const Families families = parseDelimitedProtobuf({bytes.toByteArray(), {}});
    if (families)
        checkFamilies(*families);
    else
        require(families.error().kind == Error::Kind::BadRequest, "nothing is wrong but the body");
    for (const qsizetype length : {bytes.size() / 2, bytes.size() - 1}) {
        if (length >= 0)
            checkCut(bytes.first(length), families);
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the text parser accepts holds what the rooms behind it rely on; a body that is cut
// fails at the end or where the whole one does, and never reads as something else.
#include "core/base/utf8.h"
#include "core/parse/text_parser.h"
#include "tests/fuzz/property.h"

#include <set>

using namespace pushgate::core;
using pushgate::tests::require;

namespace {

using Families = Result<std::vector<MetricFamily>>;

constexpr auto kFrame = "text format parsing error in line ";
constexpr auto kAtEnd = ": unexpected end of input stream";

void checkLabels(const MetricFamily& family, size_t row, NameScheme names)
{
    std::set<QByteArrayView> seen;
    for (const LabelView& label : family.metric(row).labels()) {
        require(isValidLabelName(label.name, names), "label names are valid");
        require(label.name != "__name__", "and not reserved");
        require(seen.insert(label.name).second, "and not there twice");
        require(isValidUtf8(label.value), "label values are UTF-8");
    }
}

void checkFamilies(const std::vector<MetricFamily>& families, NameScheme names)
{
    std::set<QByteArray> seen;
    for (const MetricFamily& family : families) {
        require(isValidMetricName(family.name(), names), "family names are valid");
        require(seen.insert(family.name()).second, "and not there twice");
        require(family.isTypeGiven(), "a family has a type");
        require(family.metricCount() > 0, "and metrics");
        require(family.payloads().rowCount() == family.metricCount(), "tables have equal rows");
        for (size_t row = 0; row < family.metricCount(); ++row) {
            require(family.metric(row).has(payloadOf(family.type())), "metrics are of the type");
            checkLabels(family, row, names);
        }
    }
}

void checkCut(QByteArrayView bytes, const Families& whole, NameScheme names)
{
    const Error failure = {Error::Kind::Unavailable, "cut"};
    const Families cut = parseText({bytes.toByteArray(), failure}, names);
    require(!cut, "what is cut is refused");
    require(cut.error() == failure || (!whole && cut.error() == whole.error()),
        "for the cut, or for the mistake that the whole has");

    const Families ended = parseText({bytes.toByteArray(), {}}, names);
    const bool isAtEnd = !ended && ended.error().message.endsWith(kAtEnd);
    require(cut.error() != failure || ended || isAtEnd, "an end is taken for no other mistake");
}

void check(QByteArrayView bytes, NameScheme names)
{
    const Families families = parseText({bytes.toByteArray(), {}}, names);
    if (families)
        checkFamilies(*families, names);
    else
        require(families.error().kind == Error::Kind::BadRequest
                && families.error().message.startsWith(kFrame),
            "an error says in which line");
    for (const qsizetype size : {bytes.size() / 2, bytes.size() - 1}) {
        if (size >= 0)
            checkCut(bytes.first(size), families, names);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    const QByteArrayView bytes = pushgate::tests::viewOf(data, size);
    check(bytes, NameScheme::Legacy);
    check(bytes, NameScheme::Utf8);
    if (parseText({bytes.toByteArray(), {}}, NameScheme::Legacy))
        require(bool(parseText({bytes.toByteArray(), {}}, NameScheme::Utf8)),
            "the wider scheme accepts all that the narrow one does");
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/typed_push.h"

#include "core/parse/text_parser.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    bool hasTimestamp(const core::MetricFamily& family)
    {
        for (size_t row = 0; row < family.metricCount(); ++row) {
            if (family.metric(row).timestampMs())
                return true;
        }
        return false;
    }

} // namespace

core::Result<core::GroupingKey> readTypedKey(const QByteArray& text)
{
    QByteArray labels = text.trimmed();
    if (!labels.startsWith('{'))
        labels = '{' + labels + '}';
    // One line of the text format with these labels, so that there is one grammar for all.
    const auto families = core::parseText({"key" + labels + " 0\n", {}}, core::NameScheme::Utf8);
    if (!families || families->size() != 1 || families->front().name() != "key")
        return core::badRequest("labels look like job=\"backup\",instance=\"db1\"");
    std::vector<core::Label> read;
    for (const core::LabelView& label : families->front().metric(0).labels())
        read.push_back({label.name.toByteArray(), label.value.toByteArray()});
    auto set = core::Labels::from(std::move(read));
    if (!set)
        return set.error();
    return core::GroupingKey::from(*std::move(set));
}

QByteArray completed(const QByteArray& text)
{
    return text.isEmpty() || text.endsWith('\n') ? text : text + '\n';
}

core::Result<TypedBody> readTypedBody(const QByteArray& text)
{
    const auto families = core::parseText({completed(text), {}}, core::NameScheme::Utf8);
    if (!families)
        return families.error();
    TypedBody body;
    body.families = qsizetype(families->size());
    for (const core::MetricFamily& family : *families) {
        if (hasTimestamp(family))
            return core::badRequest(
                family.name() + " has a timestamp; pushed metrics must not have any");
        body.series += qsizetype(family.metricCount());
    }
    return body;
}

} // namespace pushgate::gui

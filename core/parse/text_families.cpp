// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_families.h"

#include <array>

namespace pushgate::core {

namespace {

    struct Suffix {
        QByteArrayView text;
        SampleRole role = SampleRole::Part;
        bool ofSummaries = true; // and not only of histograms
    };

    constexpr std::array kSuffixes = {Suffix{"_count", SampleRole::Count, true},
        Suffix{"_sum", SampleRole::Sum, true}, Suffix{"_bucket", SampleRole::Part, false}};

} // namespace

TextFamilies::Selection TextFamilies::select(const TextName& name)
{
    const auto known = m_selections.find(name.bytes);
    if (known != m_selections.end())
        return known->second;
    if (const Selection whole = chooseWhole(name.bytes); whole.family) {
        if (name.form == TextName::Form::Bare)
            m_selections.emplace(name.bytes, whole);
        return whole;
    }
    TextFamily& added = m_families.emplace_back(name.bytes.toByteArray());
    const Selection selection{&added, SampleRole::Part};
    m_selections.emplace(added.name(), selection);
    return selection;
}

/// The summary or histogram of which `name` names a part; no family if there is none.
TextFamilies::Selection TextFamilies::chooseWhole(QByteArrayView name) const
{
    for (const Suffix& suffix : kSuffixes) {
        if (name.size() <= suffix.text.size() || !name.endsWith(suffix.text))
            continue;
        TextFamily* const family = find(name.chopped(suffix.text.size()));
        if (family && (family->isHistogram() || (suffix.ofSummaries && family->isSummary())))
            return {family, suffix.role};
    }
    return {};
}

TextFamily* TextFamilies::find(QByteArrayView name) const
{
    const auto known = m_selections.find(name);
    if (known == m_selections.end() || known->second.family->name() != name)
        return nullptr; // no such name, or only a part of another family
    return known->second.family;
}

Result<std::vector<MetricFamily>> TextFamilies::finish() &&
{
    std::vector<MetricFamily> finished;
    finished.reserve(m_families.size());
    for (; !m_families.empty(); m_families.pop_front()) {
        if (!m_families.front().hasMetrics())
            continue;
        auto family = std::move(m_families.front()).finish();
        if (!family)
            return family.error();
        finished.push_back(*std::move(family));
    }
    return finished;
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_labels.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    constexpr size_t kManyLabels = 16; // up to here looking through all is quicker than hashing
    constexpr char kSeparator = '\xff';

    bool nameLess(const TextLabel& left, const TextLabel& right)
    {
        return left.name < right.name;
    }

} // namespace

void TextLabels::clear()
{
    m_labels.clear();
    if (!m_names.empty())
        m_names.clear();
    quantile = kNone;
    bucketBound = kNone;
}

bool TextLabels::hasName(QByteArrayView name) const
{
    return std::any_of(m_labels.cbegin(), m_labels.cend(),
        [name](const TextLabel& label) { return label.name == name; });
}

bool TextLabels::addName(QByteArrayView name)
{
    if (m_labels.size() == kManyLabels) {
        for (const TextLabel& label : m_labels)
            m_names.insert(label.name);
    }
    const bool isNew = m_labels.size() < kManyLabels ? !hasName(name) : m_names.insert(name).second;
    if (isNew)
        m_labels.push_back({name, {}});
    return isNew;
}

void TextLabels::writeKey(QByteArray& out)
{
    const std::vector<TextLabel>* labels = &m_labels;
    if (!std::is_sorted(m_labels.cbegin(), m_labels.cend(), nameLess)) {
        m_sorted = m_labels;
        std::sort(m_sorted.begin(), m_sorted.end(), nameLess);
        labels = &m_sorted;
    }
    out.resize(0);
    for (const TextLabel& label : *labels) {
        out.append(label.name).append(kSeparator);
        out.append(label.value).append(kSeparator);
    }
}

} // namespace pushgate::core

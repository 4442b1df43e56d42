// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/name_rules.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    bool startsLabelName(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    bool startsMetricName(char c)
    {
        return startsLabelName(c) || c == ':';
    }

    bool isNonEmptyUtf8(QByteArrayView name)
    {
        return !name.isEmpty() && isValidUtf8(name);
    }

} // namespace

bool isLegacyMetricName(QByteArrayView name)
{
    return !name.isEmpty() && !isDigit(name.front())
        && std::all_of(
            name.begin(), name.end(), [](char c) { return startsMetricName(c) || isDigit(c); });
}

bool isLegacyLabelName(QByteArrayView name)
{
    return !name.isEmpty() && !isDigit(name.front())
        && std::all_of(
            name.begin(), name.end(), [](char c) { return startsLabelName(c) || isDigit(c); });
}

bool isValidMetricName(QByteArrayView name, NameScheme scheme)
{
    return scheme == NameScheme::Legacy ? isLegacyMetricName(name) : isNonEmptyUtf8(name);
}

bool isValidLabelName(QByteArrayView name, NameScheme scheme)
{
    return scheme == NameScheme::Legacy ? isLegacyLabelName(name) : isNonEmptyUtf8(name);
}

} // namespace pushgate::core

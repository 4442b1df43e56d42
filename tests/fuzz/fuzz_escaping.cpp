// SPDX-License-Identifier: GPL-3.0-or-later
// Escaped names are legacy names, and the values scheme can be undone.
#include "core/base/utf8.h"
#include "core/model/escaping.h"
#include "core/model/name_rules.h"
#include "tests/fuzz/property.h"

#include <algorithm>

using namespace pushgate::core;
using pushgate::tests::require;

namespace {

/// Code points that five hexadecimal digits can say.
bool canBeUndone(QByteArrayView name)
{
    const CodePoints points(name);
    return isValidUtf8(name)
        && std::all_of(points.begin(), points.end(),
            [](const CodePoint& point) { return point.value <= 0xFFFFF; });
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    const QByteArray name = pushgate::tests::viewOf(data, size).toByteArray();
    require(unescapeValues(name).size() <= name.size(), "unescaping shortens");
    for (const Escaping escaping : {Escaping::Underscores, Escaping::Dots, Escaping::Values}) {
        const QByteArray escaped = escapeName(name, escaping);
        require(name.isEmpty() || isLegacyMetricName(escaped), "an escaped name is a legacy name");
        require(escapeName(escaped, escaping) == escaped, "and stays as it is");
    }
    if (!isLegacyMetricName(name) && canBeUndone(name))
        require(unescapeValues(escapeName(name, Escaping::Values)) == name, "values can be undone");
    return 0;
}

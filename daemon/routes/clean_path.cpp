// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/clean_path.h"

#include <vector>

namespace pushgate::daemon {

namespace {

    /// Takes the first segment off `rest`, which may begin with slashes.
    QByteArrayView takeSegment(QByteArrayView& rest)
    {
        while (rest.startsWith('/'))
            rest = rest.sliced(1);
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView segment = slash < 0 ? rest : rest.first(slash);
        rest = rest.sliced(segment.size());
        return segment;
    }

} // namespace

bool isCleanPath(QByteArrayView path)
{
    if (!path.startsWith('/'))
        return false;
    for (qsizetype slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const QByteArrayView rest = path.sliced(slash + 1);
        if (rest.startsWith('/') || rest == "." || rest == ".." || rest.startsWith("./")
            || rest.startsWith("../"))
            return false;
    }
    return true;
}

QByteArray cleanPath(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    for (QByteArrayView rest = path; !rest.isEmpty();) {
        const QByteArrayView segment = takeSegment(rest);
        if (segment == "..") {
            if (!segments.empty())
                segments.pop_back();
        } else if (!segment.isEmpty() && segment != ".") {
            segments.push_back(segment);
        }
    }
    QByteArray clean;
    for (const QByteArrayView segment : segments)
        clean.append('/').append(segment);
    if (clean.isEmpty() || path.endsWith('/'))
        clean.append('/');
    return clean;
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/path_pattern.h"

namespace pushgate::daemon {

std::optional<PathParts> PathPattern::match(QByteArrayView path) const
{
    if (!path.startsWith(m_prefix))
        return std::nullopt;
    return partsOf(path.sliced(m_prefix.size()));
}

std::optional<QByteArray> PathPattern::corrected(QByteArrayView path) const
{
    if (path.size() < m_prefix.size()
        || path.first(m_prefix.size()).compare(m_prefix, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArrayView rest = path.sliced(m_prefix.size());
    if (!partsOf(rest))
        return std::nullopt;
    return QByteArray(m_prefix).append(rest);
}

std::optional<PathParts> PathPattern::partsOf(QByteArrayView rest) const
{
    switch (m_form) {
    case Form::Exact:
        if (!rest.isEmpty())
            return std::nullopt;
        return PathParts{};
    case Form::Below: return PathParts{{}, {}, rest};
    case Form::Group: break;
    }
    const qsizetype slash = rest.indexOf('/');
    const QByteArrayView job = slash < 0 ? rest : rest.first(slash);
    if (job.isEmpty())
        return std::nullopt;
    return PathParts{job, rest.sliced(job.size()), {}};
}

} // namespace pushgate::daemon

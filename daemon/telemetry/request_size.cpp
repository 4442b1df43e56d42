// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/request_size.h"

#include "daemon/http/request.h"

#include <algorithm>
#include <vector>

namespace pushgate::daemon {

namespace {

    bool equalNames(QByteArrayView left, QByteArrayView right)
    {
        return left.compare(right, Qt::CaseInsensitive) == 0;
    }

    bool nameBefore(QByteArrayView left, QByteArrayView right)
    {
        return left.compare(right, Qt::CaseInsensitive) < 0;
    }

    /// Values of all fields, each name once.
    qint64 fieldBytes(const RequestFields& fields)
    {
        qint64 bytes = 0;
        std::vector<QByteArrayView> names;
        names.reserve(static_cast<size_t>(fields.size()));
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const auto [name, value] = fields.at(i);
            if (equalNames(name, "Host") || equalNames(name, "Transfer-Encoding"))
                continue;
            names.push_back(name);
            bytes += value.size();
        }
        std::sort(names.begin(), names.end(), nameBefore);
        names.erase(std::unique(names.begin(), names.end(), equalNames), names.end());
        for (const QByteArrayView name : names)
            bytes += name.size();
        return bytes;
    }

} // namespace

qint64 estimatedRequestBytes(const Request& request)
{
    static constexpr QByteArrayView kProtocol("HTTP/1.1");
    return request.target.size() + request.method.size() + kProtocol.size()
        + fieldBytes(request.fields) + request.field("Host").value_or(QByteArrayView()).size()
        + request.contentLength.value_or(0);
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/envelope.h"

#include "core/api/json_text.h"

namespace pushgate::core {

QList<QByteArray> successBody(QList<QByteArray> data)
{
    data.push_front(R"({"status":"success","data":)");
    data.push_back("}");
    return data;
}

QByteArray errorBody(QByteArrayView errorType, QByteArrayView error)
{
    return R"({"status":"error","errorType":)" + jsonString(errorType) + R"(,"error":)"
        + jsonString(error) + '}';
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushgate::core {

/// The body of a JSON answer that succeeded: `{"status":"success","data":...}` around `data`, which
/// is JSON in segments; they are shared.
/// Source  spec/query-api.md 2.
QList<QByteArray> successBody(QList<QByteArray> data);

/// `{"status":"error","errorType":...,"error":...}`
QByteArray errorBody(QByteArrayView errorType, QByteArrayView error);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <utility>
#include <vector>

namespace pushgate::tests::gob {

/// The pieces of a gob stream, to be put together in order or out of order.
QByteArray unsignedInteger(quint64 number);
QByteArray integer(qint64 number);
QByteArray bytes(const QByteArray& content);
QByteArray message(const QByteArray& content);

// Messages that define type `id`.
QByteArray mapType(qint64 id, qint64 key, qint64 element);
QByteArray sliceType(qint64 id, qint64 element);
QByteArray opaqueType(qint64 id);
QByteArray structType(qint64 id, const std::vector<std::pair<QByteArray, qint64>>& fields);

/// The message with a value that is no struct.
QByteArray value(qint64 type, const QByteArray& content);

/// A Pushgateway's store: 65 is the map of groups, 66 a group with the fields Labels and Metrics,
/// 69 a family, 70 what encodes itself.
QByteArray storeTypes();

} // namespace pushgate::tests::gob

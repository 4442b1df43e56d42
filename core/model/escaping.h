// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pushgate::core {

/// What becomes of names outside the legacy set on their way to a client that asked for it.
enum class Escaping { AllowUtf8, Underscores, Dots, Values };

/// The word for it in `escaping=` of Accept and Content-Type, as `allow-utf-8`.
QByteArrayView wireWord(Escaping escaping);
/// Nothing, if `word` is none of the four; case counts.
std::optional<Escaping> escapingOfWireWord(QByteArrayView word);

/// A metric or label name as the client wants it; legacy metric names, and no name at all, come
/// back as they are. Two names may become one.
/// Cost    one look at each byte; an allocation only where the name changes.
/// Source  spec/exposition.md 6.
QByteArray escapeName(const QByteArray& name, Escaping escaping);

/// Undoes Escaping::Values: a name with `U__` in front, as a push URL may have it.
/// Output  the name as it is, prefix included, where it is not well escaped. Code points above
///         U+FFFFF cannot be written this way.
/// Source  spec/push-api.md 6.
QByteArray unescapeValues(const QByteArray& name);

} // namespace pushgate::core

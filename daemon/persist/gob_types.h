// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/persist/gob_input.h"

#include <QByteArray>
#include <QByteArrayView>

#include <map>
#include <vector>

namespace pushgate::daemon {

/// Numbers of the types that need no definition.
inline constexpr qint64 kGobString = 6;

/// A type that a gob stream defines; others are referred to by their numbers.
struct GobType {
    enum class Kind {
        List, ///< array or slice
        Struct,
        Map,
        Opaque ///< encodes itself: a length and bytes
    };
    struct Field {
        QByteArray name;
        qint64 type = 0;
    };

    Kind kind = Kind::Opaque;
    qint64 key = 0; ///< of a map
    qint64 element = 0; ///< of a map or list
    std::vector<Field> fields; ///< of a struct
};

/// The types of one gob stream, as far as it has defined them.
/// Source  Persistence, section 3.
class GobTypes {
public:
    /// Reads the rest of a message that defines type `id`.
    /// Errors  BadRequest: malformed, or more definitions than any Go program makes.
    core::Status define(qint64 id, GobInput& in);

    const GobType* find(qint64 id) const; ///< null: not defined

    /// Reads a value of a type and forgets it.
    /// Errors  BadRequest: malformed, of an unknown type, or nested too deeply.
    core::Status skip(qint64 type, GobInput& in, int depth = 0) const;

private:
    static core::Status readKind(GobType& type, qint64 kind, GobInput& in);
    core::Status skipDefined(const GobType& type, GobInput& in, int depth) const;

    std::map<qint64, GobType> m_types;
    qint64 m_bytes = 0; ///< of all definitions
};

} // namespace pushgate::daemon

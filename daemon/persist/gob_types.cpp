// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_types.h"

namespace pushgate::daemon {

namespace {

    constexpr qint64 kMostDefinitionBytes = 1024LL * 1024; // the reference needs some 2,000
    constexpr int kDeepestValue = 32;

    // Further types that need no definition; 1 to 4 (bool, int, uint, float) are one integer each.
    constexpr qint64 kLastInteger = 4;
    constexpr qint64 kBytes = 5;
    constexpr qint64 kComplex = 7;

    core::Status readIntInto(qint64& number, GobInput& in)
    {
        const auto read = in.readInt();
        if (!read)
            return read.error();
        number = *read;
        return core::ok();
    }

    core::Status readIntegers(int count, GobInput& in)
    {
        for (int i = 0; i < count; ++i) {
            if (const auto read = in.readUint(); !read)
                return read.error();
        }
        return core::ok();
    }

    /// A name and a number: of a type, for instance.
    core::Status readNamed(GobType::Field& named, GobInput& in)
    {
        return in.readFields([&](qint64 field) -> core::Status {
            if (field == 1)
                return readIntInto(named.type, in);
            if (field != 0)
                return in.damaged("an unknown field of a definition");
            auto name = in.readBytes();
            if (!name)
                return name.error();
            named.name = *std::move(name);
            return core::ok();
        });
    }

    core::Status readStructFields(GobType& type, GobInput& in)
    {
        const auto count = in.readCount();
        if (!count)
            return count.error();
        for (qint64 i = 0; i < *count; ++i) {
            GobType::Field field;
            if (core::Status read = readNamed(field, in); !read)
                return read;
            type.fields.push_back(std::move(field));
        }
        return core::ok();
    }

    /// The kinds of definitions in their order in the stream.
    enum Wire { Array, Slice, Struct, Map, GobEncoder, BinaryMarshaler, TextMarshaler };

    GobType::Kind kindOf(qint64 wire)
    {
        switch (wire) {
        case Array:
        case Slice: return GobType::Kind::List;
        case Struct: return GobType::Kind::Struct;
        case Map: return GobType::Kind::Map;
        default: return GobType::Kind::Opaque;
        }
    }

    struct Detail {
        qint64 kind;
        qint64 field;

        friend bool operator==(const Detail&, const Detail&) = default;
    };

    /// A field of a definition other than its first.
    core::Status readDetail(GobType& type, const Detail& detail, GobInput& in)
    {
        if (detail == Detail{Struct, 1})
            return readStructFields(type, in);
        if (detail == Detail{Map, 1})
            return readIntInto(type.key, in);
        if (detail == Detail{Map, 2} || detail == Detail{Slice, 1} || detail == Detail{Array, 1})
            return readIntInto(type.element, in);
        if (detail == Detail{Array, 2}) // how long it is, which each value says again
            return readIntegers(1, in);
        return in.damaged("an unknown field of a definition");
    }

} // namespace

core::Status GobTypes::define(qint64 id, GobInput& in)
{
    m_bytes += in.leftInMessage();
    if (m_bytes > kMostDefinitionBytes)
        return in.damaged("more type definitions than any program makes");
    GobType type;
    int kinds = 0;
    core::Status read = in.readFields([&](qint64 kind) -> core::Status {
        ++kinds;
        return readKind(type, kind, in);
    });
    if (!read)
        return read;
    if (kinds != 1)
        return in.damaged("a definition that is not of one kind");
    m_types.insert_or_assign(id, std::move(type));
    return core::ok();
}

core::Status GobTypes::readKind(GobType& type, qint64 kind, GobInput& in)
{
    if (kind > TextMarshaler)
        return in.damaged("a definition of an unknown kind");
    type.kind = kindOf(kind);
    return in.readFields([&](qint64 field) -> core::Status {
        if (field != 0)
            return readDetail(type, {kind, field}, in);
        GobType::Field ignored; // the type's own name and number, which differ from the message's
        return readNamed(ignored, in);
    });
}

const GobType* GobTypes::find(qint64 id) const
{
    const auto found = m_types.find(id);
    return found == m_types.end() ? nullptr : &found->second;
}

core::Status GobTypes::skip(qint64 type, GobInput& in, int depth) const
{
    if (depth > kDeepestValue)
        return in.damaged("values nested too deeply");
    if (const GobType* defined = find(type))
        return skipDefined(*defined, in, depth + 1);
    if (type > 0 && type <= kLastInteger)
        return readIntegers(1, in);
    if (type == kBytes || type == kGobString)
        return in.skipBytes();
    if (type == kComplex)
        return readIntegers(2, in);
    return in.damaged("a value of an unknown type");
}

core::Status GobTypes::skipDefined(const GobType& type, GobInput& in, int depth) const
{
    if (type.kind == GobType::Kind::Opaque)
        return in.skipBytes();
    if (type.kind == GobType::Kind::Struct) {
        return in.readFields([&](qint64 field) -> core::Status {
            if (static_cast<size_t>(field) >= type.fields.size())
                return in.damaged("a field that its struct does not have");
            return skip(type.fields[static_cast<size_t>(field)].type, in, depth);
        });
    }
    const auto count = in.readCount();
    if (!count)
        return count.error();
    for (qint64 i = 0; i < *count; ++i) {
        if (type.kind == GobType::Kind::Map) {
            if (core::Status key = skip(type.key, in, depth); !key)
                return key;
        }
        if (core::Status element = skip(type.element, in, depth); !element)
            return element;
    }
    return core::ok();
}

} // namespace pushgate::daemon

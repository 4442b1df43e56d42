// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_store_reader.h"

#include "daemon/persist/gob_input.h"
#include "daemon/persist/gob_types.h"

namespace pushgate::daemon {

namespace {

    using Kind = GobType::Kind;

    /// Whether the fields of a struct are those that we know, by their names.
    enum class Part { Unknown, Labels, Metrics, Time, Message };

    class StoreReader {
    public:
        StoreReader(
            QIODevice& device, const std::function<core::Status(const GobGroup& group)>& take)
            : m_in(device)
            , m_take(take)
        {
        }

        core::Status read()
        {
            for (;;) {
                const auto entered = m_in.enterMessage();
                if (!entered)
                    return entered.error();
                if (!*entered)
                    return m_in.damaged("the file ends before there is anything in it");
                const auto id = m_in.readInt();
                if (!id)
                    return id.error();
                if (*id >= 0)
                    return readValue(*id);
                if (core::Status defined = m_types.define(-*id, m_in); !defined)
                    return defined;
            }
        }

    private:
        core::Status readValue(qint64 type)
        {
            const GobType* store = m_types.find(type);
            if (!store || !resolve(*store))
                return core::badRequest("a gob stream, but not a Pushgateway's");
            const auto marker = m_in.readUint(); // in front of every value that is no struct
            if (!marker)
                return marker.error();
            if (*marker != 0)
                return m_in.damaged("a value does not begin as one");
            return readMap([this](QByteArray key) { return readGroup(std::move(key)); });
        }

        /// Finds the structs inside; false if the types are not a Pushgateway's.
        bool resolve(const GobType& store)
        {
            const GobType* labels = nullptr;
            const GobType* metrics = nullptr;
            m_group = store.kind == Kind::Map && store.key == kGobString
                ? m_types.find(store.element)
                : nullptr;
            if (!m_group || m_group->kind != Kind::Struct)
                return false;
            for (const GobType::Field& field : m_group->fields) {
                if (partOf(field) == Part::Labels)
                    labels = m_types.find(field.type);
                if (partOf(field) == Part::Metrics)
                    metrics = m_types.find(field.type);
            }
            if (!labels || labels->kind != Kind::Map || labels->key != kGobString
                || labels->element != kGobString)
                return false;
            if (!metrics || metrics->kind != Kind::Map || metrics->key != kGobString)
                return false;
            m_family = m_types.find(metrics->element);
            return m_family && isFamily(*m_family);
        }

        bool isFamily(const GobType& type) const
        {
            int known = 0;
            for (const GobType::Field& field : type.fields) {
                const Part part = partOf(field);
                const GobType* opaque = m_types.find(field.type);
                if (part == Part::Time || part == Part::Message)
                    known += opaque && opaque->kind == Kind::Opaque ? 1 : 0;
            }
            return type.kind == Kind::Struct && known == 2;
        }

        static Part partOf(const GobType::Field& field)
        {
            if (field.name == "Labels")
                return Part::Labels;
            if (field.name == "Metrics")
                return Part::Metrics;
            if (field.name == "Timestamp")
                return Part::Time;
            return field.name == "GobbableMetricFamily" ? Part::Message : Part::Unknown;
        }

        /// A map from strings: calls `readElement` with each key.
        template <typename ReadElement>
        core::Status readMap(const ReadElement& readElement)
        {
            const auto count = m_in.readCount();
            if (!count)
                return count.error();
            for (qint64 i = 0; i < *count; ++i) {
                auto key = m_in.readBytes();
                if (!key)
                    return key.error();
                if (core::Status read = readElement(*std::move(key)); !read)
                    return read;
            }
            return core::ok();
        }

        template <typename ReadPart>
        core::Status readStruct(const GobType& type, const ReadPart& readPart)
        {
            return m_in.readFields([&](qint64 number) -> core::Status {
                if (static_cast<size_t>(number) >= type.fields.size())
                    return m_in.damaged("a field that its struct does not have");
                const GobType::Field& field = type.fields[static_cast<size_t>(number)];
                return readPart(field);
            });
        }

        core::Status readGroup(QByteArray key)
        {
            GobGroup group{std::move(key), {}, {}};
            const core::Status read
                = readStruct(*m_group, [&](const GobType::Field& field) -> core::Status {
                      switch (partOf(field)) {
                      case Part::Labels:
                          return readMap(
                              [&](const QByteArray& name) { return readLabel(group, name); });
                      case Part::Metrics:
                          return readMap(
                              [&](const QByteArray& name) { return readFamily(group, name); });
                      default: return m_types.skip(field.type, m_in);
                      }
                  });
            return read ? m_take(group) : read;
        }

        core::Status readLabel(GobGroup& group, const QByteArray& name)
        {
            core::Label label{name, {}};
            core::Status read = readBytesInto(label.value);
            if (read)
                group.labels.push_back(std::move(label));
            return read;
        }

        core::Status readFamily(GobGroup& group, const QByteArray& name)
        {
            GobFamily family{name, {}, {}};
            core::Status read
                = readStruct(*m_family, [&](const GobType::Field& field) -> core::Status {
                      switch (partOf(field)) {
                      case Part::Time: return readBytesInto(family.time);
                      case Part::Message: return readBytesInto(family.message);
                      default: return m_types.skip(field.type, m_in);
                      }
                  });
            if (read)
                group.families.push_back(std::move(family));
            return read;
        }

        core::Status readBytesInto(QByteArray& into)
        {
            auto bytes = m_in.readBytes();
            if (!bytes)
                return bytes.error();
            into = *std::move(bytes);
            return core::ok();
        }

        GobInput m_in;
        const std::function<core::Status(const GobGroup& group)>& m_take;
        GobTypes m_types;
        const GobType* m_group = nullptr;
        const GobType* m_family = nullptr;
    };

} // namespace

bool looksLikeGob(QByteArrayView head)
{
    // The length of the first message and the number of the type that it defines.
    const auto integerBytes = [](char first) -> qsizetype {
        const auto byte = static_cast<quint8>(first);
        return byte < 0x80 ? 1 : 1 + (0x100 - byte);
    };
    if (head.size() < 2)
        return false;
    const qsizetype idAt = integerBytes(head.front());
    if (idAt > 9 || head.size() <= idAt)
        return false;
    const qsizetype kindAt = idAt + integerBytes(head[idAt]);
    if (kindAt > idAt + 9 || head.size() <= kindAt)
        return false;
    const bool isNegative = (head[kindAt - 1] & 1) != 0;
    const char kind = head[kindAt];
    return isNegative && kind >= 1 && kind <= 7;
}

core::Status readGobStore(
    QIODevice& device, const std::function<core::Status(const GobGroup& group)>& take)
{
    return StoreReader(device, take).read();
}

} // namespace pushgate::daemon

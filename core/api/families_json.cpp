// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/families_json.h"

#include "core/api/family_json.h"
#include "core/api/json_text.h"

#include <array>
#include <utility>

namespace pushgate::core {

namespace {

    constexpr QByteArrayView kLabelsKey = "labels";
    constexpr QByteArrayView kSuccessKey = "last_push_successful";

    /// Writes one object after the other into an array.
    class GroupsWriter {
    public:
        explicit GroupsWriter(Segments& out)
            : m_out(out)
            , m_families(out)
        {
        }

        /// Families and the keys about the group itself stand in one object in the order of their
        /// names; a family that has the name of such a key takes its place.
        void write(const Group& group)
        {
            m_out.append(std::exchange(m_betweenGroups, ","));
            m_betweenKeys = "{";
            auto family = group.families.begin();
            for (const QByteArrayView key : {kLabelsKey, kSuccessKey}) {
                for (; family != group.families.end() && family->family().name() < key; ++family)
                    writeFamily(*family);
                if (family == group.families.end() || family->family().name() != key)
                    writeOwn(key, group);
            }
            for (; family != group.families.end(); ++family)
                writeFamily(*family);
            m_out.append("}");
        }

    private:
        void writeKey(QByteArrayView key)
        {
            m_out.append(std::exchange(m_betweenKeys, ","));
            char* const at = m_out.room(mostJsonStringBytes(key.size()));
            m_out.advance(writeJsonString(at, key));
            m_out.append(":");
        }

        void writeFamily(const StoredFamily& family)
        {
            writeKey(family.family().name());
            m_families.write(family);
        }

        void writeOwn(QByteArrayView key, const Group& group)
        {
            writeKey(key);
            if (key == kLabelsKey)
                m_families.write(group.key.labels());
            else
                m_out.append(isLastPushSuccessful(group) ? "true" : "false");
        }

        Segments& m_out;
        FamilyJsonWriter m_families;
        QByteArrayView m_betweenGroups;
        QByteArrayView m_betweenKeys;
    };

} // namespace

QList<QByteArray> renderFamiliesJson(const Snapshot& snapshot)
{
    Segments out;
    GroupsWriter writer(out);
    out.append("[");
    snapshot.groups.forEach(
        [&writer](const QByteArray&, const GroupPtr& group) { writer.write(*group); });
    out.append("]");
    return out.take();
}

} // namespace pushgate::core

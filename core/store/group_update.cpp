// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/group_update.h"

namespace pushgate::core {

namespace {

    bool isTimeName(QByteArrayView name)
    {
        return name == kPushTimeName || name == kFailureTimeName;
    }

    /// Merges families into those of a group, by name; what is put in replaces what was there.
    class Merge {
    public:
        Merge(const Group* before, TimePoint now, quint64& nextOrder)
            : m_before(before)
            , m_now(now)
            , m_nextOrder(nextOrder)
        {
        }

        StoredFamily stamped(FamilyPtr checked)
        {
            const StoredFamily* old = m_before ? m_before->find(checked->family.name()) : nullptr;
            return {std::move(checked), m_now, old ? old->order : m_nextOrder++};
        }

        /// `incoming` and what of the group stays, both sorted by name.
        std::vector<StoredFamily> into(const std::vector<FamilyPtr>& incoming, PushMode mode)
        {
            std::vector<StoredFamily> merged;
            static const std::vector<StoredFamily> none;
            const auto& old = m_before ? m_before->families : none;
            merged.reserve(incoming.size() + old.size());
            auto kept = old.begin();
            for (const FamilyPtr& family : incoming) {
                const QByteArray& name = family->family.name();
                for (; kept != old.end() && kept->family().name() < name; ++kept)
                    keep(*kept, mode, merged);
                if (kept != old.end() && kept->family().name() == name)
                    ++kept;
                merged.push_back(stamped(family));
            }
            for (; kept != old.end(); ++kept)
                keep(*kept, mode, merged);
            return merged;
        }

    private:
        static void keep(const StoredFamily& family, PushMode mode, std::vector<StoredFamily>& into)
        {
            if (mode == PushMode::Merge || isTimeName(family.family().name()))
                into.push_back(family);
        }

        const Group* m_before;
        TimePoint m_now;
        quint64& m_nextOrder;
    };

    std::shared_ptr<Group> copyWithoutFamilies(const Group* before, const GroupingKey& key)
    {
        if (!before)
            return std::make_shared<Group>(Group{key, {}, {}, {}});
        return std::make_shared<Group>(
            Group{before->key, {}, before->pushTime, before->failureTime, before->cadence});
    }

    /// `family` where `old` was, which has the same name.
    StoredFamily replacing(const StoredFamily& old, const FamilyPtr& family, TimePoint now)
    {
        return {family, now, old.order};
    }

    void insertSorted(std::vector<FamilyPtr>& families, FamilyPtr family)
    {
        const auto at = std::lower_bound(families.begin(), families.end(), family,
            [](const FamilyPtr& left, const FamilyPtr& right) {
                return left->family.name() < right->family.name();
            });
        families.insert(at, std::move(family));
    }

} // namespace

std::shared_ptr<Group> groupAfterPush(
    const Group* before, const PreparedPush& push, quint64& nextOrder)
{
    const bool hadFailureTime = before && before->find(kFailureTimeName);
    std::vector<FamilyPtr> incoming;
    incoming.reserve(push.families.size() + 2);
    for (const FamilyPtr& family : push.families) {
        const QByteArray& name = family->family.name();
        if (name != kPushTimeName && (hadFailureTime || name != kFailureTimeName))
            incoming.push_back(family);
    }
    insertSorted(incoming, push.pushTime);
    if (!hadFailureTime)
        insertSorted(incoming, prepareTimeFamily(kFailureTimeName, 0, push.grouping));

    const std::shared_ptr<Group> after = copyWithoutFamilies(before, push.key);
    after->families = Merge(before, push.now, nextOrder).into(incoming, push.mode);
    after->pushTime = push.now;
    after->cadence.notePush(push.now);
    return after;
}

std::shared_ptr<Group> groupOfSameShape(const Group& before, const PreparedPush& push)
{
    const std::shared_ptr<Group> after = copyWithoutFamilies(&before, push.key);
    after->families.reserve(before.families.size());
    auto next = push.families.begin();
    const auto end = push.families.end();
    bool hasPushTime = false;
    for (const StoredFamily& old : before.families) {
        if (next != end && (*next)->family.name() == kPushTimeName)
            ++next; // the gateway's own takes its place
        if (next != end && (*next)->shape == old.checked->shape) {
            after->families.push_back(replacing(old, *next++, push.now));
        } else if (!hasPushTime && push.pushTime->shape == old.checked->shape) {
            after->families.push_back(replacing(old, push.pushTime, push.now));
            hasPushTime = true;
        } else if (push.mode == PushMode::Merge || old.family().name() == kFailureTimeName) {
            after->families.push_back(old);
        } else {
            return nullptr;
        }
    }
    // A family of another shape is left over, since the one of its name was not the same.
    if (next != end || !hasPushTime || !after->find(kFailureTimeName))
        return nullptr;
    after->pushTime = push.now;
    after->cadence.notePush(push.now);
    return after;
}

std::shared_ptr<Group> groupAfterFailure(
    const Group* before, const PreparedPush& push, quint64& nextOrder)
{
    std::vector<FamilyPtr> marks{
        prepareTimeFamily(kFailureTimeName, unixSeconds(push.now), push.grouping)};
    if (!before || !before->find(kPushTimeName))
        insertSorted(marks, prepareTimeFamily(kPushTimeName, 0, push.grouping));

    const std::shared_ptr<Group> after = copyWithoutFamilies(before, push.key);
    after->families = Merge(before, push.now, nextOrder).into(marks, PushMode::Merge);
    after->failureTime = push.now;
    return after;
}

} // namespace pushgate::core

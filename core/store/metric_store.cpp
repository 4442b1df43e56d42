// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"

#include "core/check/push_errors.h"
#include "core/store/full_check.h"
#include "core/store/group_update.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::core {

namespace {

    constexpr char kInconsistent[]
        = "pushed metrics are invalid or inconsistent with existing metrics: ";

    Error refusedTimestamps()
    {
        return {Error::Kind::Inconsistent,
            kInconsistent + "pushed metrics must not have timestamps"_ba};
    }

} // namespace

/// One group on its way from one state to the next.
struct MetricStore::Replacement {
    QByteArray key; ///< encoded
    GroupPtr before; ///< null: the group is new
    GroupPtr after; ///< null: the group goes
    std::vector<const StoredFamily*> added; ///< of `after`; sorted by name
    std::vector<const StoredFamily*> displaced; ///< of `before`; sorted by name
    std::vector<QByteArray> vanished; ///< names of families that `after` has no more
};

MetricStore::MetricStore(std::vector<OwnFamily> own, ChangeSink& sink)
    : m_own(std::move(own))
    , m_sink(sink)
    , m_index(m_own)
{
}

Status MetricStore::push(PreparedPush push, Consistency check)
{
    Replacement change; // what it displaces is freed after the lock is gone
    Status status = ok();
    {
        const std::lock_guard lock(m_mutex);
        status = apply(push, check, change);
        if (!status)
            markFailure(push, change);
    }
    return status;
}

Status MetricStore::apply(const PreparedPush& push, Consistency check, Replacement& change)
{
    if (push.hasTimestamps)
        return refusedTimestamps();
    const GroupPtr before = find(push.key);
    const quint64 orderBefore = m_nextOrder;
    change = replacing(push.key, before, groupAfterPush(before.get(), push, m_nextOrder));
    const quint64 errorsBefore = m_index.errorCount();
    index(change);
    if (check == Consistency::Unchecked || m_index.errorCount() == 0) {
        commit(change);
        return ok();
    }
    QByteArray text = explain({&change, 1}, errorsBefore);
    revert(change);
    m_nextOrder = orderBefore;
    return Error{Error::Kind::Inconsistent, kInconsistent + text};
}

void MetricStore::markFailure(const PreparedPush& push, Replacement& change)
{
    const GroupPtr before = find(push.key);
    const quint64 errorsBefore = m_index.errorCount();
    change = replacing(push.key, before, groupAfterFailure(before.get(), push, m_nextOrder));
    index(change);
    // A mark that breaks the scrape would poison the store: see "Deliberate differences".
    if (m_index.errorCount() > errorsBefore)
        revert(change);
    else
        commit(change);
}

MetricStore::Replacement MetricStore::replacing(
    const GroupingKey& key, const GroupPtr& before, GroupPtr after)
{
    Replacement change{key.encoded(), before, std::move(after), {}, {}, {}};
    static const std::vector<StoredFamily> none;
    const auto& old = change.before ? change.before->families : none;
    const auto& fresh = change.after ? change.after->families : none;
    auto left = old.begin();
    const auto vanish = [&change](const StoredFamily& family) {
        change.displaced.push_back(&family);
        change.vanished.push_back(family.family().name());
    };
    for (const StoredFamily& family : fresh) {
        const QByteArray& name = family.family().name();
        for (; left != old.end() && left->family().name() < name; ++left)
            vanish(*left);
        const bool isReplaced = left != old.end() && left->family().name() == name;
        const bool isUntouched = isReplaced && left->checked == family.checked;
        if (isReplaced && !isUntouched)
            change.displaced.push_back(&*left);
        if (!isUntouched)
            change.added.push_back(&family);
        left += isReplaced ? 1 : 0;
    }
    for (; left != old.end(); ++left)
        vanish(*left);
    return change;
}

void MetricStore::index(const Replacement& change)
{
    // Added first: a series that is pushed again then never leaves the index.
    for (const StoredFamily* family : change.added)
        m_index.add(*family->checked);
    for (const StoredFamily* family : change.displaced)
        m_index.remove(*family->checked);
}

void MetricStore::revert(const Replacement& change)
{
    for (const StoredFamily* family : change.displaced)
        m_index.add(*family->checked);
    for (const StoredFamily* family : change.added)
        m_index.remove(*family->checked);
}

void MetricStore::eraseVanished(
    const Replacement& change, ChunkedMap<FamilyOwners>& families, quint64 era)
{
    for (const QByteArray& name : change.vanished) {
        FamilyOwners& owners = families.edit(name, era);
        owners.erase(change.key, era);
        if (owners.empty())
            families.erase(name, era);
    }
}

void MetricStore::commit(const Replacement& change)
{
    put(change);
    if (change.after)
        changed(GroupStored{change.after, change.before});
    else
        changed(GroupRemoved{change.before});
}

void MetricStore::put(const Replacement& change)
{
    const QByteArray& key = change.key;
    for (const StoredFamily* family : change.added)
        m_state.families.edit(family->family().name(), m_era).edit(key, m_era) = *family;
    eraseVanished(change, m_state.families, m_era);
    if (change.after)
        m_state.groups.edit(key, m_era) = change.after;
    else
        m_state.groups.erase(key, m_era);
}

void MetricStore::changed(decltype(Change::what) what)
{
    m_state.errors = m_index.errorCount();
    m_state.seriesCount = m_index.seriesCount();
    ++m_state.revision;
    m_revision.store(m_state.revision, std::memory_order_release);
    m_snapshot.reset();
    m_sink.changed({m_state.revision, std::move(what)});
}

void MetricStore::remove(const GroupingKey& key)
{
    Replacement change; // freed after the lock is gone
    const std::lock_guard lock(m_mutex);
    const GroupPtr before = find(key);
    if (!before)
        return;
    change = replacing(key, before, nullptr);
    index(change);
    commit(change);
}

std::shared_ptr<const void> MetricStore::wipe()
{
    struct Wiped {
        ConsistencyIndex index;
        Snapshot state;
        SnapshotPtr snapshot;
    };
    auto wiped = std::make_shared<Wiped>(Wiped{ConsistencyIndex(m_own), {}, {}});
    const std::lock_guard lock(m_mutex);
    std::swap(m_index, wiped->index);
    std::swap(m_state.groups, wiped->state.groups);
    std::swap(m_state.families, wiped->state.families);
    std::swap(m_snapshot, wiped->snapshot);
    changed(StoreWiped{});
    return wiped;
}

SnapshotPtr MetricStore::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_snapshot) {
        m_snapshot = std::make_shared<const Snapshot>(m_state);
        ++m_era;
    }
    return m_snapshot;
}

GroupPtr MetricStore::find(const GroupingKey& key) const
{
    const GroupPtr* group = m_state.groups.find(key.encoded());
    return group ? *group : nullptr;
}

QByteArray MetricStore::explain(std::span<const Replacement> changes, quint64 errorsBefore) const
{
    if (errorsBefore == 0) {
        std::vector<const CheckedFamily*> added;
        for (const Replacement& change : changes) {
            for (const StoredFamily* family : change.added)
                added.push_back(family->checked.get());
        }
        std::stable_sort(
            added.begin(), added.end(), [](const CheckedFamily* left, const CheckedFamily* right) {
                return left->family.name() < right->family.name();
            });
        const ErrorList errors = describePushErrors(m_index, added);
        if (!errors.empty())
            return errors.joined();
    }
    // Others' errors too, or only theirs: look at the whole store as it would be.
    Snapshot state = m_state;
    const quint64 era = m_era + 1;
    for (const Replacement& change : changes) {
        eraseVanished(change, state.families, era);
        for (const StoredFamily* family : change.added)
            state.families.edit(family->family().name(), era).edit(change.key, era) = *family;
    }
    return findErrors(state, m_own).joined();
}

Status MetricStore::pushAll(std::vector<PreparedPush> pushes, Consistency check)
{
    std::vector<Replacement> changes; // what they displace is freed after the lock is gone
    Status status = ok();
    {
        const std::lock_guard lock(m_mutex);
        status = applyAll(pushes, check, changes);
        if (!status)
            markFailures(pushes, changes);
    }
    return status;
}

Status MetricStore::applyAll(
    std::span<const PreparedPush> pushes, Consistency check, std::vector<Replacement>& changes)
{
    if (std::any_of(pushes.begin(), pushes.end(),
            [](const PreparedPush& push) { return push.hasTimestamps; }))
        return refusedTimestamps();
    const quint64 orderBefore = m_nextOrder;
    const quint64 errorsBefore = m_index.errorCount();
    for (const PreparedPush& push : pushes) {
        const GroupPtr before = find(push.key);
        changes.push_back(
            replacing(push.key, before, groupAfterPush(before.get(), push, m_nextOrder)));
        index(changes.back());
    }
    if (check == Consistency::Unchecked || m_index.errorCount() == 0) {
        commitAll(changes);
        return ok();
    }
    QByteArray text = explain(changes, errorsBefore);
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        revert(*change);
    m_nextOrder = orderBefore;
    changes.clear();
    return Error{Error::Kind::Inconsistent, kInconsistent + text};
}

void MetricStore::markFailures(
    std::span<const PreparedPush> pushes, std::vector<Replacement>& changes)
{
    for (const PreparedPush& push : pushes) {
        const GroupPtr before = find(push.key);
        const quint64 errorsBefore = m_index.errorCount();
        changes.push_back(
            replacing(push.key, before, groupAfterFailure(before.get(), push, m_nextOrder)));
        index(changes.back());
        if (m_index.errorCount() > errorsBefore) { // as of a single push
            revert(changes.back());
            changes.pop_back();
        }
    }
    commitAll(changes);
}

std::vector<GroupPtr> MetricStore::removeAll(
    std::span<const GroupPtr> groups, const std::function<bool(const Group&)>& stillWanted)
{
    std::vector<GroupPtr> removed;
    std::vector<Replacement> changes; // freed after the lock is gone
    const std::lock_guard lock(m_mutex);
    for (const GroupPtr& group : groups) {
        const GroupPtr before = find(group->key);
        if (!before || (before != group && !stillWanted(*before)))
            continue;
        changes.push_back(replacing(before->key, before, nullptr));
        index(changes.back());
        removed.push_back(before);
    }
    commitAll(changes);
    return removed;
}

void MetricStore::commitAll(const std::vector<Replacement>& changes)
{
    if (changes.empty())
        return;
    GroupsChanged all;
    all.groups.reserve(changes.size());
    for (const Replacement& change : changes) {
        put(change);
        if (change.after)
            all.groups.emplace_back(GroupStored{change.after, change.before});
        else
            all.groups.emplace_back(GroupRemoved{change.before});
    }
    changed(std::move(all));
}

} // namespace pushgate::core

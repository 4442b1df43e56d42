// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"

#include "core/check/push_errors.h"
#include "core/store/full_check.h"
#include "core/store/group_update.h"
#include "core/store/replacement.h"

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

MetricStore::MetricStore(std::vector<OwnFamily> own, ChangeSink& sink, size_t mostOutdatedSeries)
    : m_own(std::move(own))
    , m_sink(sink)
    , m_mostOutdatedSeries(mostOutdatedSeries)
    , m_index(m_own)
{
}

Status MetricStore::push(PreparedPush push, Consistency check)
{
    Replacement change; // what it displaces is freed after the lock is gone
    Outdated outdated; // likewise
    Status status = ok();
    {
        const std::lock_guard lock(m_mutex);
        status = apply(push, check, change);
        if (!status)
            markFailure(push, change);
        outdated = showOldest(1);
    }
    return status;
}

Status MetricStore::apply(const PreparedPush& push, Consistency check, Replacement& change)
{
    if (push.hasTimestamps)
        return refusedTimestamps();
    const GroupPtr before = find(push.key);
    if (before && (check == Consistency::Unchecked || m_index.errorCount() == 0)) {
        if (GroupPtr after = groupOfSameShape(*before, push)) {
            change = {push.key.encoded(), before, std::move(after), {}, {}};
            commit(change);
            return ok();
        }
    }
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

void MetricStore::index(const Replacement& change)
{
    // Added first: a series that is pushed again then never leaves the index.
    for (const CheckedFamily* family : change.entering)
        m_index.add(*family);
    for (const CheckedFamily* family : change.leaving)
        m_index.remove(*family);
}

void MetricStore::revert(const Replacement& change)
{
    for (const CheckedFamily* family : change.leaving)
        m_index.add(*family);
    for (const CheckedFamily* family : change.entering)
        m_index.remove(*family);
}

void MetricStore::commit(const Replacement& change)
{
    m_groups.put(change.key, change.after);
    if (change.after)
        changed(GroupStored{change.after, change.before});
    else
        changed(GroupRemoved{change.before});
}

void MetricStore::changed(decltype(Change::what) what)
{
    const quint64 revision = m_revision.load(std::memory_order_relaxed) + 1;
    m_revision.store(revision, std::memory_order_release);
    m_sink.changed({revision, std::move(what)});
}

/// Keeps what waits to be shown within bounds where nobody looks; called with the mutex held.
MetricStore::Outdated MetricStore::showOldest(size_t pushes)
{
    const size_t atOnce = 2 * pushes; // more than they bring
    Outdated outdated;
    if (m_groups.outdatedSeries() <= m_mostOutdatedSeries)
        return outdated;
    // In the other order of locks than elsewhere, so it must not wait. Whoever has the view is
    // about to take all changes anyway, or has just done so.
    const std::unique_lock view(m_viewMutex, std::try_to_lock);
    if (!view)
        return outdated;
    outdated.snapshot.swap(m_snapshot); // or each chunk that changes would be copied for it
    for (size_t i = 0; i < atOnce && m_groups.hasChanges(); ++i) {
        outdated.changes.push_back(m_groups.takeOldestChange());
        m_view.show(outdated.changes.back());
    }
    return outdated;
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
        GroupTable groups;
        StoreView view;
        SnapshotPtr snapshot;
    };
    auto wiped = std::make_shared<Wiped>(Wiped{ConsistencyIndex(m_own), {}, {}, {}});
    const std::scoped_lock lock(m_viewMutex, m_mutex);
    std::swap(m_index, wiped->index);
    std::swap(m_groups, wiped->groups);
    std::swap(m_view, wiped->view);
    std::swap(m_snapshot, wiped->snapshot);
    changed(StoreWiped{});
    return wiped;
}

SnapshotPtr MetricStore::snapshot() const
{
    std::vector<GroupChange> changes; // what they displace is freed after the locks are gone
    SnapshotPtr before;
    const std::lock_guard view(m_viewMutex);
    SnapshotNumbers numbers;
    {
        const std::lock_guard lock(m_mutex);
        if (m_snapshot && m_snapshot->revision == m_revision)
            return m_snapshot;
        changes = m_groups.takeChanges();
        numbers = {m_revision, m_index.errorCount(), m_index.seriesCount()};
    }
    before = std::exchange(m_snapshot, nullptr);
    m_view.show(changes);
    m_snapshot = m_view.snapshot(numbers);
    return m_snapshot;
}

GroupPtr MetricStore::find(const GroupingKey& key) const
{
    const GroupPtr* group = m_groups.find(key.encoded());
    return group ? *group : nullptr;
}

QByteArray MetricStore::explain(std::span<const Replacement> changes, quint64 errorsBefore) const
{
    if (errorsBefore == 0) {
        const ErrorList errors = describePushErrors(m_index, familiesBrought(changes));
        if (!errors.empty())
            return errors.joined();
    }
    // Others' errors too, or only theirs: look at the whole store as it would be.
    std::vector<GroupChange> groups;
    for (const Replacement& change : changes)
        groups.push_back({change.key, nullptr, change.after});
    m_groups.forEach([&](const QByteArray& key, const GroupPtr& group) {
        const bool isReplaced = std::any_of(changes.begin(), changes.end(),
            [&key](const Replacement& change) { return change.key == key; });
        if (!isReplaced)
            groups.push_back({key, nullptr, group});
    });
    StoreView view;
    view.show(groups);
    return findErrors(*view.snapshot({}), m_own).joined();
}

Status MetricStore::pushAll(std::vector<PreparedPush> pushes, Consistency check)
{
    std::vector<Replacement> changes; // what they displace is freed after the lock is gone
    Outdated outdated; // likewise
    Status status = ok();
    {
        const std::lock_guard lock(m_mutex);
        status = applyAll(pushes, check, changes);
        if (!status)
            markFailures(pushes, changes);
        outdated = showOldest(pushes.size());
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
    std::span<const GroupPtr> groups, const std::function<bool(const GroupPtr&)>& stillWanted)
{
    std::vector<GroupPtr> removed;
    std::vector<Replacement> changes; // freed after the lock is gone
    const std::lock_guard lock(m_mutex);
    for (const GroupPtr& group : groups) {
        const GroupPtr before = find(group->key);
        if (!before || (before != group && !stillWanted(before)))
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
        m_groups.put(change.key, change.after);
        if (change.after)
            all.groups.emplace_back(GroupStored{change.after, change.before});
        else
            all.groups.emplace_back(GroupRemoved{change.before});
    }
    changed(std::move(all));
}

} // namespace pushgate::core

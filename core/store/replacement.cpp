// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replacement.h"

#include <algorithm>

namespace pushgate::core {

Replacement replacing(const GroupingKey& key, const GroupPtr& before, GroupPtr after)
{
    Replacement change{key.encoded(), before, std::move(after), {}, {}};
    static const std::vector<StoredFamily> none;
    const auto& old = change.before ? change.before->families : none;
    const auto& fresh = change.after ? change.after->families : none;
    auto left = old.begin();
    for (const StoredFamily& family : fresh) {
        const QByteArray& name = family.family().name();
        for (; left != old.end() && left->family().name() < name; ++left)
            change.leaving.push_back(left->checked.get());
        const bool isReplaced = left != old.end() && left->family().name() == name;
        if (!isReplaced || left->checked->shape != family.checked->shape) {
            change.entering.push_back(family.checked.get());
            if (isReplaced)
                change.leaving.push_back(left->checked.get());
        }
        left += isReplaced ? 1 : 0;
    }
    for (; left != old.end(); ++left)
        change.leaving.push_back(left->checked.get());
    return change;
}

std::vector<const CheckedFamily*> familiesBrought(std::span<const Replacement> changes)
{
    std::vector<const CheckedFamily*> brought;
    for (const Replacement& change : changes) {
        for (const StoredFamily& family : change.after->families) {
            const StoredFamily* old
                = change.before ? change.before->find(family.family().name()) : nullptr;
            if (!old || old->checked != family.checked)
                brought.push_back(family.checked.get());
        }
    }
    std::stable_sort(
        brought.begin(), brought.end(), [](const CheckedFamily* left, const CheckedFamily* right) {
            return left->family.name() < right->family.name();
        });
    return brought;
}

} // namespace pushgate::core

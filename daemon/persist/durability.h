// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtGlobal>

#include <functional>
#include <optional>

namespace pushgate::daemon {

/// Knows when a change to the store may be acknowledged.
/// Threads  any.
class Durability {
public:
    /// Called once: ok, or why the change is not on disk.
    using Settled = std::function<void(const core::Status& status)>;

    virtual ~Durability() = default;

    /// What is known at once of all changes up to `revision`; nothing: ask by `await`.
    virtual std::optional<core::Status> settled(quint64 revision) const = 0;
    /// Calls `settled` as soon as it is known, on this thread or another.
    virtual void await(quint64 revision, Settled settled) = 0;
    /// Why no change can be acknowledged at present.
    virtual std::optional<core::Error> obstacle() const = 0;
};

/// Metrics are kept in memory only: everything may be acknowledged.
class NoDurability final : public Durability {
public:
    std::optional<core::Status> settled(quint64) const override { return core::ok(); }
    void await(quint64, Settled settled) override { settled(core::ok()); }
    std::optional<core::Error> obstacle() const override { return std::nullopt; }
};

} // namespace pushgate::daemon

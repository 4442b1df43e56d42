// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change.h"

namespace pushgate::core {

/// Hears of each change to the store, in the order applied: where a journal is plugged in.
/// Threads  called with the store's mutex held, from any thread: take the change and return.
class ChangeSink {
public:
    virtual ~ChangeSink() = default;
    virtual void changed(const Change& change) = 0;
};

/// For a store in memory only.
class NoChangeSink final : public ChangeSink {
public:
    void changed(const Change&) override { }
};

} // namespace pushgate::core

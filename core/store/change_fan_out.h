// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change_sink.h"

#include <vector>

namespace pushgate::core {

/// Passes each change on to several sinks, in the order given.
/// Threads  see ChangeSink; the list does not change.
class ChangeFanOut final : public ChangeSink {
public:
    /// The sinks must outlive this.
    explicit ChangeFanOut(std::vector<ChangeSink*> sinks)
        : m_sinks(std::move(sinks))
    {
    }

    void changed(const Change& change) override
    {
        for (ChangeSink* const sink : m_sinks)
            sink->changed(change);
    }

private:
    std::vector<ChangeSink*> m_sinks;
};

} // namespace pushgate::core

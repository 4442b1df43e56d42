// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_model.h"
#include "gui/client/gateway_answers.h"

#include <QByteArray>

#include <optional>

namespace pushgate::gui {

/// How far the groups of a gateway have been listed: first all of them, page by page, then what
/// changed since. Knows what to ask for next; asking is the business of others.
/// Source  README.md, the groups API.
class GroupListing {
public:
    /// Path and query of the next request. After the first list it is a long poll of kWaitSeconds.
    QByteArray nextRequest() const;
    /// The answer to nextRequest(). Nothing: there is not enough yet to tell, ask for more. A first
    /// list is told as Everything, and so is one after another life of the gateway.
    std::optional<core::GroupChanges> take(GroupsAnswer answer);
    /// The next request is for all groups again; pages of a list that is not complete are dropped.
    void startAnew() { *this = {}; }

    static constexpr int kWaitSeconds = 30;

private:
    std::optional<qint64> m_revision; // of what was told; nothing: nothing was
    GroupsAnswer m_taken; // the last one, with the pages before it
};

} // namespace pushgate::gui

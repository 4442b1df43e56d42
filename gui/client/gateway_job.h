// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/client_error.h"
#include "gui/client/group_backup.h"

#include <optional>
#include <vector>

namespace pushgate::gui {

/// Numbers what a gateway was asked to do, so that its reports find their way.
using JobId = quint64;

/// What came of deleting or restoring groups.
struct JobReport {
    struct Failure {
        core::GroupingKey key;
        ClientError error;
    };

    JobId job = 0;
    std::vector<GroupBackup> done; ///< with what each group held
    std::vector<Failure> failed;
    qsizetype notTried = 0; ///< because somebody cancelled
    std::optional<ClientError> error
        = {}; ///< of a call that concerned all groups: nothing was done
};

/// What came of reading what groups hold.
struct ContentsReport {
    JobId job = 0;
    std::vector<core::GroupDetailsPtr> groups; ///< in the order asked for
    std::vector<JobReport::Failure> failed;
    qsizetype gone = 0; ///< deleted meanwhile
    qsizetype notTried = 0; ///< because somebody cancelled
};

/// Something to be pushed once.
struct PushOrder {
    enum class Mode {
        Replace, ///< the whole group
        Merge ///< families of the same names
    };

    core::GroupingKey key;
    Mode mode = Mode::Replace;
    QByteArray body; ///< text format
};

struct PushReport {
    JobId job = 0;
    std::optional<ClientError> error; ///< nothing: it was accepted
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/group_backup.h"

#include <utility>

namespace pushgate::gui {

GroupBackup backupOf(const core::GroupDetails& details)
{
    core::ExpositionText pushed = core::pushedText(details);
    return {details.key, std::move(pushed.text), pushed.coverage};
}

} // namespace pushgate::gui

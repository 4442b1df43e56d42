// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway.h"

#include <QPointer>
#include <QUndoCommand>

#include <vector>

namespace pushgate::gui {

/// Groups that were deleted: undoing pushes them again, redoing deletes them again. What comes of
/// it is reported by the gateway.
class DeleteGroups final : public QUndoCommand {
public:
    /// `deleted` at `gateway`, just now.
    DeleteGroups(Gateway& gateway, std::vector<GroupBackup> deleted);

    void undo() override;
    void redo() override;

private:
    enum class Stage { JustDone, Undone };

    QPointer<Gateway> m_gateway;
    std::vector<GroupBackup> m_deleted;
    Stage m_stage = Stage::JustDone;
};

} // namespace pushgate::gui

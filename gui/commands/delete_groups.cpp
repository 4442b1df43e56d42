// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commands/delete_groups.h"

#include <QCoreApplication>

#include <utility>

namespace pushgate::gui {

DeleteGroups::DeleteGroups(Gateway& gateway, std::vector<GroupBackup> deleted)
    : QUndoCommand(QCoreApplication::translate(
        "pushgate::gui::DeleteGroups", "delete %n group(s)", nullptr, int(deleted.size())))
    , m_gateway(&gateway)
    , m_deleted(std::move(deleted))
{
}

void DeleteGroups::undo()
{
    m_stage = Stage::Undone;
    if (m_gateway)
        m_gateway->restoreGroups(m_deleted);
}

void DeleteGroups::redo()
{
    // A stack redoes what is pushed on it, and that has been done already.
    if (std::exchange(m_stage, Stage::JustDone) == Stage::JustDone || !m_gateway)
        return;
    std::vector<core::GroupingKey> keys;
    for (const GroupBackup& backup : m_deleted)
        keys.push_back(backup.key);
    m_gateway->deleteGroups(keys);
}

} // namespace pushgate::gui

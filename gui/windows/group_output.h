// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/commands/export_groups.h"
#include "gui/text/copies.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace pushgate::gui {

class GatewayPage;

/// What takes groups out of the program: the menu that copies those selected in some form, and the
/// actions that export them or all that pass the filter.
class GroupOutput final : public QObject {
    Q_OBJECT

public:
    using PageOf = std::function<GatewayPage*()>;

    /// `currentPage` tells the page to act on, or null; `window` is the parent of dialogs.
    GroupOutput(PageOf currentPage, QWidget& window);
    ~GroupOutput() override;

    QMenu* copyMenu() const { return m_copyMenu.get(); }
    QList<QAction*> exportActions() const { return {m_exportSelected, m_exportShown}; }
    /// Enables what can be done now.
    void update();

private:
    void copy(CopyForm form);
    void exportKeys(std::vector<core::GroupingKey> keys);
    template <typename Command, typename Say>
    static void run(GatewayPage& page, Command& command, Say say);

    PageOf m_currentPage;
    QWidget& m_window;
    std::unique_ptr<QMenu> m_copyMenu;
    QAction* m_exportSelected;
    QAction* m_exportShown;
};

} // namespace pushgate::gui

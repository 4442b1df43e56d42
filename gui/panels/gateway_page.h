// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_filter_model.h"
#include "gui/client/gateway.h"
#include "gui/panels/message_page.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace pushgate::gui {

class DetailsPanel;
class FilterBar;
class GroupView;
class NoticeBar;
class OverviewPanel;

/// Everything about one gateway: filter, table, details, and what is said in between. Keeps its
/// selection, filter and order while other gateways are looked at.
class GatewayPage final : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Groups, Overview };

    /// `gateway` and `clock` must outlive the page.
    GatewayPage(Gateway& gateway, const core::Clock& clock, QWidget* parent = nullptr);

    Gateway& gateway() const { return m_gateway; }
    GroupView& view() const { return *m_view; }
    FilterBar& filterBar() const { return *m_filterBar; }
    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// Something is selected and to be seen, and the gateway is not lost.
    bool canDelete() const;
    std::vector<core::GroupingKey> shownKeys() const; ///< of all that pass the filter
    int shownGroups() const { return m_filtered.shownGroups(); }

    void arrange(); ///< filters and sorts anew
    void sayProgress(JobId job, qsizetype done, qsizetype of);
    /// `undo`: what its button says; empty: nothing to undo.
    void sayResult(const QString& text, const QString& undo);
    void sayBriefly(const QString& text); ///< goes away by itself

    /// Columns, their order and widths, sorting, branches, sizes.
    void saveLayout(QSettings& settings) const;
    void restoreLayout(const QSettings& settings);

signals:
    void selectionChanged();
    void undoRequested();
    void editRequested();

private:
    void setUpLayout();
    void connectGateway();
    void connectOverview();
    void showContent();
    void showLink();
    QWidget* contentToShow() const;
    MessagePage::Message emptyMessage() const;
    void showCurrentGroup();
    void showPending();
    bool isBeingRead() const;

    Gateway& m_gateway;
    const core::Clock& m_clock;
    core::GroupFilterModel m_filtered;
    FilterBar* m_filterBar;
    NoticeBar* m_link; // lost, trying again
    NoticeBar* m_pending; // changes that wait
    NoticeBar* m_result; // what was done, and undo
    QStackedWidget* m_content;
    MessagePage* m_message;
    QWidget* m_skeleton;
    GroupView* m_view;
    DetailsPanel* m_details;
    OverviewPanel* m_overview;
    Mode m_mode = Mode::Groups;
    QSplitter* m_splitter;
    QTimer m_untilSkeleton;
    std::optional<core::GroupingKey> m_watched;
    std::optional<JobId> m_job; // under way
};

} // namespace pushgate::gui

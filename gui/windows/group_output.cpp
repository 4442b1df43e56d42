// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/group_output.h"

#include "gui/commands/copy_groups.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>

#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    struct Kind {
        ExportGroups::Format format;
        QString filter; ///< as file dialogs have it
        QString suffix;
    };

    std::array<Kind, 2> kinds()
    {
        using Format = ExportGroups::Format;
        return {Kind{Format::Text, GroupOutput::tr("Text exposition (*.prom *.txt)"), u"prom"_s},
            Kind{Format::Csv, GroupOutput::tr("Table of groups (*.csv)"), u"csv"_s}};
    }

    /// Asks for a file; its format is the filter that was chosen.
    std::optional<ExportGroups::Order> askForFile(
        std::vector<core::GroupingKey> keys, QWidget& window)
    {
        const auto formats = kinds();
        QFileDialog dialog(
            &window, GroupOutput::tr("Export %n group(s)", nullptr, int(keys.size())));
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setNameFilters({formats[0].filter, formats[1].filter});
        const auto chosen = [&]() -> const Kind& {
            return dialog.selectedNameFilter() == formats[1].filter ? formats[1] : formats[0];
        };
        dialog.setDefaultSuffix(formats[0].suffix);
        QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
            [&] { dialog.setDefaultSuffix(chosen().suffix); });
        if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
            return std::nullopt;
        return ExportGroups::Order{
            std::move(keys), chosen().format, dialog.selectedFiles().constFirst()};
    }

} // namespace

GroupOutput::GroupOutput(PageOf currentPage, QWidget& window)
    : QObject(&window)
    , m_currentPage(std::move(currentPage))
    , m_window(window)
    , m_copyMenu(std::make_unique<QMenu>(tr("Copy &as")))
    , m_exportSelected(new QAction(tr("E&xport selected groups..."), this))
    , m_exportShown(new QAction(tr("Export groups s&hown..."), this))
{
    for (const CopyForm form : kCopyForms) {
        QAction* const action = m_copyMenu->addAction(copyFormTitle(form));
        connect(action, &QAction::triggered, this, [this, form] { copy(form); });
        if (form == CopyForm::Text)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    }
    m_exportShown->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(m_exportSelected, &QAction::triggered, this, [this] {
        if (const GatewayPage* const page = m_currentPage())
            exportKeys(page->view().selectedKeys());
    });
    connect(m_exportShown, &QAction::triggered, this, [this] {
        if (const GatewayPage* const page = m_currentPage())
            exportKeys(page->shownKeys());
    });
}

GroupOutput::~GroupOutput() = default;

void GroupOutput::update()
{
    const GatewayPage* const page = m_currentPage();
    const bool hasSelected = page != nullptr && page->view().selectedCount() > 0;
    const QList<QAction*> copies = m_copyMenu->actions();
    for (QAction* const action : copies)
        action->setEnabled(hasSelected);
    m_copyMenu->setEnabled(hasSelected);
    m_exportSelected->setEnabled(hasSelected);
    m_exportShown->setEnabled(page != nullptr && page->shownGroups() > 0);
}

template <typename Command, typename Say>
void GroupOutput::run(GatewayPage& page, Command& command, Say say)
{
    connect(&command, &Command::progressed, &page, &GatewayPage::sayProgress);
    connect(&command, &Command::finished, &page, say);
    connect(&command, &Command::finished, &command, &QObject::deleteLater);
    command.start();
}

void GroupOutput::copy(CopyForm form)
{
    GatewayPage* const page = m_currentPage();
    if (page == nullptr || page->view().selectedCount() == 0)
        return;
    run(*page, *new CopyGroups(page->gateway(), page->view().selectedKeys(), form, page),
        &GatewayPage::sayBriefly);
}

void GroupOutput::exportKeys(std::vector<core::GroupingKey> keys)
{
    if (keys.empty())
        return;
    const QPointer<GatewayPage> page(m_currentPage()); // it may go while somebody looks for a place
    auto order = askForFile(std::move(keys), m_window);
    if (order && page)
        run(*page, *new ExportGroups(page->gateway(), *std::move(order), page),
            [page = page.data()](const QString& text) { page->sayResult(text, {}); });
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/details_panel.h"

#include "gui/delegates/value_delegate.h"
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"
#include "gui/text/group_cells.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr int kSignSize = 16;

    QPixmap signPixmap(core::GroupState state, const QWidget& widget)
    {
        QPixmap pixmap(QSize(kSignSize, kSignSize) * widget.devicePixelRatioF());
        pixmap.setDevicePixelRatio(widget.devicePixelRatioF());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintSign(painter, QRectF(0, 0, kSignSize, kSignSize), stateSign(state),
            stateColors(state, shadeOf(widget.palette())).text);
        return pixmap;
    }

} // namespace

DetailsPanel::DetailsPanel(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_hint(new QLabel(this))
    , m_tree(new QTreeView(this))
{
    m_families.setHeaders({tr("Metric family"), tr("Type"), tr("Value"), tr("Help")});
    m_found.setSourceModel(&m_families);
    m_found.setRecursiveFilteringEnabled(true);
    m_found.setAutoAcceptChildRows(true);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found.setFilterKeyColumn(-1);

    m_tree->setModel(&m_found);
    m_tree->setAccessibleName(tr("Metric families and series"));
    m_tree->setItemDelegate(new ValueDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(core::FamilyModel::NameColumn, 340);
    m_tree->header()->resizeSection(core::FamilyModel::TypeColumn, 90);
    m_tree->header()->resizeSection(core::FamilyModel::ValueColumn, 210);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* const copy = new QAction(tr("Copy value"), m_tree);
    connect(copy, &QAction::triggered, this, &DetailsPanel::copyValue);
    m_tree->addAction(copy);

    m_hint->setAlignment(Qt::AlignCenter);
    auto* const page = new QWidget(this);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_tree, 1);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(page);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setGroup(std::nullopt, 0);
}

QWidget* DetailsPanel::makeHeader()
{
    auto* const header = new QWidget(this);
    m_sign = new QLabel(header);
    m_title = new QLabel(header);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(0);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_reason = new QLabel(header);
    m_search = new QLineEdit(header);
    m_search->setPlaceholderText(tr("Find in this group"));
    m_search->setAccessibleName(tr("Find in this group"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(tintedIcon(u":/icons/search.svg"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(220);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_found.setFilterFixedString(text);
        if (!text.isEmpty())
            m_tree->expandAll();
    });
    auto* const layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_search);
    return header;
}

void DetailsPanel::showHint(const QString& text)
{
    m_hint->setText(text);
    m_pages->setCurrentWidget(m_hint);
}

void DetailsPanel::setGroup(const std::optional<core::GroupMoment>& moment, int selected)
{
    if (!moment) {
        m_key.reset();
        m_families.setDetails(nullptr);
        showHint(selected > 1 ? tr("%n groups are selected.", nullptr, selected)
                              : tr("Select a group to see what it holds."));
        return;
    }
    if (m_key != moment->row.key) {
        m_key = moment->row.key;
        m_families.setDetails(nullptr);
        m_search->clear();
    }
    m_sign->setPixmap(signPixmap(moment->state, *this));
    m_sign->setToolTip(stateWord(moment->state));
    m_title->setText(groupTitle(moment->row.key));
    m_title->setToolTip(m_title->text());
    m_reason->setText(stateWord(moment->state) + u": "_s + stateReason(*moment));
    m_pages->setCurrentIndex(1);
}

void DetailsPanel::setDetails(const core::GroupDetailsPtr& details)
{
    if (!details || m_key == details->key)
        m_families.setDetails(details);
}

void DetailsPanel::copyValue()
{
    const QModelIndex current = m_tree->currentIndex();
    const QString value = current.siblingAtColumn(core::FamilyModel::ValueColumn).data().toString();
    QGuiApplication::clipboard()->setText(value.isEmpty() ? current.data().toString() : value);
}

} // namespace pushgate::gui

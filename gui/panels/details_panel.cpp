// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/details_panel.h"

#include "gui/client/gateway.h"
#include "gui/delegates/value_delegate.h"
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"
#include "gui/panels/series_panel.h"
#include "gui/text/group_cells.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    constexpr int kSignSize = 16;
    constexpr auto kBetweenKeys = 120ms; // somebody who goes on typing is not done
    constexpr size_t kFewSeries = 100;
    constexpr int kSideWidth = 320;
    constexpr int kSideMinimum = 220;
    constexpr int kValueWidth = 190;
    constexpr int kHelpWidth = 300;
    constexpr int kWidthWithHelp = 760; // of the tree, in pixels
    constexpr int kWidthWithType = 460;

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

    /// A submenu with one action for each form.
    template <typename Do>
    void addForms(QMenu& menu, const QString& title, Do action)
    {
        QMenu* const forms = menu.addMenu(title);
        for (const CopyForm form : kCopyForms)
            forms->addAction(copyFormTitle(form), forms, [=] { action(form); });
    }

    bool saysItself(const QModelIndex& line, const QString& text)
    {
        for (int column = 0; column < core::FamilyModel::ColumnCount; ++column) {
            if (line.siblingAtColumn(column).data().toString().contains(text, Qt::CaseInsensitive))
                return true;
        }
        return false;
    }

    /// Lines that are only there for what is below them.
    std::vector<QModelIndex> seriesFoundByParts(
        const QAbstractItemModel& model, const QString& text)
    {
        std::vector<QModelIndex> found;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex family = model.index(row, 0);
            if (saysItself(family, text))
                continue;
            for (int at = 0; at < model.rowCount(family); ++at) {
                const QModelIndex series = model.index(at, 0, family);
                if (!saysItself(series, text))
                    found.push_back(series);
            }
        }
        return found;
    }

} // namespace

DetailsPanel::DetailsPanel(const Gateway& gateway, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_pages(new QStackedWidget(this))
    , m_hint(new QLabel(this))
    , m_splitter(new QSplitter(this))
    , m_tree(new QTreeView(this))
    , m_series(new SeriesPanel(this))
    , m_side(new QScrollArea(this))
{
    setUpTree();
    m_side->setWidget(m_series);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setMinimumWidth(kSideMinimum);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({2 * kSideWidth, kSideWidth});
    m_side->hide(); // until there is a line to be shown in it
    m_splitter->setCollapsible(0, false);

    m_hint->setAlignment(Qt::AlignCenter);
    auto* const page = new QWidget(this);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_splitter, 1);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(page);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setGroup(std::nullopt, 0);
}

void DetailsPanel::setUpTree()
{
    m_families.setHeaders({tr("Metric family"), tr("Type"), tr("Value"), tr("Help")});
    m_found.setSourceModel(&m_families);
    m_found.setRecursiveFilteringEnabled(true);
    m_found.setAutoAcceptChildRows(true);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found.setFilterKeyColumn(-1);

    m_tree->setModel(&m_found);
    m_tree->setAccessibleName(tr("Metric families and series"));
    const auto historyOf = [this](const core::FamilyRow& family, const core::SeriesRow& series) {
        return m_gateway.history().of(*m_key, family.name, series.labels);
    };
    m_tree->setItemDelegate(new ValueDelegate(historyOf, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(core::FamilyModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(core::FamilyModel::TypeColumn, 90);
    m_tree->header()->resizeSection(core::FamilyModel::ValueColumn, kValueWidth);
    m_tree->header()->resizeSection(core::FamilyModel::HelpColumn, kHelpWidth);
    m_tree->viewport()->installEventFilter(this);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->installEventFilter(this);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &DetailsPanel::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &DetailsPanel::showSeries);
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
    m_untilFind.setSingleShot(true);
    connect(&m_untilFind, &QTimer::timeout, this, &DetailsPanel::find);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_untilFind.start(kBetweenKeys); });
    auto* const layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_search);
    return header;
}

bool DetailsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    const bool isKey = watched == m_tree
        && (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress);
    if (!isKey || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    // Here it is the value that is copied, elsewhere the labels of groups.
    if (event->type() == QEvent::KeyPress)
        copyValue();
    event->accept();
    return true;
}

/// Names and values come first; type and help of the chosen family stand beside the tree, too.
void DetailsPanel::fitColumns()
{
    const int width = m_tree->viewport()->width();
    m_tree->setColumnHidden(core::FamilyModel::HelpColumn, width < kWidthWithHelp);
    m_tree->setColumnHidden(core::FamilyModel::TypeColumn, width < kWidthWithType);
}

void DetailsPanel::find()
{
    const QString text = m_search->text();
    m_found.setFilterFixedString(text);
    if (text.isEmpty())
        return;
    const std::vector<QModelIndex> meant = seriesFoundByParts(m_found, text);
    if (meant.size() > kFewSeries) {
        m_tree->expandAll(); // one by one would cost the square of it
        return;
    }
    m_tree->expandToDepth(0);
    for (const QModelIndex& series : meant)
        m_tree->expand(series);
}

void DetailsPanel::showHint(const QString& text)
{
    m_hint->setText(text);
    m_pages->setCurrentWidget(m_hint);
}

void DetailsPanel::setGroup(const std::optional<core::GroupMoment>& moment, int selected)
{
    if (!moment) {
        m_families.setDetails(nullptr); // before the key, by which values are looked up
        m_key.reset();
        showHint(selected > 1 ? tr("%n groups are selected.", nullptr, selected)
                              : tr("Select a group to see what it holds."));
        return;
    }
    if (m_key != moment->row.key) {
        m_key = moment->row.key;
        m_families.setDetails(nullptr);
        m_search->clear();
        find(); // at once: what was looked for was in another group
    }
    m_sign->setPixmap(signPixmap(moment->state, *this));
    m_sign->setToolTip(stateWord(moment->state));
    m_title->setText(groupTitle(moment->row.key));
    m_title->setToolTip(m_title->text());
    m_reason->setText(stateWord(moment->state) + u": "_s + stateReason(*moment));
    m_series->setNow(moment->now);
    m_pages->setCurrentIndex(1);
}

void DetailsPanel::setDetails(const core::GroupDetailsPtr& details)
{
    if (details && m_key != details->key)
        return;
    m_families.setDetails(details);
    showSeries();
    // Small pictures change where texts do not.
    m_tree->viewport()->update();
}

void DetailsPanel::showSeries()
{
    using core::FamilyModel;
    const QModelIndex current = m_tree->currentIndex();
    const auto* const family
        = current.data(FamilyModel::FamilyRole).value<const core::FamilyRow*>();
    m_side->setVisible(family != nullptr);
    if (family == nullptr)
        return;
    m_side->setAccessibleName(QString::fromUtf8(family->name));
    const auto* const series
        = current.data(FamilyModel::SeriesRole).value<const core::SeriesRow*>();
    m_series->showSeries(*family, series,
        series == nullptr ? std::span<const core::ValueHistory::Point>()
                          : m_gateway.history().of(*m_key, family->name, series->labels));
}

void DetailsPanel::copyValue()
{
    const QModelIndex current = m_tree->currentIndex();
    const QString value = current.siblingAtColumn(core::FamilyModel::ValueColumn).data().toString();
    QGuiApplication::clipboard()->setText(value.isEmpty() ? current.data().toString() : value);
}

void DetailsPanel::take(const Copy& copy)
{
    QGuiApplication::clipboard()->setText(copy.text);
    emit copied(copiedText(copy));
}

void DetailsPanel::showMenu(const QPoint& position)
{
    using core::FamilyModel;
    const core::GroupDetailsPtr details = m_families.details();
    if (!details)
        return;
    const QModelIndex line = m_tree->indexAt(position);
    const auto* const family = line.data(FamilyModel::FamilyRole).value<const core::FamilyRow*>();
    const auto* const series = line.data(FamilyModel::SeriesRole).value<const core::SeriesRow*>();
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (line.isValid())
        menu->addAction(tr("Copy value"), this, &DetailsPanel::copyValue);
    // `details` keeps what `family` and `series` point to, whatever arrives meanwhile.
    if (series != nullptr && family->series.size() > 1)
        addForms(*menu, tr("Copy series as"), [=, this](CopyForm form) {
            take(copyOf(details->key, *family, series, form, m_gateway.connection()));
        });
    if (family != nullptr)
        addForms(*menu, tr("Copy family as"), [=, this](CopyForm form) {
            take(copyOf(details->key, *family, nullptr, form, m_gateway.connection()));
        });
    addForms(*menu, tr("Copy group as"),
        [=, this](CopyForm form) { take(copyOf({details}, form, m_gateway.connection())); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

QByteArray DetailsPanel::layoutState() const
{
    return m_splitter->saveState();
}

void DetailsPanel::restoreLayout(const QByteArray& state)
{
    m_splitter->restoreState(state);
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/family_model.h"

#include "core/browse/label_text.h"
#include "core/browse/row_diff.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace pushgate::core {

namespace {

    using Texts = std::array<QString, FamilyModel::ColumnCount>;

} // namespace

struct FamilyModel::Node {
    QByteArray key; // ascending among the children of one node
    int level = -1;
    Texts texts;
    const FamilyRow* family = nullptr; // these two are in m_details
    const SeriesRow* series = nullptr;
    Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    void number()
    {
        for (size_t at = 0; at < children.size(); ++at) {
            children[at]->row = static_cast<int>(at);
            children[at]->parent = this;
        }
    }
    void add(std::unique_ptr<Node> child) { children.push_back(std::move(child)); }

    static std::unique_ptr<Node> of(const FamilyRow& family);
    static std::unique_ptr<Node> of(const FamilyRow& family, const SeriesRow& series);
    void addParts(const FamilyRow& ofFamily, const SeriesRow& ofSeries);
};

void FamilyModel::Node::addParts(const FamilyRow& ofFamily, const SeriesRow& ofSeries)
{
    const auto parts = valueParts(ofSeries.value);
    for (size_t at = 0; at < parts.size(); ++at) {
        auto part = std::make_unique<Node>();
        part->key = QByteArray::number(qulonglong(at)).rightJustified(8, '0');
        part->level = 2;
        part->family = &ofFamily;
        part->series = &ofSeries;
        part->texts[NameColumn] = QString::fromUtf8(parts[at].name);
        part->texts[ValueColumn] = QString::fromUtf8(parts[at].number);
        add(std::move(part));
    }
}

std::unique_ptr<FamilyModel::Node> FamilyModel::Node::of(
    const FamilyRow& family, const SeriesRow& series)
{
    auto node = std::make_unique<Node>();
    node->key = labelsText(series.labels);
    node->level = 1;
    node->family = &family;
    node->series = &series;
    node->texts[NameColumn] = QString::fromUtf8(node->key);
    node->texts[ValueColumn] = QString::fromUtf8(headNumber(series.value));
    node->addParts(family, series);
    return node;
}

std::unique_ptr<FamilyModel::Node> FamilyModel::Node::of(const FamilyRow& family)
{
    auto node = std::make_unique<Node>();
    node->key = family.name;
    node->level = 0;
    node->family = &family;
    node->texts[NameColumn] = QString::fromUtf8(family.name);
    node->texts[TypeColumn] = QString::fromUtf8(typeWord(family));
    node->texts[HelpColumn] = QString::fromUtf8(family.help);
    // One series without labels of its own needs no line of its own.
    if (family.series.size() == 1 && family.series.front().labels.empty()) {
        const SeriesRow& only = family.series.front();
        node->series = &only;
        node->texts[ValueColumn] = QString::fromUtf8(headNumber(only.value));
        node->addParts(family, only);
        return node;
    }
    for (const SeriesRow& series : family.series)
        node->add(of(family, series));
    std::sort(node->children.begin(), node->children.end(),
        [](const auto& left, const auto& right) { return left->key < right->key; });
    return node;
}

FamilyModel::FamilyModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

FamilyModel::~FamilyModel() = default;

void FamilyModel::setDetails(const GroupDetailsPtr& details)
{
    // Lines that still show the former details are asked for them on the way.
    const GroupDetailsPtr former = std::exchange(m_details, details);
    if (former == details)
        return;
    std::vector<std::unique_ptr<Node>> families;
    if (details) {
        for (const FamilyRow& family : details->families)
            families.push_back(Node::of(family));
    }
    turnInto(*m_root, std::move(families));
}

void FamilyModel::turnInto(Node& node, std::vector<std::unique_ptr<Node>> children)
{
    const auto order
        = [](const auto& left, const auto& right) { return left->key.compare(right->key) <=> 0; };
    const auto same = [](const auto& left, const auto& right) {
        return left->texts == right->texts && left->level == right->level;
    };
    const auto steps = rowDiff<std::unique_ptr<Node>>(node.children, children, order, same);
    for (const RowStep& step : steps) {
        const auto count = size_t(step.count);
        switch (step.kind) {
        case RowStep::Kind::Remove: removeChildren(node, step.first, step.count); break;
        case RowStep::Kind::Insert:
            insertChildren(
                node, step.first, std::span(children).subspan(size_t(step.first), count));
            break;
        case RowStep::Kind::Update:
            for (auto at = size_t(step.first); at < size_t(step.first) + count; ++at) {
                node.children[at]->texts = children[at]->texts;
                node.children[at]->level = children[at]->level;
            }
            emit dataChanged(indexOf(*node.children[size_t(step.first)], 0),
                indexOf(*node.children[size_t(step.first) + count - 1], ColumnCount - 1));
            break;
        }
    }
    for (size_t at = 0; at < children.size(); ++at) {
        if (!children[at])
            continue; // it was inserted with all below it
        node.children[at]->family = children[at]->family;
        node.children[at]->series = children[at]->series;
        turnInto(*node.children[at], std::move(children[at]->children));
    }
}

void FamilyModel::insertChildren(Node& node, int first, std::span<std::unique_ptr<Node>> children)
{
    for (const auto& child : children) {
        child->number();
        for (const auto& grandchild : child->children)
            grandchild->number();
    }
    beginInsertRows(indexOf(node, 0), first, first + static_cast<int>(children.size()) - 1);
    node.children.insert(node.children.begin() + first, std::move_iterator(children.begin()),
        std::move_iterator(children.end()));
    node.number();
    endInsertRows();
}

void FamilyModel::removeChildren(Node& node, int first, int count)
{
    beginRemoveRows(indexOf(node, 0), first, first + count - 1);
    const auto at = node.children.begin() + first;
    node.children.erase(at, at + count);
    node.number();
    endRemoveRows();
}

QModelIndex FamilyModel::indexOf(const Node& node, int column) const
{
    return node.parent == nullptr ? QModelIndex() : createIndex(node.row, column, &node);
}

FamilyModel::Node& FamilyModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? *static_cast<Node*>(index.internalPointer()) : *m_root;
}

QModelIndex FamilyModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent).children[size_t(row)].get());
}

QModelIndex FamilyModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(*nodeOf(index).parent, 0) : QModelIndex();
}

int FamilyModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int FamilyModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant FamilyModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return node.texts[size_t(index.column())];
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == ValueColumn ? Qt::AlignRight : Qt::AlignLeft));
    case LevelRole: return node.level;
    case FamilyRole: return QVariant::fromValue(node.family);
    case SeriesRole: return QVariant::fromValue(node.series);
    default: return {};
    }
}

QVariant FamilyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers.at(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (section == ValueColumn ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace pushgate::core

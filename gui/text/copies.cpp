// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/copies.h"

#include "core/browse/details_json.h"
#include "core/browse/promql_selector.h"
#include "gui/text/commands.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    using Coverage = core::ExpositionText::Coverage;

    struct Copies {
        Q_DECLARE_TR_FUNCTIONS(pushgate::gui::Copies)
    };

    Copy textCopy(const core::ExpositionText& exposition)
    {
        return {QString::fromUtf8(exposition.text), exposition.coverage};
    }

    /// One command for each group.
    Copy curlCopy(const std::vector<core::GroupDetailsPtr>& groups, PushOrder::Mode mode,
        const Connection& connection)
    {
        Copy copy;
        for (const core::GroupDetailsPtr& group : groups) {
            const core::ExpositionText pushed = core::pushedText(*group);
            copy.text += pushCommand(connection, {group->key, mode, pushed.text});
            if (pushed.coverage == Coverage::Partial)
                copy.coverage = Coverage::Partial;
        }
        return copy;
    }

} // namespace

QString copyFormTitle(CopyForm form)
{
    switch (form) {
    case CopyForm::Text: return Copies::tr("&Text exposition");
    case CopyForm::Json: return Copies::tr("&JSON");
    case CopyForm::Curl: return Copies::tr("&curl command that pushes it again");
    case CopyForm::Selector: return Copies::tr("&PromQL selector");
    }
    return {};
}

Copy copyOf(
    const std::vector<core::GroupDetailsPtr>& groups, CopyForm form, const Connection& connection)
{
    switch (form) {
    case CopyForm::Text:
        return textCopy(
            groups.size() == 1 ? core::pushedText(*groups.front()) : core::scrapedText(groups));
    case CopyForm::Json: return {QString::fromUtf8(core::detailsJson(groups))};
    case CopyForm::Curl: return curlCopy(groups, PushOrder::Mode::Replace, connection);
    case CopyForm::Selector: {
        std::vector<core::GroupingKey> keys;
        keys.reserve(groups.size());
        for (const core::GroupDetailsPtr& group : groups)
            keys.push_back(group->key);
        return selectorsOf(keys);
    }
    }
    return {};
}

Copy copyOf(const core::GroupingKey& key, const core::FamilyRow& family,
    const core::SeriesRow* series, CopyForm form, const Connection& connection)
{
    if (form == CopyForm::Selector) {
        const core::Labels labels = series == nullptr ? core::Labels() : series->labels;
        return {QString::fromUtf8(core::promqlSelector(key, family, labels))};
    }
    core::FamilyRow part = family;
    if (series != nullptr)
        part.series = {*series};
    const auto details
        = std::make_shared<const core::GroupDetails>(core::GroupDetails{key, {std::move(part)}});
    if (form != CopyForm::Curl)
        return copyOf({details}, form, connection);
    Copy copy = curlCopy({details}, PushOrder::Mode::Merge, connection);
    if (series != nullptr && family.series.size() > 1)
        copy.push = Copy::Push::ReplacesFamily;
    return copy;
}

Copy selectorsOf(const std::vector<core::GroupingKey>& keys)
{
    QStringList lines;
    for (const core::GroupingKey& key : keys)
        lines.push_back(QString::fromUtf8(core::promqlSelector(key)));
    return {lines.join(u'\n')};
}

QString leftOutText()
{
    return Copies::tr("Comments say what the text format cannot hold, such as native histograms.");
}

QString copiedText(const Copy& copy)
{
    QStringList sentences{Copies::tr("Copied.")};
    if (copy.coverage == Coverage::Partial)
        sentences.push_back(leftOutText());
    if (copy.push == Copy::Push::ReplacesFamily)
        sentences.push_back(
            Copies::tr("Pushing one series replaces all series of its family in the group."));
    return sentences.join(u' ');
}

} // namespace pushgate::gui

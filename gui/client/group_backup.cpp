// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/group_backup.h"

#include "core/model/group.h"
#include "core/model/name_rules.h"

#include <QByteArrayList>

#include <algorithm>

namespace pushgate::gui {

namespace {

    enum class Quotes { Keep, Escape };

    QByteArray escaped(QByteArray text, Quotes quotes)
    {
        text.replace('\\', "\\\\").replace('\n', "\\n");
        return quotes == Quotes::Escape ? text.replace('"', "\\\"") : text;
    }

    QByteArray quoted(const QByteArray& text)
    {
        return '"' + escaped(text, Quotes::Escape) + '"';
    }

    /// `name{labels} `; a name outside the legacy set stands quoted inside the braces.
    QByteArray head(
        const QByteArray& name, const core::Labels& labels, const core::Label& extra = {})
    {
        QByteArrayList inside;
        const bool isLegacy = core::isLegacyMetricName(name);
        if (!isLegacy)
            inside.push_back(quoted(name));
        const auto add = [&](const core::Label& label) {
            inside.push_back((core::isLegacyLabelName(label.name) ? label.name : quoted(label.name))
                + '=' + quoted(label.value));
        };
        std::for_each(labels.begin(), labels.end(), add);
        if (!extra.name.isEmpty())
            add(extra);
        const QByteArray braces = inside.isEmpty() ? QByteArray() : '{' + inside.join(',') + '}';
        return (isLegacy ? name : QByteArray()) + braces + ' ';
    }

    /// Appends the lines of one series; false if the text format has none for it.
    struct Lines {
        QByteArray& body;
        const QByteArray& name;
        const core::Labels& labels;

        bool operator()(const core::PlainValue& value) const
        {
            body += head(name, labels) + value.number + '\n';
            return true;
        }
        bool operator()(const core::SummaryValue& value) const
        {
            for (const auto& entry : value.quantiles)
                body += head(name, labels, {"quantile", entry.quantile}) + entry.number + '\n';
            return total(value.sum, value.count);
        }
        bool operator()(const core::HistogramValue& value) const
        {
            for (const auto& bucket : value.buckets)
                body += head(name + "_bucket", labels, {"le", bucket.upper}) + bucket.count + '\n';
            return total(value.sum, value.count);
        }
        bool operator()(const core::NativeHistogramValue&) const { return false; }

    private:
        bool total(const QByteArray& sum, const QByteArray& count) const
        {
            body += head(name + "_sum", labels) + sum + '\n';
            body += head(name + "_count", labels) + count + '\n';
            return true;
        }
    };

    /// False if something is left out.
    bool append(QByteArray& body, const core::FamilyRow& family)
    {
        if (family.type == "GAUGE_HISTOGRAM")
            return false;
        const QByteArray name
            = core::isLegacyMetricName(family.name) ? family.name : quoted(family.name);
        QByteArray lines;
        bool isWhole = true;
        for (const core::SeriesRow& series : family.series)
            isWhole = std::visit(Lines{lines, family.name, series.labels}, series.value) && isWhole;
        if (lines.isEmpty())
            return isWhole;
        if (!family.help.isEmpty())
            body += "# HELP " + name + ' ' + escaped(family.help, Quotes::Keep) + '\n';
        body += "# TYPE " + name + ' ' + family.type.toLower() + '\n' + lines;
        return isWhole;
    }

} // namespace

GroupBackup backupOf(const core::GroupDetails& details)
{
    GroupBackup backup{details.key, {}, GroupBackup::Coverage::Whole};
    for (const core::FamilyRow& family : details.families) {
        if (family.name == core::kPushTimeName || family.name == core::kFailureTimeName)
            continue; // the gateway's own
        if (!append(backup.body, family))
            backup.coverage = GroupBackup::Coverage::Partial;
    }
    return backup;
}

} // namespace pushgate::gui

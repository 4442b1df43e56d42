// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/exposition_text.h"

#include "core/browse/label_text.h"
#include "core/model/group.h"
#include "core/model/name_rules.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pushgate::core {

namespace {

    using Coverage = ExpositionText::Coverage;

    /// Whatever the name after it, this is a comment and neither HELP nor TYPE.
    constexpr QByteArrayView kLeftOut = "# Left out: ";

    QByteArray escapedHelp(QByteArray text)
    {
        return text.replace('\\', "\\\\").replace('\n', "\\n");
    }

    /// A name as it stands after HELP and TYPE, and in comments.
    QByteArray headName(const QByteArray& name)
    {
        return isLegacyMetricName(name) ? name : quotedText(name);
    }

    /// `name{labels} `; a name outside the legacy set stands quoted inside the braces.
    QByteArray lineHead(const QByteArray& name, const Labels& labels, const Label& extra = {})
    {
        const bool isLegacy = isLegacyMetricName(name);
        QByteArray inside = isLegacy ? QByteArray() : quotedText(name);
        const auto add = [&](const Label& label) {
            if (!inside.isEmpty())
                inside += ',';
            inside += labelText(label);
        };
        std::for_each(labels.begin(), labels.end(), add);
        if (!extra.name.isEmpty())
            add(extra);
        return (isLegacy ? name : QByteArray())
            + (inside.isEmpty() ? QByteArray() : '{' + inside + '}') + ' ';
    }

    /// Appends the lines of one series.
    struct SeriesLines {
        QByteArray& out;
        const QByteArray& name;
        const Labels& labels;

        Coverage operator()(const PlainValue& value) const
        {
            out += lineHead(name, labels) + value.number + '\n';
            return Coverage::Whole;
        }
        Coverage operator()(const SummaryValue& value) const
        {
            for (const auto& entry : value.quantiles)
                out += lineHead(name, labels, {"quantile", entry.quantile}) + entry.number + '\n';
            return totals(value.sum, value.count);
        }
        Coverage operator()(const HistogramValue& value) const
        {
            for (const auto& bucket : value.buckets)
                out += lineHead(name + "_bucket", labels, {"le", bucket.upper}) + bucket.count
                    + '\n';
            return totals(value.sum, value.count);
        }
        Coverage operator()(const NativeHistogramValue&) const
        {
            out.append(kLeftOut);
            out += lineHead(name, labels)
                + "is a native histogram, which this format cannot hold.\n";
            return Coverage::Partial;
        }

    private:
        Coverage totals(const QByteArray& sum, const QByteArray& count) const
        {
            out += lineHead(name + "_sum", labels) + sum + '\n';
            out += lineHead(name + "_count", labels) + count + '\n';
            return Coverage::Whole;
        }
    };

    class Writer {
    public:
        void begin(const FamilyRow& family, const QByteArray& help)
        {
            const QByteArray name = headName(family.name);
            if (!help.isEmpty())
                m_out.text += "# HELP " + name + ' ' + escapedHelp(help) + '\n';
            if (family.type != "GAUGE_HISTOGRAM")
                m_out.text += "# TYPE " + name + ' ' + family.type.toLower() + '\n';
        }
        void add(const FamilyRow& family, const SeriesRow& series, const Labels& labels)
        {
            if (family.type == "GAUGE_HISTOGRAM") {
                leaveOut(lineHead(family.name, labels)
                    + "is a gauge histogram, which this format cannot hold.");
                return;
            }
            note(std::visit(SeriesLines{m_out.text, family.name, labels}, series.value));
        }
        void leaveOut(const QByteArray& reason)
        {
            m_out.text.append(kLeftOut);
            m_out.text += reason + '\n';
            note(Coverage::Partial);
        }
        ExpositionText take() { return std::move(m_out); }

    private:
        void note(Coverage coverage)
        {
            if (coverage == Coverage::Partial)
                m_out.coverage = Coverage::Partial;
        }

        ExpositionText m_out;
    };

    /// As each series of the group is scraped.
    Labels scrapedLabels(const Labels& own, const Labels& group)
    {
        static const Labels kNoInstance = *Labels::from({{"instance", ""}});
        return kNoInstance.overriddenBy(own).overriddenBy(group);
    }

} // namespace

ExpositionText pushedText(const GroupDetails& details)
{
    Writer writer;
    for (const FamilyRow& family : details.families) {
        if (family.name == kPushTimeName || family.name == kFailureTimeName)
            continue;
        writer.begin(family, family.help);
        for (const SeriesRow& series : family.series)
            writer.add(family, series, series.labels);
    }
    return writer.take();
}

ExpositionText scrapedText(const std::vector<GroupDetailsPtr>& groups)
{
    using Owned = std::pair<const GroupDetails*, const FamilyRow*>;
    std::map<QByteArray, std::vector<Owned>> byName;
    for (const GroupDetailsPtr& group : groups) {
        for (const FamilyRow& family : group->families)
            byName[family.name].push_back({group.get(), &family});
    }
    Writer writer;
    for (const auto& [name, owned] : byName) {
        const FamilyRow& first = *owned.front().second;
        const auto helpful = std::find_if(owned.begin(), owned.end(),
            [](const Owned& one) { return !one.second->help.isEmpty(); });
        writer.begin(first, helpful == owned.end() ? QByteArray() : helpful->second->help);
        for (const auto& [group, family] : owned) {
            if (family->type != first.type) {
                writer.leaveOut(lineHead(name, group->key.labels()) + "has another type, "
                    + family->type.toLower() + '.');
                continue;
            }
            for (const SeriesRow& series : family->series)
                writer.add(*family, series, scrapedLabels(series.labels, group->key.labels()));
        }
    }
    return writer.take();
}

} // namespace pushgate::core

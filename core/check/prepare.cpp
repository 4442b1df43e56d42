// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/prepare.h"

#include "core/check/metric_faults.h"
#include "core/check/series_hasher.h"
#include "core/model/group.h"
#include "core/model/label_table_builder.h"
#include "core/model/metric_order.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::core {

namespace {

    using SharedLabels = std::shared_ptr<const Labels>;

    constexpr char kInstance[] = "instance";

    /// Carries rows of labels as parsed over into a table with the grouping labels.
    class Relabeller {
    public:
        Relabeller(const LabelTable& parsed, const SharedLabels& grouping)
            : m_parsed(parsed)
            , m_grouping(*grouping)
            , m_builder(LabelTableBuilder::RowOrder::ByName, grouping)
            , m_groupingHasInstance(grouping->value(kInstance).has_value())
            , m_lastRow(grouping->size(), kNoRow)
        {
            m_names.reserve(m_parsed.nameCount());
        }

        Result<LabelTable> relabel()
        {
            for (size_t row = 0; row < m_parsed.rowCount(); ++row) {
                addRow(row);
                if (!m_builder.fits())
                    return tooLarge("the labels of one metric family take more than 2 GiB");
            }
            return std::move(m_builder).finish();
        }

    private:
        static constexpr size_t kNoRow = std::numeric_limits<size_t>::max();
        static constexpr quint32 kNone = std::numeric_limits<quint32>::max();

        /// What becomes of a name of the parsed table.
        struct Name {
            quint32 ownNumber = kNone; ///< in the new table, once known
            quint32 groupingIndex = kNone; ///< in the grouping labels, if it is one of them
            bool isInstance = false;
        };

        void addRow(size_t row)
        {
            bool hasInstance = m_groupingHasInstance;
            for (const LabelView& label : m_parsed.row(row)) {
                Name& name = nameOf(label);
                hasInstance = hasInstance || name.isInstance;
                if (name.groupingIndex != kNone && m_lastRow[name.groupingIndex] != row) {
                    m_lastRow[name.groupingIndex] = row; // the group's value replaces the first one
                    continue;
                }
                if (name.ownNumber == kNone)
                    name.ownNumber = m_builder.internNameOf(label);
                m_builder.addLabel(name.ownNumber, {label.value, label.valueGiven});
            }
            if (!hasInstance)
                m_builder.addLabel(kInstance, "");
            m_builder.endRow();
        }

        Name& nameOf(const LabelView& label)
        {
            while (m_names.size() <= label.nameIndex)
                m_names.push_back(classify(m_parsed.name(static_cast<quint32>(m_names.size()))));
            return m_names[label.nameIndex];
        }

        Name classify(QByteArrayView name) const
        {
            Name result;
            result.isInstance = name == kInstance;
            if (const auto index = m_grouping.indexOf(name))
                result.groupingIndex = static_cast<quint32>(*index);
            return result;
        }

        const LabelTable& m_parsed;
        const Labels& m_grouping;
        LabelTableBuilder m_builder;
        bool m_groupingHasInstance;
        std::vector<size_t> m_lastRow; ///< per grouping label: the last row that brought its own
        std::vector<Name> m_names; ///< per name of the parsed table
    };

    void countLacking(CheckedFamily& checked)
    {
        for (size_t type = 0; type < kCheckedTypeCount; ++type) {
            checked.lacking[type]
                = checked.family.payloads().countLacking(payloadOf(static_cast<MetricType>(type)));
        }
    }

    void hashSeries(CheckedFamily& checked)
    {
        FaultFinder faults(checked.family);
        SeriesHasher hasher(checked.family);
        checked.seriesHashes.reserve(checked.family.metricCount());
        for (size_t row = 0; row < checked.family.metricCount(); ++row) {
            if (faults.find(row))
                ++checked.badMetrics;
            else
                checked.seriesHashes.push_back(hasher.hash(checked.family.metric(row)));
        }
    }

    /// Whether all rows can take the labels as they are.
    bool canShare(const LabelTable& parsed, const Labels& labels)
    {
        if (!parsed.isStrictlySorted())
            return false;
        for (size_t name = 0; name < parsed.nameCount(); ++name) {
            if (labels.value(parsed.name(static_cast<quint32>(name))))
                return false;
        }
        return true;
    }

    FamilyPtr check(MetricFamily family)
    {
        auto checked
            = std::make_shared<CheckedFamily>(CheckedFamily{std::move(family), {}, 0, {}, {}});
        countLacking(*checked);
        hashSeries(*checked);
        checked->shape = shapeOf(*checked);
        return checked;
    }

    bool hasTimestamp(const MetricFamily& family)
    {
        if (!family.payloads().hasOdd())
            return false;
        for (size_t row = 0; row < family.metricCount(); ++row) {
            if (family.metric(row).timestampMs())
                return true;
        }
        return false;
    }

    /// Refuses a small push that would be exposed as a huge text: long grouping labels are repeated
    /// in every line.
    Status checkRepetition(const ParsedPush& push)
    {
        constexpr qsizetype kShortEnough = 4 * 1024;
        constexpr qsizetype kMostRepeatedBytes = 64 * 1024 * 1024;
        const qsizetype groupingBytes = push.key.encoded().size();
        if (groupingBytes <= kShortEnough)
            return ok();
        qsizetype metrics = 0;
        for (const MetricFamily& family : push.families)
            metrics += static_cast<qsizetype>(family.metricCount());
        if (metrics <= kMostRepeatedBytes / groupingBytes)
            return ok();
        return tooLarge("grouping labels of "_ba + QByteArray::number(groupingBytes)
            + " bytes are too long for a push of "_ba + QByteArray::number(metrics)
            + " metrics, each of which would repeat them"_ba);
    }

    bool nameBefore(const FamilyPtr& left, const FamilyPtr& right)
    {
        return left->family.name() < right->family.name();
    }

    /// Sorts by name; of families of one name only the last stays.
    void sortUnique(std::vector<FamilyPtr>& families)
    {
        std::stable_sort(families.begin(), families.end(), nameBefore);
        const auto sameName = [](const FamilyPtr& left, const FamilyPtr& right) {
            return left->family.name() == right->family.name();
        };
        // From the back, so that the last of equals is the one kept.
        const auto kept = std::unique(families.rbegin(), families.rend(), sameName);
        families.erase(families.begin(), kept.base());
    }

} // namespace

GroupingLabels::GroupingLabels(const GroupingKey& key)
    : labels(std::make_shared<const Labels>(key.labels()))
    , withInstance(labels)
{
    if (!labels->value(kInstance)) {
        const Labels instance = *Labels::from({{kInstance, ""}});
        withInstance = std::make_shared<const Labels>(instance.overriddenBy(*labels));
    }
}

FamilyPtr checkedFamily(MetricFamily family)
{
    return check(inMetricOrder(std::move(family)));
}

Result<FamilyPtr> prepareFamily(MetricFamily family, const GroupingLabels& grouping)
{
    if (canShare(family.labels(), *grouping.withInstance))
        return check(inMetricOrder(std::move(family).sharing(grouping.withInstance)));
    Result<LabelTable> labels = Relabeller(family.labels(), grouping.labels).relabel();
    if (!labels)
        return labels.error();
    return check(inMetricOrder(std::move(family).withLabels(*std::move(labels))));
}

FamilyPtr prepareTimeFamily(QByteArrayView name, double time, const GroupingLabels& grouping)
{
    const bool isSuccess = name == kPushTimeName;
    const QByteArrayView known = isSuccess ? kPushTimeName : kFailureTimeName;
    MetricFamily::Header header{QByteArray::fromRawData(known.data(), known.size()),
        isSuccess ? "Last Unix time when changing this group in the Pushgateway succeeded."_ba
                  : "Last Unix time when changing this group in the Pushgateway failed."_ba,
        MetricType::Gauge};
    LabelTableBuilder labels(LabelTableBuilder::RowOrder::ByName, grouping.withInstance);
    labels.endRow();
    PayloadTable payloads;
    payloads.appendPlain(Payload::Gauge, time);
    return check({std::move(header), std::move(labels).finish(), std::move(payloads)});
}

Result<PreparedPush> prepare(ParsedPush push, TimePoint now)
{
    if (const Status repetition = checkRepetition(push); !repetition)
        return repetition.error();
    const GroupingLabels grouping(push.key);
    PreparedPush prepared{std::move(push.key), push.mode, {}, grouping, {}, now, false};
    prepared.families.reserve(push.families.size());
    for (MetricFamily& family : push.families) {
        prepared.hasTimestamps = prepared.hasTimestamps || hasTimestamp(family);
        Result<FamilyPtr> checked = prepareFamily(std::move(family), grouping);
        if (!checked)
            return checked.error();
        prepared.families.push_back(*std::move(checked));
    }
    sortUnique(prepared.families);
    prepared.pushTime = prepareTimeFamily(kPushTimeName, unixSeconds(now), grouping);
    return prepared;
}

} // namespace pushgate::core

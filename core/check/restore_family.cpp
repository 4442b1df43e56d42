// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/restore_family.h"

#include "core/model/label_table_builder.h"
#include "core/parse/plain_family.h"
#include "core/parse/protobuf_parser.h"

#include <limits>
#include <optional>
#include <vector>

namespace pushgate::core {

namespace {

    using SharedLabels = std::shared_ptr<const Labels>;

    /// Carries the rows of a table over into one that shares `shared`, which each row must have,
    /// with these values and once each.
    class Sharer {
    public:
        Sharer(const LabelTable& parsed, const SharedLabels& shared)
            : m_parsed(parsed)
            , m_shared(shared)
            , m_builder(LabelTableBuilder::RowOrder::ByName, shared)
            , m_lastRow(m_shared ? m_shared->size() : 0, kNoRow)
        {
            m_names.reserve(m_parsed.nameCount());
            for (quint32 name = 0; name < m_parsed.nameCount(); ++name)
                m_names.push_back({kNone, indexInShared(m_parsed.name(name))});
        }

        /// Nothing if a row lacks a shared label, has it twice or with another value.
        std::optional<Result<LabelTable>> table() &&
        {
            for (size_t row = 0; row < m_parsed.rowCount(); ++row) {
                if (!addRow(row))
                    return std::nullopt;
                if (!m_builder.fits())
                    return tooLarge("the labels of one metric family take more than 2 GiB");
            }
            return std::move(m_builder).finish();
        }

    private:
        static constexpr size_t kNoRow = std::numeric_limits<size_t>::max();
        static constexpr quint32 kNone = std::numeric_limits<quint32>::max();

        struct Name {
            quint32 ownNumber = kNone; ///< in the new table, once known
            quint32 sharedIndex = kNone;
        };

        bool addRow(size_t row)
        {
            size_t shared = 0;
            for (const LabelView& label : m_parsed.row(row)) {
                Name& name = m_names[label.nameIndex];
                if (name.sharedIndex == kNone || !label.nameGiven) {
                    addOwn(name, label);
                    continue;
                }
                const Label& expected = *(m_shared->begin() + name.sharedIndex);
                if (!label.valueGiven || label.value != expected.value
                    || m_lastRow[name.sharedIndex] == row)
                    return false;
                m_lastRow[name.sharedIndex] = row;
                ++shared;
            }
            m_builder.endRow();
            return shared == m_lastRow.size();
        }

        void addOwn(Name& name, const LabelView& label)
        {
            if (name.ownNumber == kNone)
                name.ownNumber = m_builder.internNameOf(label);
            m_builder.addLabel(name.ownNumber, {label.value, label.valueGiven});
        }

        quint32 indexInShared(QByteArrayView name) const
        {
            const auto index = m_shared ? m_shared->indexOf(name) : std::nullopt;
            return index ? static_cast<quint32>(*index) : kNone;
        }

        const LabelTable& m_parsed;
        SharedLabels m_shared; ///< null: none
        LabelTableBuilder m_builder;
        std::vector<size_t> m_lastRow; ///< per shared label: the last row that has it
        std::vector<Name> m_names; ///< per name of the parsed table
    };

} // namespace

Result<FamilyPtr> restoreFamily(MetricFamily family, const GroupingLabels& grouping)
{
    // What was pushed has the first or the second; what came in otherwise may have neither.
    for (const SharedLabels& shared : {grouping.withInstance, grouping.labels, SharedLabels()}) {
        auto table = Sharer(family.labels(), shared).table();
        if (!table)
            continue;
        if (!*table)
            return table->error();
        return checkedFamily(std::move(family).withLabels(**std::move(table)));
    }
    Q_UNREACHABLE(); // with nothing to share, every table will do
}

Result<FamilyPtr> restoreFamily(QByteArrayView message, const GroupingLabels& grouping)
{
    if (auto family = readPlainFamily(message, grouping.withInstance))
        return checkedFamily(*std::move(family));
    auto family = parseProtobufFamily(message);
    if (!family)
        return family.error();
    return restoreFamily(*std::move(family), grouping);
}

} // namespace pushgate::core

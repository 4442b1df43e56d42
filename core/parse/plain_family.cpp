// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/plain_family.h"

#include "core/base/varint.h"
#include "core/model/label_table_builder.h"
#include "core/parse/plain_metric.h"

#include <utility>

namespace pushgate::core {

namespace {

    class PlainFamilyReader {
    public:
        explicit PlainFamilyReader(std::shared_ptr<const Labels> shared)
            : m_shared(*shared)
            , m_labels(LabelTableBuilder::RowOrder::ByName, std::move(shared))
        {
        }

        bool read(QByteArrayView rest)
        {
            while (!rest.isEmpty()) {
                const char tag = rest[0];
                const auto number = readVarint(rest.sliced(1));
                if (!number)
                    return false;
                rest = rest.sliced(1 + number->length);
                const bool isRead = tag == kTypeTag ? readType(number->value)
                                                    : readBytes(tag, number->value, rest);
                if (!isRead)
                    return false;
            }
            return !m_header.name.isEmpty() && m_labels.fits();
        }

        MetricFamily finish() &&
        {
            m_payloads.shrink();
            return {std::move(m_header), std::move(m_labels).finish(), std::move(m_payloads)};
        }

    private:
        // Tags of the family's fields: number times eight plus the wire type.
        static constexpr char kNameTag = 0x0A;
        static constexpr char kHelpTag = 0x12;
        static constexpr char kTypeTag = 0x18;
        static constexpr char kMetricTag = 0x22;

        bool readType(quint64 number)
        {
            if (number >= kMetricTypeCount)
                return false;
            m_header.declaredType = metricTypeFromNumber(static_cast<qint32>(number));
            return m_header.declaredType != MetricType::GaugeHistogram;
        }

        bool readBytes(char tag, quint64 length, QByteArrayView& rest)
        {
            if (length > static_cast<quint64>(rest.size()))
                return false;
            const QByteArrayView field = rest.first(static_cast<qsizetype>(length));
            rest = rest.sliced(field.size());
            switch (tag) {
            case kNameTag: m_header.name = field.toByteArray(); return true;
            case kHelpTag: m_header.help = field.toByteArray(); return true;
            case kMetricTag: return readMetric(field);
            default: return false;
            }
        }

        bool readMetric(QByteArrayView message)
        {
            const auto metric = readPlainMetric(message);
            if (!metric || !readLabels(*metric))
                return false;
            m_payloads.appendPlain(metric->kind, metric->value);
            return true;
        }

        bool readLabels(const PlainMetric& metric)
        {
            auto expected = m_shared.begin();
            const PlainMetric::Label* previous = nullptr;
            for (const PlainMetric::Label& label : metric.labels) {
                if (previous && !(previous->name < label.name))
                    return false; // not in order, so the steps through both would not meet
                previous = &label;
                if (expected == m_shared.end() || label.name != expected->name)
                    m_labels.addLabel(label.name, label.value);
                else if (label.value != expected->value)
                    return false;
                else
                    ++expected;
            }
            m_labels.endRow();
            return expected == m_shared.end();
        }

        const Labels& m_shared;
        MetricFamily::Header m_header;
        LabelTableBuilder m_labels;
        PayloadTable m_payloads;
    };

} // namespace

std::optional<MetricFamily> readPlainFamily(
    QByteArrayView message, std::shared_ptr<const Labels> shared)
{
    PlainFamilyReader reader(std::move(shared));
    if (!reader.read(message))
        return std::nullopt;
    return std::move(reader).finish();
}

} // namespace pushgate::core

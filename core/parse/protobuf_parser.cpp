// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/protobuf_parser.h"

#include "core/base/bytes_hash.h"
#include "core/base/go_quote.h"
#include "core/base/varint.h"
#include "core/parse/protobuf_metric.h"

#include <absl/container/flat_hash_map.h>
#include <limits>
#include <optional>

namespace pushgate::core {

namespace {

    Error malformed()
    {
        return badRequest("proto: cannot parse invalid wire-format data");
    }

    Error cutShort(const DecodedBody& body)
    {
        return body.failure ? *body.failure : badRequest("unexpected EOF");
    }

    QByteArray bytes(const std::string& text)
    {
        return {text.data(), static_cast<qsizetype>(text.size())};
    }

    /// Collects families; of one name the last.
    class FamilyReader {
    public:
        Status read(QByteArrayView message);
        Result<std::vector<MetricFamily>> finish() &&;

    private:
        /// A family, or why it is refused: only an error if no other takes its place.
        Result<MetricFamily> family(LabelTableBuilder labels, PayloadTable payloads) const;
        std::optional<Error> objection(const PayloadTable& payloads) const;

        wire::MetricFamily m_family; // both reused, for the memory they hold
        wire::Metric m_metric;
        std::vector<Result<MetricFamily>> m_families;
        absl::flat_hash_map<QByteArray, size_t, BytesHash, BytesEqual> m_places;
    };

    Status FamilyReader::read(QByteArrayView message)
    {
        if (message.size() > std::numeric_limits<int>::max())
            return tooLarge("a metric family is larger than 2 GiB");
        if (!m_family.ParseFromArray(message.data(), static_cast<int>(message.size())))
            return malformed();
        LabelTableBuilder labels(LabelTableBuilder::RowOrder::AsAdded);
        PayloadTable payloads;
        for (const std::string& metric : m_family.metric()) {
            if (!m_metric.ParseFromString(metric))
                return malformed();
            appendLabels(m_metric, labels);
            appendPayload(m_metric, payloads);
        }

        auto read = family(std::move(labels), std::move(payloads));
        const auto [place, isNew] = m_places.try_emplace(bytes(m_family.name()), m_families.size());
        if (isNew)
            m_families.push_back(std::move(read));
        else
            m_families[place->second] = std::move(read);
        return ok();
    }

    Result<MetricFamily> FamilyReader::family(LabelTableBuilder labels, PayloadTable payloads) const
    {
        if (const auto error = objection(payloads))
            return *error;
        if (!labels.fits())
            return tooLarge("the labels of the metrics named " + goQuote(bytes(m_family.name()))
                + " are too long");
        MetricFamily::Header header;
        header.name = bytes(m_family.name());
        if (m_family.has_help())
            header.help = bytes(m_family.help());
        if (m_family.has_type())
            header.declaredType = metricTypeFromNumber(m_family.type());
        payloads.shrink();
        return MetricFamily(std::move(header), std::move(labels).finish(), std::move(payloads));
    }

    /// Why the family could not be shown in a scrape.
    std::optional<Error> FamilyReader::objection(const PayloadTable& payloads) const
    {
        const QByteArray named = "metric family " + goQuote(bytes(m_family.name()));
        if (m_family.name().empty() && payloads.rowCount() > 0)
            return badRequest(named + " has metrics but no name");
        const auto type = metricTypeFromNumber(m_family.type());
        if (!type)
            return badRequest(
                named + " has the unknown type " + QByteArray::number(m_family.type()));
        if (type != MetricType::GaugeHistogram)
            return std::nullopt;
        for (size_t row = 0; row < payloads.rowCount(); ++row) {
            if (!payloads.has(row, Payload::Histogram))
                return badRequest(named + " is a gauge histogram, but one of its metrics is none");
        }
        return std::nullopt;
    }

    Result<std::vector<MetricFamily>> FamilyReader::finish() &&
    {
        std::vector<MetricFamily> families;
        families.reserve(m_families.size());
        for (auto& family : m_families) {
            if (!family)
                return family.error();
            families.push_back(*std::move(family));
        }
        return families;
    }

} // namespace

Result<std::vector<MetricFamily>> parseDelimitedProtobuf(const DecodedBody& body)
{
    FamilyReader reader;
    QByteArrayView rest = body.bytes;
    while (!rest.isEmpty()) {
        const auto length = readVarint(rest);
        if (!length && rest.size() < kMaxVarintBytes)
            return cutShort(body);
        if (!length)
            return length.error();
        rest = rest.sliced(length->length);
        if (length->value > static_cast<quint64>(rest.size()))
            return cutShort(body);
        const auto size = static_cast<qsizetype>(length->value);
        if (const Status read = reader.read(rest.first(size)); !read)
            return read.error();
        rest = rest.sliced(size);
    }
    if (body.failure)
        return *body.failure;
    return std::move(reader).finish();
}

} // namespace pushgate::core

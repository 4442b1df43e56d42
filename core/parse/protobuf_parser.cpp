// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/protobuf_parser.h"

#include "client_model.pb.h"
#include "core/base/bytes_hash.h"
#include "core/base/varint.h"
#include "core/parse/protobuf_family.h"

#include <absl/container/flat_hash_map.h>
#include <limits>

namespace pushgate::core {

namespace {

    Status readFamily(QByteArrayView message, wire::Metric& scratch, ProtobufFamily& family)
    {
        if (message.size() > std::numeric_limits<int>::max())
            return tooLarge("a metric family is larger than 2 GiB");
        return family.read(message, scratch);
    }

    /// Collects families; of one name the last.
    class FamilyCollector {
    public:
        Status read(QByteArrayView message);
        Result<std::vector<MetricFamily>> finish() &&;

    private:
        wire::Metric m_scratch; // one for all, for the memory it holds
        /// Or why one is refused: only an error if no other takes its place.
        std::vector<Result<MetricFamily>> m_families;
        absl::flat_hash_map<QByteArray, size_t, BytesHash, BytesEqual> m_places;
    };

    Status FamilyCollector::read(QByteArrayView message)
    {
        ProtobufFamily family;
        if (const Status read = readFamily(message, m_scratch, family); !read)
            return read.error();
        const auto [place, isNew] = m_places.try_emplace(family.name(), m_families.size());
        if (isNew)
            m_families.push_back(std::move(family).finish());
        else
            m_families[place->second] = std::move(family).finish();
        return ok();
    }

    Result<std::vector<MetricFamily>> FamilyCollector::finish() &&
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

    Error cutShort(const DecodedBody& body)
    {
        return body.failure ? *body.failure : badRequest("unexpected EOF");
    }

} // namespace

Result<std::vector<MetricFamily>> parseDelimitedProtobuf(const DecodedBody& body)
{
    FamilyCollector collector;
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
        if (const Status read = collector.read(rest.first(size)); !read)
            return read.error();
        rest = rest.sliced(size);
    }
    if (body.failure)
        return *body.failure;
    return std::move(collector).finish();
}

Result<MetricFamily> parseProtobufFamily(QByteArrayView message)
{
    wire::Metric scratch;
    ProtobufFamily family;
    if (const Status read = readFamily(message, scratch, family); !read)
        return read.error();
    return std::move(family).finish();
}

} // namespace pushgate::core

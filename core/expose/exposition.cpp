// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/exposition.h"

#include "core/expose/family_writer.h"
#include "core/expose/rendered_chunks.h"

#include <QHashFunctions>

#include <algorithm>
#include <vector>

namespace pushgate::core {

namespace {

    /// All families of one name; one of the two may be null.
    struct NamedFamily {
        const MetricFamily* own = nullptr;
        const FamilyOwners* owners = nullptr;
    };

    bool hasMetrics(const FamilyOwners::ChunkPtr& chunk)
    {
        return std::any_of(chunk->entries.begin(), chunk->entries.end(),
            [](const auto& entry) { return entry.value.family().metricCount() > 0; });
    }

    bool hasMetrics(const NamedFamily& family)
    {
        if (family.own && family.own->metricCount() > 0)
            return true;
        if (!family.owners)
            return false;
        const auto& chunks = family.owners->chunks();
        return std::any_of(chunks.begin(), chunks.end(),
            [](const FamilyOwners::ChunkPtr& chunk) { return hasMetrics(chunk); });
    }

    const MetricFamily::Header& shownHeader(const NamedFamily& family)
    {
        return family.own ? family.own->header() : oldestOwner(*family.owners).family().header();
    }

    /// Whether a segment should end before a family of this name. Segments of small families would
    /// else be cut elsewhere as soon as one of the first becomes longer, and all that was kept of
    /// the bytes of the old ones would be of no use.
    bool isLandmark(QByteArrayView name)
    {
        return qHash(name, 0) % 4 == 0;
    }

    /// Writes the families in the order of the calls.
    class Renderer {
    public:
        Renderer(ExpositionFormat format, RenderedChunks* kept)
            : m_writer(makeFamilyWriter(format))
            , m_kept(kept)
        {
        }

        void write(const NamedFamily& family) { write(m_out, family); }

        /// Families that were pushed, none of which has a name of our own.
        void write(const std::shared_ptr<const RenderedChunks::FamilyChunk>& chunk)
        {
            const auto render = [this, &chunk](Segments& out) {
                for (const auto& [name, owners] : chunk->entries)
                    write(out, {nullptr, &owners});
            };
            if (m_kept)
                m_kept->append(m_out, chunk, render);
            else
                render(m_out);
        }

        QList<QByteArray> take() { return m_out.take(); }

    private:
        void write(Segments& out, const NamedFamily& family)
        {
            if (!hasMetrics(family))
                return;
            const MetricFamily::Header& shown = shownHeader(family);
            if (m_kept && isLandmark(shown.name))
                out.cut();
            m_writer->begin(shown);
            m_shownType = shown.declaredType;
            if (m_writer->isLengthPrefixed()) {
                writeMetrics(m_metrics, family);
                m_writer->writeHead(out, m_metrics.size());
                out.append(m_metrics);
            } else {
                m_writer->writeHead(out, 0);
                writeMetrics(out, family);
            }
            m_writer->writeTail(out);
        }

        void writeMetrics(Segments& out, const NamedFamily& family)
        {
            if (family.own)
                m_writer->writeMetrics(out, *family.own);
            if (!family.owners)
                return;
            for (const FamilyOwners::ChunkPtr& chunk : family.owners->chunks())
                writeChunk(out, chunk);
        }

        /// What comes of a chunk depends on nothing but the chunk and what the writer was told at
        /// the beginning of the family.
        void writeChunk(Segments& out, const FamilyOwners::ChunkPtr& chunk)
        {
            const auto render = [this, &chunk](Segments& piece) {
                for (const FamilyOwners::Entry& entry : chunk->entries)
                    m_writer->writeMetrics(piece, entry.value.family());
            };
            if (m_kept)
                m_kept->append(out, chunk, m_shownType, render);
            else
                render(out);
        }

        std::unique_ptr<FamilyWriter> m_writer;
        RenderedChunks* m_kept;
        RenderedChunks::ShownType m_shownType;
        Segments m_out;
        Segments m_metrics; ///< of one family, where their size has to be known first
    };

    std::vector<const MetricFamily*> sortedByName(std::span<const MetricFamily> families)
    {
        std::vector<const MetricFamily*> sorted;
        sorted.reserve(families.size());
        for (const MetricFamily& family : families)
            sorted.push_back(&family);
        std::sort(
            sorted.begin(), sorted.end(), [](const MetricFamily* left, const MetricFamily* right) {
                return left->name() < right->name();
            });
        return sorted;
    }

} // namespace

QList<QByteArray> renderExposition(const Snapshot& snapshot, std::span<const MetricFamily> own,
    ExpositionFormat format, RenderedChunks* kept)
{
    Renderer renderer(format, kept);
    const std::vector<const MetricFamily*> sortedOwn = sortedByName(own);
    auto next = sortedOwn.begin();
    const auto writeOwnBefore = [&](const QByteArray& name) {
        for (; next != sortedOwn.end() && (*next)->name() < name; ++next)
            renderer.write({*next, nullptr});
    };
    for (const auto& chunk : snapshot.families.chunks()) {
        writeOwnBefore(chunk->entries.front().key);
        if (next == sortedOwn.end() || chunk->entries.back().key < (*next)->name()) {
            renderer.write(chunk);
            continue;
        }
        for (const auto& [name, owners] : chunk->entries) {
            writeOwnBefore(name);
            const bool isOwnToo = next != sortedOwn.end() && (*next)->name() == name;
            renderer.write({isOwnToo ? *next++ : nullptr, &owners});
        }
    }
    for (; next != sortedOwn.end(); ++next)
        renderer.write({*next, nullptr});
    return renderer.take();
}

} // namespace pushgate::core

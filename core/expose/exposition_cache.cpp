// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/exposition_cache.h"

#include "core/expose/exposition.h"

#include <algorithm>

namespace pushgate::core {

QList<QByteArray> ExpositionCache::render(
    const Snapshot& snapshot, std::span<const MetricFamily> own, ExpositionFormat format, Time now)
{
    const std::shared_ptr<Page> page = this->page(format, now);
    QList<QByteArray> body = render(*page, snapshot, own);
    const std::unique_lock lock(page->gzipMutex, std::try_to_lock); // else it is in use
    if (lock && now - page->compressedAt > kKeptFor)
        page->deflated.clear();
    return body;
}

Result<QList<QByteArray>> ExpositionCache::renderGzip(
    const Snapshot& snapshot, std::span<const MetricFamily> own, ExpositionFormat format, Time now)
{
    const std::shared_ptr<Page> page = this->page(format, now);
    const QList<QByteArray> body = render(*page, snapshot, own);
    const std::lock_guard lock(page->gzipMutex);
    page->compressedAt = now;
    return page->deflated.gzipMember(body);
}

QList<QByteArray> ExpositionCache::render(
    Page& page, const Snapshot& snapshot, std::span<const MetricFamily> own)
{
    const std::lock_guard lock(page.mutex);
    QList<QByteArray> body = renderExposition(snapshot, own, page.format, &page.chunks);
    page.chunks.forgetGone();
    return body;
}

std::shared_ptr<ExpositionCache::Page> ExpositionCache::page(ExpositionFormat format, Time now)
{
    const std::lock_guard lock(m_mutex);
    const auto known = std::find_if(m_pages.begin(), m_pages.end(),
        [format](const std::shared_ptr<Page>& page) { return page->format == format; });
    std::shared_ptr<Page> page = known != m_pages.end() ? *known : std::make_shared<Page>();
    page->format = format;
    page->usedAt = now;
    if (known != m_pages.end())
        m_pages.erase(known);
    m_pages.insert(m_pages.begin(), page); // the one last used comes first
    m_pages.resize(std::min(m_pages.size(), kMostFormats));
    std::erase_if(m_pages,
        [now](const std::shared_ptr<Page>& other) { return now - other->usedAt > kKeptFor; });
    return page;
}

} // namespace pushgate::core

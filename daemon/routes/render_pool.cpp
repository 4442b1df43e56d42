// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/render_pool.h"

#include <QAbstractEventDispatcher>
#include <QTimer>

#include <utility>

namespace pushgate::daemon {

RenderPool::RenderPool(int threads)
    : m_pool(std::make_shared<QThreadPool>())
{
    m_pool->setMaxThreadCount(threads);
}

RenderPool::~RenderPool()
{
    m_pool->clear();
    m_pool->waitForDone();
}

void RenderPool::run(std::function<void()> work)
{
    m_pool->start(std::move(work));
}

void RenderPool::release(std::shared_ptr<const void> something)
{
    auto letGo = [pool = std::weak_ptr(m_pool), something = std::move(something)]() mutable {
        if (const auto there = pool.lock())
            there->start([something = std::move(something)]() mutable { something.reset(); });
    };
    // Once the caller's answer is on its way: where cores are few, the thread that was woken last
    // goes first, and the answer would wait until all is freed.
    if (QAbstractEventDispatcher::instance() != nullptr)
        QTimer::singleShot(0, std::move(letGo));
    else
        letGo();
}

std::optional<Reply> RenderPool::render(
    const core::Snapshot& snapshot, const LateReply& later, std::function<Reply()> make)
{
    // Errors are explained by looking at everything, which takes longer than to render it.
    if (snapshot.seriesCount <= kSeriesInPlace && snapshot.errors == 0)
        return make();
    m_pool->start([later, make = std::move(make)] { later.send(make()); });
    return std::nullopt;
}

} // namespace pushgate::daemon

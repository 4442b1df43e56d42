// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/group_listing.h"

#include <QUrl>

#include <iterator>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    template <typename Value>
    void appendTo(std::vector<Value>& all, std::vector<Value>& more)
    {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    }

} // namespace

QByteArray GroupListing::nextRequest() const
{
    QByteArray path = "/api/v1/groups"_ba;
    if (!m_taken.cursor.isEmpty())
        return path + "?cursor=" + QUrl::toPercentEncoding(m_taken.cursor);
    if (!m_revision)
        return path;
    return path + "?since=" + QByteArray::number(*m_revision)
        + "&wait=" + QByteArray::number(kWaitSeconds) + 's';
}

std::optional<core::GroupChanges> GroupListing::take(GroupsAnswer answer)
{
    using Scope = core::GroupChanges::Scope;
    const bool isNextPage = !m_taken.cursor.isEmpty();
    const bool isWhole = !isNextPage && (!m_revision || answer.changes.scope == Scope::Everything);
    if (!isWhole && answer.epoch != m_taken.epoch) {
        startAnew(); // it continues what is no more
        return std::nullopt;
    }
    if (isNextPage) {
        // The revision stays that of the first page, which may have changed since.
        appendTo(m_taken.changes.changed, answer.changes.changed);
        appendTo(m_taken.changes.deleted, answer.changes.deleted);
        m_taken.cursor = answer.cursor;
    } else {
        m_taken = std::move(answer);
    }
    if (!m_taken.cursor.isEmpty())
        return std::nullopt;
    if (!std::exchange(m_revision, m_taken.revision))
        m_taken.changes.scope = Scope::Everything;
    return std::exchange(m_taken.changes, {});
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/family_decoder.h"

#include "core/check/restore_family.h"

#include <iterator>
#include <utility>

namespace pushgate::daemon {

namespace {

    constexpr qint64 kBatchBytes = 256 * 1024;
    constexpr int kBatchesPerThread = 4;

} // namespace

FamilyDecoder::FamilyDecoder(int threads)
    : m_room(threads * kBatchesPerThread)
{
    m_pool.setMaxThreadCount(threads);
}

FamilyDecoder::~FamilyDecoder()
{
    m_pool.waitForDone();
}

void FamilyDecoder::add(Row row)
{
    m_batchBytes += row.message.size();
    m_batch.push_back(std::move(row));
    if (m_batchBytes >= kBatchBytes)
        beginBatch();
}

void FamilyDecoder::beginBatch()
{
    m_room.acquire();
    m_pool.start([this, rows = std::exchange(m_batch, {})] {
        make(rows);
        m_room.release();
    });
    m_batchBytes = 0;
}

void FamilyDecoder::make(const std::vector<Row>& rows)
{
    std::vector<Made> families;
    families.reserve(rows.size());
    std::optional<core::Error> error;
    for (auto row = rows.begin(); !error && row != rows.end(); ++row) {
        auto family = made(*row);
        if (family)
            families.push_back(*std::move(family));
        else
            error = family.error();
    }
    const std::lock_guard lock(m_mutex);
    if (!m_error)
        m_error = std::move(error);
    m_made.insert(m_made.end(), std::make_move_iterator(families.begin()),
        std::make_move_iterator(families.end()));
}

core::Result<FamilyDecoder::Made> FamilyDecoder::made(const Row& row)
{
    auto restored = core::restoreFamily(QByteArrayView(row.message), *row.labels);
    if (!restored) {
        return core::badRequest(
            "family " + QByteArray::number(row.order) + " is damaged: " + restored.error().message);
    }
    return Made{row.group, {*std::move(restored), row.pushedAt, row.order}};
}

core::Status FamilyDecoder::finish()
{
    if (!m_batch.empty())
        beginBatch();
    m_pool.waitForDone();
    if (m_error)
        return *m_error;
    for (Made& made : m_made)
        made.group->families.push_back(std::move(made.family));
    m_made.clear();
    return core::ok();
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace pushgate::core {

/// A number that depends on an immutable value only, worked out when it is first asked for.
/// Threads  any: at worst several work it out at once.
class LazyNumber {
public:
    LazyNumber() = default;
    LazyNumber(const LazyNumber& other)
        : m_value(other.m_value.load(std::memory_order_relaxed))
    {
    }
    LazyNumber& operator=(const LazyNumber&) = delete;

    /// `compute` gives the number, at least 0; always the same.
    template <typename Compute>
    qint64 get(Compute&& compute) const
    {
        qint64 value = m_value.load(std::memory_order_relaxed);
        if (value == kUnknown) {
            value = compute();
            m_value.store(value, std::memory_order_relaxed);
        }
        return value;
    }

private:
    static constexpr qint64 kUnknown = -1;

    mutable std::atomic<qint64> m_value = kUnknown;
};

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/json_text.h"
#include "core/base/clock.h"
#include "core/expose/segments.h"
#include "core/model/labels.h"

#include <QByteArrayView>

#include <charconv>
#include <chrono>
#include <optional>

namespace pushgate::core {

/// Writes the parts of a JSON answer one after the other; whoever calls sees to the commas.
/// Times and durations are numbers, in seconds.
class JsonOut {
public:
    void raw(QByteArrayView text) { m_out.append(text); }

    void count(quint64 value)
    {
        char* const at = m_out.room(kMostNumberBytes);
        m_out.advance(std::to_chars(at, at + kMostNumberBytes, value).ptr);
    }
    void number(double value)
    {
        char* const at = m_out.room(kMostNumberBytes);
        m_out.advance(
            std::to_chars(at, at + kMostNumberBytes, value, std::chars_format::fixed).ptr);
    }

    template <typename Value, typename Write>
    void orNull(const std::optional<Value>& value, Write&& write)
    {
        if (value)
            write(*value);
        else
            raw("null");
    }

    void string(QByteArrayView text)
    {
        char* const at = m_out.room(mostJsonStringBytes(text.size()));
        m_out.advance(writeJsonString(at, text));
    }

    void time(TimePoint time) { number(unixSeconds(time)); }
    void timeOrZero(const std::optional<TimePoint>& time)
    {
        number(time ? unixSeconds(*time) : 0.0);
    }
    void duration(std::chrono::nanoseconds duration)
    {
        number(static_cast<double>(duration.count()) / 1e9);
    }
    void durationOrNull(const std::optional<std::chrono::nanoseconds>& value)
    {
        orNull(value, [this](std::chrono::nanoseconds known) { duration(known); });
    }
    void boolean(bool value) { raw(value ? "true" : "false"); }

    void labels(const Labels& labels)
    {
        char before = '{';
        for (const Label& label : labels) {
            raw({&before, 1});
            string(label.name);
            raw(":");
            string(label.value);
            before = ',';
        }
        raw(labels.empty() ? "{}" : "}");
    }

    Segments& segments() { return m_out; }

private:
    /// Times and durations of 64 bits of nanoseconds, in seconds, and integers are all shorter.
    static constexpr qsizetype kMostNumberBytes = 40;

    Segments m_out;
};

} // namespace pushgate::core

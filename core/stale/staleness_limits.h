// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace pushgate::core {

/// What a rule says of the age of a group; nothing: it says nothing.
struct StalenessLimits {
    std::optional<std::chrono::nanoseconds> staleAfter; ///< above 0
    std::optional<std::chrono::nanoseconds> deleteAfter; ///< above 0

    friend bool operator==(const StalenessLimits&, const StalenessLimits&) = default;
};

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace pushgate::tests {

/// Ends the program, so that the fuzzer keeps the input, unless `holds`.
inline void require(bool holds, const char* property)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", property);
    std::abort();
}

inline QByteArrayView viewOf(const std::uint8_t* data, size_t size)
{
    return {data, static_cast<qsizetype>(size)};
}

} // namespace pushgate::tests

/// What the fuzzer, or the playback of a corpus, calls for each input; it returns 0.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size);

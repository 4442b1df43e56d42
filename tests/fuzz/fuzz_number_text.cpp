// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is read as a number is written as one that reads as the same; bits as a double alike.
#include "core/base/number_text.h"
#include "tests/fuzz/property.h"

#include <QByteArray>

#include <bit>
#include <cmath>
#include <cstring>

using pushgate::core::NegativeZero;
using pushgate::tests::require;

namespace {

void roundTrip(double value)
{
    QByteArray text;
    pushgate::core::appendGoNumber(text, value, NegativeZero::Signed);
    require(size_t(text.size()) <= pushgate::core::kMaxGoNumberChars, "a number's text is short");
    const auto again = pushgate::core::parseGoFloat(text);
    require(again.has_value(), "what is written can be read");
    require(std::isnan(value)
            ? std::isnan(*again)
            : std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(*again),
        "reading gives what was written");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    if (const auto value = pushgate::core::parseGoFloat(pushgate::tests::viewOf(data, size)))
        roundTrip(*value);
    if (size >= sizeof(double)) {
        double value = 0;
        std::memcpy(&value, data, sizeof value);
        roundTrip(value);
    }
    return 0;
}

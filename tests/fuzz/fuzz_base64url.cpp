// SPDX-License-Identifier: GPL-3.0-or-later
// What decodes is what Qt makes of the same characters; what is encoded comes back.
#include "core/codec/base64url.h"
#include "tests/fuzz/property.h"

#include <QByteArray>

using pushgate::core::decodeBase64Url;
using pushgate::tests::require;

namespace {

constexpr auto kUrlAlphabet = QByteArray::Base64UrlEncoding;

void checkText(QByteArrayView text)
{
    const auto decoded = decodeBase64Url(text);
    require(decoded.bytes.size() <= text.size(), "decoding shortens");
    if (decoded.illegalAt) {
        require(*decoded.illegalAt >= 0 && *decoded.illegalAt < text.size(), "a fault is inside");
        require(decoded.bytes.size() % 3 == 0, "whole groups come before a fault");
        return;
    }
    QByteArray characters = text.toByteArray();
    characters.removeIf([](char c) { return c == '\r' || c == '\n' || c == '='; });
    require(decoded.bytes == QByteArray::fromBase64(characters, kUrlAlphabet), "Qt agrees");
}

void checkRoundTrip(const QByteArray& bytes)
{
    for (const auto padding : {QByteArray::KeepTrailingEquals, QByteArray::OmitTrailingEquals}) {
        const auto decoded = decodeBase64Url(bytes.toBase64(kUrlAlphabet | padding));
        require(!decoded.illegalAt && decoded.bytes == bytes, "what is encoded comes back");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    const QByteArrayView bytes = pushgate::tests::viewOf(data, size);
    checkText(bytes);
    checkRoundTrip(bytes.toByteArray());
    return 0;
}

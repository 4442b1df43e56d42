// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/text_escapes.h"

#include <QtGlobal>

#include <cstring>

namespace pushgate::core {

namespace {

    enum class Quotes { Escaped, AsTheyAre };

    constexpr quint64 repeated(char byte)
    {
        return 0x0101010101010101u * static_cast<quint8>(byte);
    }

    constexpr bool hasZeroByte(quint64 word)
    {
        return ((word - repeated(0x01)) & ~word & repeated('\x80')) != 0;
    }

    template <Quotes quotes>
    constexpr bool needsEscape(quint64 word)
    {
        return hasZeroByte(word ^ repeated('\\')) || hasZeroByte(word ^ repeated('\n'))
            || (quotes == Quotes::Escaped && hasZeroByte(word ^ repeated('"')));
    }

    template <Quotes quotes>
    char* writeByte(char* out, char byte)
    {
        if (byte == '\n') {
            *out++ = '\\';
            byte = 'n';
        } else if (byte == '\\' || (quotes == Quotes::Escaped && byte == '"')) {
            *out++ = '\\';
        }
        *out++ = byte;
        return out;
    }

    /// Words of eight bytes without escapes are copied as they are.
    template <Quotes quotes>
    char* write(char* out, QByteArrayView text)
    {
        const char* at = text.data();
        const char* const end = at + text.size();
        while (end - at >= qsizetype(sizeof(quint64))) {
            quint64 word = 0;
            std::memcpy(&word, at, sizeof word);
            if (needsEscape<quotes>(word)) {
                for (size_t i = 0; i < sizeof word; ++i)
                    out = writeByte<quotes>(out, *at++);
            } else {
                std::memcpy(out, &word, sizeof word);
                out += sizeof word;
                at += sizeof word;
            }
        }
        while (at != end)
            out = writeByte<quotes>(out, *at++);
        return out;
    }

} // namespace

char* writeQuotedText(char* out, QByteArrayView text)
{
    return write<Quotes::Escaped>(out, text);
}

char* writeHelpText(char* out, QByteArrayView text)
{
    return write<Quotes::AsTheyAre>(out, text);
}

} // namespace pushgate::core

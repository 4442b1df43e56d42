// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <iterator>

namespace pushgate::core {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// Well-formed UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF.
/// Cost    one pass, 16 bytes at a time through ASCII.
bool isValidUtf8(QByteArrayView bytes);

/// One step through bytes that should be UTF-8.
struct CodePoint {
    enum class Origin { Encoded, InvalidByte };

    char32_t value = 0; ///< kReplacementCharacter for an invalid byte
    qsizetype offset = 0; ///< of its first byte
    qsizetype length = 0; ///< in bytes; 1 for an invalid byte
    Origin origin = Origin::Encoded;

    friend bool operator==(const CodePoint&, const CodePoint&) = default;
};

/// The code point at `offset`, which must be inside `bytes`. A byte that begins no well-formed
/// sequence counts as one U+FFFD, as in Go: what follows it is looked at anew.
CodePoint codePointAt(QByteArrayView bytes, qsizetype offset);

/// The code points of `bytes`, for a range-based loop; refers to the bytes.
class CodePoints {
public:
    class Iterator {
    public:
        using value_type = CodePoint;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        using pointer = const CodePoint*;
        using reference = const CodePoint&;

        Iterator(QByteArrayView bytes, qsizetype offset)
            : m_bytes(bytes)
        {
            moveTo(offset);
        }
        reference operator*() const { return m_current; }
        pointer operator->() const { return &m_current; }
        Iterator& operator++()
        {
            moveTo(m_current.offset + m_current.length);
            return *this;
        }
        /// Of two iterators of the same bytes.
        friend bool operator==(const Iterator& left, const Iterator& right)
        {
            return left.m_current.offset == right.m_current.offset;
        }

    private:
        void moveTo(qsizetype offset)
        {
            if (offset < m_bytes.size())
                m_current = codePointAt(m_bytes, offset);
            else
                m_current.offset = offset;
        }

        QByteArrayView m_bytes;
        CodePoint m_current;
    };

    explicit CodePoints(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    Iterator begin() const { return {m_bytes, 0}; }
    Iterator end() const { return {m_bytes, m_bytes.size()}; }

private:
    QByteArrayView m_bytes;
};

/// True for what UTF-8 can hold: up to U+10FFFF and no surrogate.
bool isUnicodeScalar(char32_t value);

/// Appends the UTF-8 of `value`, which must be a Unicode scalar.
void appendUtf8(QByteArray& out, char32_t value);

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/decoded_body.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pushgate::core {

/// Where reading stands in a text body, line by line, and the first thing that is wrong with it.
/// Every line that can be read ends in a line feed, and nothing in the format spans lines. So a
/// scan needs no bound but the line feed; where the body ends without one, a line feed stands in
/// its place that nobody may take for real: whoever judges it fails with the end of the input.
class TextCursor {
public:
    explicit TextCursor(DecodedBody body);

    /// Goes to the first byte of the next line that is no blank. False where the body ends, in
    /// order or not.
    bool nextLine();

    /// The byte to be judged. Every step that fails stands on the byte it does not like.
    char byte() const { return *m_at; }
    bool atLineEnd() const { return *m_at == '\n'; }
    bool atBlank() const { return isBlank(*m_at); }
    const char* at() const { return m_at; }
    void moveTo(const char* at) { m_at = at; } ///< within the line
    void advance() { ++m_at; } ///< not at the end of the line

    void skipBlanks()
    {
        while (isBlank(*m_at))
            ++m_at;
    }

    /// What comes before the next blank or the end of the line.
    QByteArrayView readWord()
    {
        const char* const begin = m_at;
        while (!isBlank(*m_at) && *m_at != '\n')
            ++m_at;
        return {begin, m_at};
    }

    QByteArrayView readRest(); ///< of the line, without its line feed

    /// Keeps `message` with the number of the line. Always false: what a failing step returns.
    bool fail(const QByteArray& message);

    /// Absent: nothing is wrong so far.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t'; }
    bool startLastLine();
    bool failAtEnd();
    QByteArray framed(const QByteArray& message) const;

    DecodedBody m_body;
    const char* m_at;
    const char* m_lineEnd; ///< its line feed
    const char* m_next; ///< where the next line starts
    QByteArray m_lastLine; ///< with the stand-in, if the body ends without a line feed
    bool m_onLastLine = false;
    quint64 m_line = 0;
    std::optional<Error> m_failure;
};

} // namespace pushgate::core

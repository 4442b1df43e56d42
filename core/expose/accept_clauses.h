// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>
#include <utility>
#include <vector>

namespace pushgate::core {

/// One clause of an Accept line. Views into the line; case is kept and counts.
struct AcceptClause {
    QByteArrayView type;
    QByteArrayView subtype;
    double quality = 1;
    std::vector<std::pair<QByteArrayView, QByteArrayView>> parameters; ///< without `q`

    /// Empty if there is none; of several the last.
    QByteArrayView parameter(QByteArrayView name) const;
};

/// The clauses in the order in which the reference tries them: wanted most first, types before
/// `*`. What is malformed is left out.
/// Source  spec/exposition.md 4.
std::vector<AcceptClause> parseAccept(QByteArrayView line);

struct CodingClause {
    QByteArrayView coding;
    double quality = 1;
};

/// The clauses of all Accept-Encoding lines in order; a malformed one ends its line.
/// Source  spec/exposition.md 7.
std::vector<CodingClause> parseAcceptEncoding(std::span<const QByteArrayView> lines);

} // namespace pushgate::core

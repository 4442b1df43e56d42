// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/accept_clauses.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pushgate::core {

namespace {

    /// As far as the reference sorts by insertion; see sortAsReference.
    constexpr size_t kInsertionLimit = 12;

    /// Takes what is before the next `separator` off the front of `rest`.
    QByteArrayView takeUpTo(QByteArrayView& rest, char separator)
    {
        const qsizetype at = rest.indexOf(separator);
        const QByteArrayView taken = at < 0 ? rest : rest.first(at);
        rest = at < 0 ? QByteArrayView() : rest.sliced(at + 1);
        return taken;
    }

    QByteArrayView withoutBlanks(QByteArrayView text)
    {
        while (text.startsWith(' '))
            text = text.sliced(1);
        while (text.endsWith(' '))
            text = text.chopped(1);
        return text;
    }

    double parseQuality(QByteArrayView text)
    {
        const double quality = parseGoFloat(text).value_or(0);
        return std::isnan(quality) ? 0 : quality;
    }

    void addParameter(AcceptClause& clause, QByteArrayView text)
    {
        const QByteArrayView name = withoutBlanks(takeUpTo(text, '='));
        if (text.isEmpty())
            return;
        const QByteArrayView value = takeUpTo(text, '=');
        if (!text.isEmpty())
            return;
        if (name == "q")
            clause.quality = parseQuality(value);
        else
            clause.parameters.emplace_back(name, withoutBlanks(value));
    }

    std::optional<AcceptClause> parseClause(QByteArrayView text)
    {
        AcceptClause clause;
        QByteArrayView range = takeUpTo(text, ';');
        clause.type = withoutBlanks(takeUpTo(range, '/'));
        if (!range.isEmpty()) {
            clause.subtype = withoutBlanks(takeUpTo(range, '/'));
            if (!range.isEmpty())
                return std::nullopt;
        } else if (clause.type == "*") {
            clause.subtype = clause.type;
        } else {
            return std::nullopt;
        }
        while (!text.isEmpty())
            addParameter(clause, takeUpTo(text, ';'));
        return clause;
    }

    /// The reference's own comparison. Not an order: a `*` with a higher quality and a type come
    /// before each other.
    bool triedBefore(const AcceptClause& left, const AcceptClause& right)
    {
        return left.quality > right.quality || (left.type != "*" && right.type == "*")
            || (left.subtype != "*" && right.subtype == "*");
    }

    /// What comes of that comparison depends on the steps of the sorting, so these are the
    /// reference's for few clauses. For many, where they would be slow, the plain rule is kept.
    void sortAsReference(std::vector<AcceptClause>& clauses)
    {
        if (clauses.size() > kInsertionLimit) {
            std::stable_sort(clauses.begin(), clauses.end(),
                [](const AcceptClause& left, const AcceptClause& right) {
                    if (left.quality != right.quality)
                        return left.quality > right.quality;
                    return left.type != "*" && right.type == "*";
                });
            return;
        }
        for (size_t end = 1; end < clauses.size(); ++end) {
            for (size_t i = end; i > 0 && triedBefore(clauses[i], clauses[i - 1]); --i)
                std::swap(clauses[i], clauses[i - 1]);
        }
    }

    bool isTokenChar(char c)
    {
        constexpr QByteArrayView kSeparators = " \t\"(),:;<=>?@[]\\{}"; // `/` passes here
        return c > ' ' && c < '\x7F' && !kSeparators.contains(c);
    }

    bool isSpace(char c)
    {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    void skipSpace(QByteArrayView& rest)
    {
        while (!rest.isEmpty() && isSpace(rest.front()))
            rest = rest.sliced(1);
    }

    bool take(QByteArrayView& rest, QByteArrayView what)
    {
        if (!rest.startsWith(what))
            return false;
        rest = rest.sliced(what.size());
        return true;
    }

    /// `0` or `1` with any decimals.
    std::optional<double> takeQuality(QByteArrayView& rest)
    {
        if (!rest.startsWith('0') && !rest.startsWith('1'))
            return std::nullopt;
        double quality = rest.front() - '0';
        rest = rest.sliced(1);
        if (!take(rest, "."))
            return quality;
        for (double unit = 0.1; !rest.isEmpty() && rest.front() >= '0' && rest.front() <= '9';
             unit /= 10) {
            quality += unit * (rest.front() - '0');
            rest = rest.sliced(1);
        }
        return quality;
    }

    std::optional<CodingClause> takeCoding(QByteArrayView& rest)
    {
        const auto end = std::find_if_not(rest.begin(), rest.end(), isTokenChar);
        CodingClause clause{rest.first(end - rest.begin())};
        if (clause.coding.isEmpty())
            return std::nullopt;
        rest = rest.sliced(clause.coding.size());
        skipSpace(rest);
        if (!take(rest, ";"))
            return clause;
        skipSpace(rest);
        if (!take(rest, "q="))
            return std::nullopt;
        const auto quality = takeQuality(rest);
        if (!quality)
            return std::nullopt;
        clause.quality = *quality;
        return clause;
    }

} // namespace

QByteArrayView AcceptClause::parameter(QByteArrayView name) const
{
    const auto found = std::find_if(parameters.rbegin(), parameters.rend(),
        [name](const auto& parameter) { return parameter.first == name; });
    return found != parameters.rend() ? found->second : QByteArrayView();
}

std::vector<AcceptClause> parseAccept(QByteArrayView line)
{
    std::vector<AcceptClause> clauses;
    while (!line.isEmpty()) {
        if (auto clause = parseClause(withoutBlanks(takeUpTo(line, ','))))
            clauses.push_back(std::move(*clause));
    }
    sortAsReference(clauses);
    return clauses;
}

std::vector<CodingClause> parseAcceptEncoding(std::span<const QByteArrayView> lines)
{
    std::vector<CodingClause> clauses;
    for (QByteArrayView rest : lines) {
        while (const auto clause = takeCoding(rest)) {
            clauses.push_back(*clause);
            skipSpace(rest);
            if (!take(rest, ","))
                break;
            skipSpace(rest);
        }
    }
    return clauses;
}

} // namespace pushgate::core

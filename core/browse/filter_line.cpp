// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/filter_line.h"

using namespace Qt::StringLiterals;

namespace pushgate::core {

namespace {

    /// Just behind the brace that closes the one at the beginning; the end where none does.
    qsizetype selectorEnd(const QString& text)
    {
        QChar quote;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const QChar character = text[at];
            if (!quote.isNull() && character == u'\\' && quote != u'`') {
                ++at;
            } else if (!quote.isNull()) {
                if (character == quote)
                    quote = {};
            } else if (character == u'"' || character == u'\'' || character == u'`') {
                quote = character;
            } else if (character == u'}') {
                return at + 1;
            }
        }
        return text.size();
    }

    bool isAge(const QString& word)
    {
        return word.startsWith("age>"_L1, Qt::CaseInsensitive)
            || word.startsWith("age<"_L1, Qt::CaseInsensitive);
    }

    QString secondsText(std::chrono::nanoseconds age)
    {
        const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(age).count();
        struct Unit {
            qint64 seconds;
            char16_t letter;
        };
        for (const Unit unit : {Unit{86'400, u'd'}, Unit{3600, u'h'}, Unit{60, u'm'}}) {
            if (seconds > 0 && seconds % unit.seconds == 0)
                return QString::number(seconds / unit.seconds) + QChar(unit.letter);
        }
        return QString::number(seconds) + u's';
    }

} // namespace

FilterLine FilterLine::of(const QString& text)
{
    FilterLine line;
    QString rest = text.trimmed();
    if (rest.startsWith(u'{')) {
        const qsizetype end = selectorEnd(rest);
        line.selector = rest.left(end);
        rest = rest.mid(end);
    }
    const QStringList words = rest.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words)
        (isAge(word) ? line.ages : line.words).push_back(word);
    return line;
}

QString FilterLine::text() const
{
    QStringList parts;
    if (!selector.isEmpty())
        parts.push_back(selector);
    return (parts + words + ages).join(u' ');
}

FilterLine FilterLine::withAges(const AgeBounds& bounds) const
{
    FilterLine line = *this;
    line.ages.clear();
    if (bounds.from)
        line.ages.push_back(u"age>"_s + secondsText(*bounds.from));
    if (bounds.to)
        line.ages.push_back(u"age<"_s + secondsText(*bounds.to));
    return line;
}

} // namespace pushgate::core

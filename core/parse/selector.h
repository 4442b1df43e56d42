// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/labels.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

namespace re2 {
class RE2;
}

namespace pushgate::core {

/// A Prometheus selector over label sets: `{job="a",instance=~"b.*"}`.
/// A label that is absent has the empty value. Regular expressions are RE2, have to match the
/// whole value, and `.` matches line ends too.
/// Threads immutable: `matches` from any thread. Copies share the compiled expressions.
class Selector {
public:
    /// Shape   matchers in braces, separated by commas, perhaps one more at the end. Operators are
    ///         `=` `!=` `=~` `!~`. A label name that is no identifier stands in quotes. At least
    ///         one matcher must refuse the empty value, as in Prometheus, so that nobody selects
    ///         everything by mistake.
    /// Errors  BadRequest, with the position of what is wrong, in characters counted from 1.
    /// Source  Prometheus documentation, query language, instant vector selectors.
    static Result<Selector> parse(QByteArrayView text);

    /// Cost    linear in the values that are looked at.
    bool matches(const Labels& labels) const;

    const QByteArray& text() const { return m_text; } ///< as it was parsed

private:
    friend class SelectorParser;

    struct Matcher {
        enum class Operator { Equal, NotEqual, Like, NotLike };

        QByteArray name;
        Operator op = Operator::Equal;
        QByteArray value;
        std::shared_ptr<const re2::RE2> expression; ///< of Like and NotLike

        bool matches(QByteArrayView labelValue) const;
    };

    QByteArray m_text;
    std::vector<Matcher> m_matchers;
};

} // namespace pushgate::core

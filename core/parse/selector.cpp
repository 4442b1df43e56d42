// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/selector.h"

#include "core/base/utf8.h"
#include "core/parse/promql_string.h"

#include <algorithm>
#include <re2/re2.h>

namespace pushgate::core {

namespace {

    bool isNameStart(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    bool isNamePart(char c)
    {
        return isNameStart(c) || (c >= '0' && c <= '9');
    }

    bool isQuote(char c)
    {
        return c == '"' || c == '\'' || c == '`';
    }

    re2::StringPiece pieceOf(QByteArrayView bytes)
    {
        return {bytes.data(), static_cast<size_t>(bytes.size())};
    }

    /// Null: `pattern` is no regular expression; then `why` says so.
    std::shared_ptr<const re2::RE2> compile(QByteArrayView pattern, QByteArray& why)
    {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_dot_nl(true);
        auto expression = std::make_shared<const re2::RE2>(pieceOf(pattern), options);
        if (expression->ok())
            return expression;
        why = "invalid regular expression: " + QByteArray::fromStdString(expression->error());
        return nullptr;
    }

} // namespace

bool Selector::Matcher::matches(QByteArrayView labelValue) const
{
    const auto isLike = [&] {
        return expression->Match(pieceOf(labelValue), 0, static_cast<size_t>(labelValue.size()),
            re2::RE2::ANCHOR_BOTH, nullptr, 0);
    };
    switch (op) {
    case Operator::Equal: return labelValue == value;
    case Operator::NotEqual: return labelValue != value;
    case Operator::Like: return isLike();
    case Operator::NotLike: return !isLike();
    }
    Q_UNREACHABLE();
}

bool Selector::matches(const Labels& labels) const
{
    return std::all_of(m_matchers.begin(), m_matchers.end(), [&labels](const Matcher& matcher) {
        return matcher.matches(labels.value(matcher.name).value_or(QByteArrayView("")));
    });
}

/// One pass over the text of one selector.
class SelectorParser {
public:
    explicit SelectorParser(QByteArrayView text)
        : m_text(text)
    {
    }

    Result<Selector> parse()
    {
        if (!isValidUtf8(m_text))
            return badRequest("invalid selector: it is not UTF-8");
        skipBlanks();
        if (Status braces = readBraces(); !braces)
            return braces.error();
        skipBlanks();
        if (!atEnd())
            return errorAt(m_at, "unexpected text after the closing brace");
        const bool isBounded
            = std::any_of(m_selector.m_matchers.begin(), m_selector.m_matchers.end(),
                [](const Selector::Matcher& matcher) { return !matcher.matches(""); });
        if (!isBounded)
            return errorAt(0, "at least one matcher must not match the empty value");
        m_selector.m_text = m_text.toByteArray();
        return std::move(m_selector);
    }

private:
    using Matcher = Selector::Matcher;

    Status readBraces()
    {
        if (!atEnd() && (isNameStart(current()) || current() == ':'))
            return errorAt(m_at, "groups have no metric name; begin with a brace");
        if (!take('{'))
            return errorAt(m_at, "expected an opening brace");
        for (skipBlanks(); !take('}'); skipBlanks()) {
            if (Status matcher = readMatcher(); !matcher)
                return matcher;
            skipBlanks();
            if (!take(',') && (atEnd() || current() != '}'))
                return errorAt(m_at, "expected a comma or the closing brace");
        }
        return ok();
    }

    Status readMatcher()
    {
        Matcher matcher;
        if (Status name = readName(matcher); !name)
            return name;
        skipBlanks();
        const auto op = readOperator();
        if (!op)
            return errorAt(m_at, "expected =, !=, =~ or !~");
        matcher.op = *op;
        skipBlanks();
        const qsizetype valueAt = m_at;
        if (Status value = readString(matcher.value, "expected a value in quotes"); !value)
            return value;
        if (matcher.op == Matcher::Operator::Like || matcher.op == Matcher::Operator::NotLike) {
            QByteArray why;
            matcher.expression = compile(matcher.value, why);
            if (!matcher.expression)
                return errorAt(valueAt, why);
        }
        m_selector.m_matchers.push_back(std::move(matcher));
        return ok();
    }

    Status readName(Matcher& matcher)
    {
        const qsizetype begin = m_at;
        if (!atEnd() && isQuote(current())) {
            if (Status name = readString(matcher.name, {}); !name)
                return name;
            return matcher.name.isEmpty() ? Status(errorAt(begin, "a label name is empty")) : ok();
        }
        if (atEnd() || !isNameStart(current()))
            return errorAt(begin, "expected a label name");
        while (!atEnd() && isNamePart(current()))
            ++m_at;
        matcher.name = m_text.sliced(begin, m_at - begin).toByteArray();
        return ok();
    }

    std::optional<Matcher::Operator> readOperator()
    {
        if (take('='))
            return take('~') ? Matcher::Operator::Like : Matcher::Operator::Equal;
        if (atEnd() || current() != '!' || m_at + 1 == m_text.size())
            return std::nullopt;
        const char second = m_text[m_at + 1];
        if (second != '=' && second != '~')
            return std::nullopt;
        m_at += 2;
        return second == '~' ? Matcher::Operator::NotLike : Matcher::Operator::NotEqual;
    }

    Status readString(QByteArray& into, const QByteArray& expected)
    {
        if (atEnd() || !isQuote(current()))
            return errorAt(m_at, expected);
        auto read = readPromqlString(m_text.sliced(m_at));
        if (const auto* const fault = std::get_if<PromqlStringFault>(&read))
            return errorAt(m_at + fault->offset, fault->why);
        auto& string = std::get<PromqlString>(read);
        into = std::move(string.value);
        m_at += string.length;
        return ok();
    }

    /// Blanks, line ends and comments.
    void skipBlanks()
    {
        while (!atEnd()) {
            const char c = current();
            if (c == '#') {
                const qsizetype end = m_text.indexOf('\n', m_at);
                m_at = end < 0 ? m_text.size() : end;
            } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return;
            } else {
                ++m_at;
            }
        }
    }

    bool atEnd() const { return m_at == m_text.size(); }
    char current() const { return m_text[m_at]; }

    bool take(char c)
    {
        if (atEnd() || current() != c)
            return false;
        ++m_at;
        return true;
    }

    Error errorAt(qsizetype offset, const QByteArray& why) const
    {
        const CodePoints before(m_text.first(offset));
        const auto position = std::distance(before.begin(), before.end()) + 1;
        return badRequest("invalid selector at position "
            + QByteArray::number(static_cast<qint64>(position)) + ": " + why);
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    Selector m_selector;
};

Result<Selector> Selector::parse(QByteArrayView text)
{
    return SelectorParser(text).parse();
}

} // namespace pushgate::core

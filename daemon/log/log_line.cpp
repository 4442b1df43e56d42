// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/log_line.h"

#include "core/base/go_quote.h"
#include "core/base/utf8.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace pushgate::daemon {

namespace {

    template <typename... Visitors>
    struct Overloaded : Visitors... {
        using Visitors::operator()...;
    };
    template <typename... Visitors>
    Overloaded(Visitors...) -> Overloaded<Visitors...>;

    QByteArray timeText(core::TimePoint time)
    {
        const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time);
        return QDateTime::fromMSecsSinceEpoch(milliseconds.time_since_epoch().count(), Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"))
            .toUtf8();
    }

    bool mustBeQuoted(QByteArrayView text)
    {
        // Quoting adds more than the two quotes where there is something that cannot be printed.
        return text.isEmpty() || text.contains(' ') || text.contains('=')
            || core::goQuote(text).size() != text.size() + 2;
    }

    QByteArray logfmtText(QByteArrayView text)
    {
        return mustBeQuoted(text) ? core::goQuote(text) : text.toByteArray();
    }

    void appendJsonText(QByteArray& out, QByteArrayView text)
    {
        static constexpr QByteArrayView kHex("0123456789abcdef");
        out.append('"');
        for (const core::CodePoint& point : core::CodePoints(text)) {
            switch (point.value) {
            case '"': out.append("\\\""); continue;
            case '\\': out.append("\\\\"); continue;
            case '\n': out.append("\\n"); continue;
            case '\r': out.append("\\r"); continue;
            case '\t': out.append("\\t"); continue;
            default: break;
            }
            if (point.value < 0x20 || point.value == 0x2028 || point.value == 0x2029) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4)
                    out.append(kHex[(point.value >> shift) & 15]);
            } else {
                core::appendUtf8(out, point.value);
            }
        }
        out.append('"');
    }

    QByteArray jsonText(QByteArrayView text)
    {
        QByteArray out;
        appendJsonText(out, text);
        return out;
    }

    /// The value with texts written by `writeText`.
    QByteArray valueText(const LogField& field, QByteArray (*writeText)(QByteArrayView))
    {
        return std::visit(Overloaded{[&](const QByteArray& text) { return writeText(text); },
                              [](qint64 number) { return QByteArray::number(number); },
                              [](bool flag) { return QByteArray(flag ? "true" : "false"); }},
            field.value);
    }

    /// All fields of an entry, those that every line has in front.
    std::vector<LogField> allFields(const LogEntry& entry)
    {
        std::vector<LogField> fields{{"ts", timeText(entry.time)},
            {"level", logLevelName(entry.level).toByteArray()}, {"caller", entry.caller},
            {"msg", entry.message}};
        fields.insert(fields.end(), entry.fields.begin(), entry.fields.end());
        return fields;
    }

} // namespace

QByteArray logfmtLine(const LogEntry& entry)
{
    QByteArray line;
    for (const LogField& field : allFields(entry)) {
        if (!line.isEmpty())
            line.append(' ');
        line.append(field.key).append('=').append(valueText(field, logfmtText));
    }
    return line.append('\n');
}

QByteArray jsonLine(const LogEntry& entry)
{
    QByteArray line;
    for (const LogField& field : allFields(entry)) {
        line.append(line.isEmpty() ? '{' : ',');
        line.append(jsonText(field.key)).append(':').append(valueText(field, jsonText));
    }
    return line.append("}\n");
}

} // namespace pushgate::daemon

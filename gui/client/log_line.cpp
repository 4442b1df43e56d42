// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/log_line.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    /// What a quoted value means, as far as it matters for reading: quotes and backslashes.
    QString unquoted(const QString& quoted)
    {
        QString value;
        for (qsizetype at = 0; at < quoted.size(); ++at) {
            if (quoted[at] == u'\\' && at + 1 < quoted.size())
                ++at;
            value += quoted[at];
        }
        return value;
    }

} // namespace

QString logField(const QString& line, const QString& key)
{
    const QRegularExpression pattern("(?:^| )"_L1 + QRegularExpression::escape(key)
        + R"re(=(?:"((?:[^"\\]|\\.)*)"|([^ ]*)))re"_L1);
    const auto match = pattern.match(line);
    return match.hasCaptured(2) ? match.captured(2) : unquoted(match.captured(1));
}

LogLine logLineOf(const QString& text)
{
    const QString level = logField(text, u"level"_s);
    if (level == "debug"_L1)
        return {LogLine::Level::Debug, text};
    if (level == "warn"_L1)
        return {LogLine::Level::Warning, text};
    return {level == "error"_L1 ? LogLine::Level::Error : LogLine::Level::Info, text};
}

} // namespace pushgate::gui

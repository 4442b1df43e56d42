// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/argument_scanner.h"

#include "core/base/go_quote.h"
#include "daemon/http/system_error.h"

#include <QFile>
#include <QList>

#include <cerrno>
#include <deque>
#include <optional>
#include <utility>

namespace pushgate::daemon {

namespace {

    constexpr int kMostFiles = 100; ///< that name each other, say

    /// The lines of an argument file; those that begin with `#` are comments.
    core::Result<std::vector<QByteArray>> readArgumentFile(const QByteArray& path)
    {
        if (path.isEmpty())
            return core::badRequest("expected @ file to expand arguments from");
        QFile file(QFile::decodeName(path));
        errno = 0;
        if (!file.open(QIODevice::ReadOnly)) {
            return core::badRequest("failed to open arguments file " + core::goQuote(path)
                + ": open " + path + ": " + systemText(errno));
        }
        std::vector<QByteArray> lines;
        QByteArray text = file.readAll();
        if (text.endsWith('\n'))
            text.chop(1);
        if (text.isEmpty())
            return lines;
        for (QByteArray line : text.split('\n')) {
            if (line.endsWith('\r'))
                line.chop(1);
            if (!line.startsWith('#'))
                lines.push_back(std::move(line));
        }
        return lines;
    }

    /// Works through the words from front to back.
    class Scanner {
    public:
        explicit Scanner(const std::vector<QByteArray>& arguments)
            : m_words(arguments.begin(), arguments.end())
        {
        }

        core::Result<ScannedArguments> scan()
        {
            while (!m_words.empty() && m_scanned.wish != ScannedArguments::Wish::Version) {
                const QByteArray word = std::move(m_words.front());
                m_words.pop_front();
                const core::Status taken = take(word);
                if (!taken)
                    return taken.error();
            }
            return std::move(m_scanned);
        }

    private:
        core::Status take(const QByteArray& word)
        {
            if (m_onlyWords)
                return unexpected(word);
            if (word.startsWith('@'))
                return expandFile(word.sliced(1));
            if (word == "--") {
                m_onlyWords = true;
                return core::ok();
            }
            if (word.startsWith("--"))
                return takeLong(word.sliced(2));
            if (word.startsWith('-'))
                return takeShort(word.sliced(1));
            return unexpected(word);
        }

        static core::Error unexpected(const QByteArray& word)
        {
            return core::badRequest("unexpected " + word);
        }

        core::Status expandFile(const QByteArray& path)
        {
            if (++m_files > kMostFiles)
                return core::badRequest("too many arguments files");
            const core::Result<std::vector<QByteArray>> lines = readArgumentFile(path);
            if (!lines)
                return lines.error();
            m_words.insert(m_words.begin(), lines->begin(), lines->end());
            return core::ok();
        }

        core::Status takeLong(const QByteArray& word)
        {
            const qsizetype equals = word.indexOf('=');
            const QByteArray name = equals < 0 ? word : word.first(equals);
            std::optional<QByteArray> value;
            if (equals >= 0)
                value = word.sliced(equals + 1);

            const bool negated = name.startsWith("no-");
            const QByteArray positive = negated ? name.sliced(3) : name;
            if (positive == "help" || positive == "version")
                return takeWish(positive, value);
            const Flag* flag = findFlag(name);
            if (!flag && negated)
                flag = findFlag(positive);
            const bool isSwitch = flag && flag->kind == Flag::Kind::Switch;
            if (!flag || (negated && !isSwitch))
                return core::badRequest("unknown long flag '--" + name + "'");
            return isSwitch ? takeSwitch(*flag, negated ? "false" : "true", value)
                            : takeValue(*flag, std::move(value));
        }

        core::Status takeWish(const QByteArray& name, const std::optional<QByteArray>& value)
        {
            if (value)
                return unexpected(*value);
            m_scanned.wish
                = name == "help" ? ScannedArguments::Wish::Help : ScannedArguments::Wish::Version;
            return core::ok();
        }

        core::Status takeSwitch(
            const Flag& flag, const QByteArray& state, const std::optional<QByteArray>& value)
        {
            if (value)
                return unexpected(*value);
            m_scanned.assignments.push_back({&flag, state});
            return core::ok();
        }

        core::Status takeValue(const Flag& flag, std::optional<QByteArray> value)
        {
            if (!value) {
                if (m_words.empty() || m_words.front().startsWith('-')
                    || m_words.front().startsWith('@')) {
                    return core::badRequest(
                        "expected argument for flag '--" + flag.name.toByteArray() + "'");
                }
                value = std::move(m_words.front());
                m_words.pop_front();
            }
            m_scanned.assignments.push_back({&flag, *std::move(value)});
            return core::ok();
        }

        /// `-h` is the only short flag; several may share one dash.
        core::Status takeShort(const QByteArray& letters)
        {
            for (const char letter : letters) {
                if (letter != 'h')
                    return core::badRequest("unknown short flag '-" + QByteArray(1, letter) + "'");
            }
            if (letters.isEmpty())
                return core::badRequest("unknown short flag '-'");
            m_scanned.wish = ScannedArguments::Wish::Help;
            return core::ok();
        }

        std::deque<QByteArray> m_words;
        ScannedArguments m_scanned;
        int m_files = 0;
        bool m_onlyWords = false;
    };

} // namespace

core::Result<ScannedArguments> scanArguments(const std::vector<QByteArray>& arguments)
{
    return Scanner(arguments).scan();
}

} // namespace pushgate::daemon

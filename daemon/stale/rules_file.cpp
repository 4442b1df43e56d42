// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/stale/rules_file.h"

#include "core/base/go_quote.h"
#include "core/base/prometheus_duration.h"

#include <QFile>

#include <set>
#include <string>
#include <yaml-cpp/yaml.h>

namespace pushgate::daemon {

namespace {

    using core::Status;

    core::Error errorAt(const YAML::Mark& mark, const QByteArray& why)
    {
        const int line = mark.is_null() ? 1 : mark.line + 1;
        return core::badRequest("line " + QByteArray::number(line) + ": " + why);
    }

    /// Calls `read` with each key of an object and its value, until one fails.
    template <typename Read>
    Status readObject(const YAML::Node& node, const char* what, Read&& read)
    {
        if (!node.IsMap())
            return errorAt(node.Mark(), "expected an object for " + QByteArray(what));
        std::set<std::string> seen;
        for (const auto& entry : node) {
            if (!entry.first.IsScalar())
                return errorAt(entry.first.Mark(), "expected a name");
            const std::string& name = entry.first.Scalar();
            const QByteArray key = QByteArray::fromStdString(name);
            if (!seen.insert(name).second)
                return errorAt(entry.first.Mark(), core::goQuote(key) + " is given twice");
            const std::optional<Status> known = read(key, entry.second);
            if (!known) {
                return errorAt(entry.first.Mark(),
                    "unknown key " + core::goQuote(key) + " in " + QByteArray(what));
            }
            if (!*known)
                return *known;
        }
        return core::ok();
    }

    Status readDuration(const YAML::Node& node, std::optional<std::chrono::nanoseconds>& into)
    {
        if (!node.IsScalar())
            return errorAt(node.Mark(), "expected a duration");
        const auto duration
            = core::parsePrometheusDuration(QByteArray::fromStdString(node.Scalar()));
        if (!duration)
            return errorAt(node.Mark(), duration.error().message);
        if (duration->count() > 0)
            into = *duration;
        return core::ok();
    }

    std::optional<Status> readLimit(
        const QByteArray& key, const YAML::Node& node, core::StalenessLimits& limits)
    {
        if (key == "stale_after")
            return readDuration(node, limits.staleAfter);
        if (key == "delete_after")
            return readDuration(node, limits.deleteAfter);
        return std::nullopt;
    }

    Status readRule(const YAML::Node& node, core::StalenessRules& rules)
    {
        std::optional<core::Selector> match;
        core::StalenessLimits limits;
        Status read = readObject(node, "a rule",
            [&](const QByteArray& key, const YAML::Node& value) -> std::optional<Status> {
                if (key != "match")
                    return readLimit(key, value, limits);
                if (!value.IsScalar())
                    return errorAt(value.Mark(), "expected a selector");
                auto selector = core::Selector::parse(QByteArray::fromStdString(value.Scalar()));
                if (!selector)
                    return errorAt(value.Mark(), selector.error().message);
                match = *std::move(selector);
                return core::ok();
            });
        if (!read)
            return read;
        if (!match)
            return errorAt(node.Mark(), "a rule needs \"match\"");
        rules.rules.push_back({*std::move(match), limits});
        return core::ok();
    }

    Status readRules(const YAML::Node& node, core::StalenessRules& rules)
    {
        if (node.IsNull())
            return core::ok();
        if (!node.IsSequence())
            return errorAt(node.Mark(), "expected a list of rules");
        for (const YAML::Node& rule : node) {
            if (Status read = readRule(rule, rules); !read)
                return read;
        }
        return core::ok();
    }

    core::Result<core::StalenessRules> readDocument(const YAML::Node& root)
    {
        core::StalenessRules rules;
        if (root.IsNull())
            return rules;
        const Status read = readObject(root, "the file",
            [&](const QByteArray& key, const YAML::Node& value) -> std::optional<Status> {
                if (key == "rules")
                    return readRules(value, rules);
                if (key != "default")
                    return std::nullopt;
                return readObject(
                    value, "default", [&](const QByteArray& name, const YAML::Node& limit) {
                        return readLimit(name, limit, rules.fallback);
                    });
            });
        if (!read)
            return read.error();
        return rules;
    }

} // namespace

core::Result<core::StalenessRules> parseRules(const QByteArray& yaml)
{
    try { // the library has no other way to tell
        const std::vector<YAML::Node> documents = YAML::LoadAll(yaml.toStdString());
        if (documents.size() > 1)
            return errorAt(documents[1].Mark(), "there is more than one document");
        return documents.empty() ? core::StalenessRules() : readDocument(documents.front());
    } catch (const YAML::Exception& fault) {
        return errorAt(fault.mark, QByteArray::fromStdString(fault.msg));
    }
}

core::Result<core::StalenessRules> readRulesFile(const QByteArray& path)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return core::badRequest("cannot read " + path + ": " + file.errorString().toUtf8());
    }
    auto rules = parseRules(file.readAll());
    if (!rules)
        return core::badRequest(path + ": " + rules.error().message);
    return rules;
}

} // namespace pushgate::daemon

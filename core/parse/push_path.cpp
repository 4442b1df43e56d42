// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/push_path.h"

#include "core/base/go_quote.h"
#include "core/base/utf8.h"
#include "core/codec/base64url.h"
#include "core/model/escaping.h"

#include <map>
#include <utility>
#include <vector>

namespace pushgate::core {

namespace {

    constexpr QByteArrayView kJobPrefix = "/job/";
    constexpr QByteArrayView kBase64JobPrefix = "/job@base64/";
    constexpr QByteArrayView kBase64Suffix = "@base64";
    constexpr QByteArrayView kReservedPrefix = "__";
    constexpr QByteArrayView kJobLabel = "job";

    /// A later value of a name replaces an earlier one.
    using LabelMap = std::map<QByteArray, QByteArray>;

    /// One pair of path components.
    struct Component {
        QByteArrayView name; // without the suffix
        QByteArrayView value;
        bool isBase64 = false;
    };

    QByteArray illegalAt(qsizetype offset)
    {
        return "illegal base64 data at input byte " + QByteArray::number(offset);
    }

    Result<QByteArray> decodeJob(const PushPath& path)
    {
        if (path.jobEncoding == JobEncoding::Plain)
            return path.job.toByteArray();
        Base64Decoded job = decodeBase64Url(path.job);
        if (!job.illegalAt)
            return std::move(job.bytes);
        return badRequest("invalid base64 encoding in job name " + goQuote(job.bytes) + ": "
            + illegalAt(*job.illegalAt));
    }

    /// Cuts the first component off `rest`, and the `/` after it.
    QByteArrayView takeComponent(QByteArrayView& rest)
    {
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView component = slash < 0 ? rest : rest.first(slash);
        rest = slash < 0 ? QByteArrayView() : rest.sliced(slash + 1);
        return component;
    }

    Component takePair(QByteArrayView& rest)
    {
        const QByteArrayView name = takeComponent(rest);
        const QByteArrayView value = takeComponent(rest);
        if (name.endsWith(kBase64Suffix))
            return {name.chopped(kBase64Suffix.size()), value, true};
        return {name, value, false};
    }

    Result<QByteArray> labelName(const Component& component, NameScheme names)
    {
        QByteArray name = component.name.toByteArray();
        if (names == NameScheme::Utf8)
            name = unescapeValues(name);
        // The reserved prefix is looked for in the spelling of the URL.
        if (!isValidLabelName(name, names) || component.name.startsWith(kReservedPrefix))
            return badRequest("improper label name " + goQuote(component.name));
        return name;
    }

    Result<QByteArray> labelValue(const Component& component)
    {
        if (!component.isBase64)
            return component.value.toByteArray();
        Base64Decoded value = decodeBase64Url(component.value);
        if (!value.illegalAt)
            return std::move(value.bytes);
        return badRequest("invalid base64 encoding for label " + component.name.toByteArray() + '='
            + goQuote(component.value) + ": " + illegalAt(*value.illegalAt));
    }

    Result<LabelMap> readLabels(QByteArrayView text, NameScheme names)
    {
        LabelMap labels;
        if (text.size() <= 1)
            return labels;
        const bool isOdd = text.count('/') % 2 == 1; // each component has its slash before it
        if (isOdd)
            return badRequest("odd number of components in label string " + goQuote(text));
        for (QByteArrayView rest = text.sliced(1); !rest.isNull();) {
            const Component component = takePair(rest);
            auto name = labelName(component, names);
            if (!name)
                return name.error();
            auto value = labelValue(component);
            if (!value)
                return value.error();
            labels.insert_or_assign(*std::move(name), *std::move(value));
        }
        return labels;
    }

    /// What is stored must be fit to be exposed; names are UTF-8 by the rules for names.
    Status checkValues(const Labels& labels)
    {
        for (const Label& label : labels) {
            if (!isValidUtf8(label.value)) {
                return badRequest("grouping label " + goQuote(label.name)
                    + " has a value that is not valid UTF-8");
            }
        }
        return ok();
    }

    Result<Labels> toLabels(const LabelMap& map)
    {
        std::vector<Label> labels;
        labels.reserve(map.size());
        for (const auto& [name, value] : map)
            labels.push_back({name, value});
        return Labels::from(std::move(labels));
    }

    std::optional<PushPath> splitAfter(
        QByteArrayView prefix, JobEncoding encoding, QByteArrayView path)
    {
        if (!path.startsWith(prefix))
            return std::nullopt;
        const QByteArrayView rest = path.sliced(prefix.size());
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView job = slash < 0 ? rest : rest.first(slash);
        if (job.isEmpty())
            return std::nullopt;
        return PushPath{job, encoding, rest.sliced(job.size())};
    }

} // namespace

std::optional<PushPath> splitPushPath(QByteArrayView path)
{
    if (auto plain = splitAfter(kJobPrefix, JobEncoding::Plain, path))
        return plain;
    return splitAfter(kBase64JobPrefix, JobEncoding::Base64, path);
}

Result<GroupingKey> parsePushPath(const PushPath& path, NameScheme names)
{
    auto job = decodeJob(path);
    if (!job)
        return job.error();
    auto map = readLabels(path.labels, names);
    if (!map)
        return map.error();
    map->insert_or_assign(kJobLabel.toByteArray(), *std::move(job));
    auto labels = toLabels(*map);
    if (!labels)
        return labels.error();
    auto key = GroupingKey::from(*std::move(labels));
    if (!key)
        return key;
    if (const Status valid = checkValues(key->labels()); !valid)
        return valid.error();
    return key;
}

} // namespace pushgate::core

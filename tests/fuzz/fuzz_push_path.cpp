// SPDX-License-Identifier: GPL-3.0-or-later
// A push path gives what the model says, and a key written as a path again is the same key.
#include "core/base/utf8.h"
#include "core/parse/push_path.h"
#include "tests/fuzz/property.h"
#include "tests/support/push_path_model.h"

#include <QByteArray>

using namespace pushgate::core;
using pushgate::tests::PushPathModel;
using pushgate::tests::require;

namespace {

QByteArray shown(const Result<GroupingKey>& key)
{
    if (!key)
        return "error: " + key.error().message;
    QByteArray text;
    for (const Label& label : key->labels())
        text += (text.isEmpty() ? "" : ",") + label.name + '=' + label.value;
    return text;
}

QByteArray base64(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding);
}

QByteArray nameInPath(QByteArray name, NameScheme names)
{
    if (names == NameScheme::Legacy)
        return name;
    return "U__" + name.replace('_', "__").replace('/', "_2f_");
}

QByteArray pathOf(const Labels& labels, NameScheme names)
{
    QByteArray path = "/job@base64/" + base64(labels.value("job")->toByteArray());
    for (const Label& label : labels) {
        if (label.name != "job")
            path += '/' + nameInPath(label.name, names) + "@base64/" + base64(label.value);
    }
    return path;
}

void check(const QByteArray& path, NameScheme names)
{
    const auto parts = splitPushPath(path);
    if (!parts)
        return;
    const auto key = parsePushPath(*parts, names);
    require(shown(key) == PushPathModel(names).parse(path), "the model agrees");
    if (!key)
        return;
    for (const Label& label : key->labels()) {
        require(isValidLabelName(label.name, names), "names are valid");
        require(isValidUtf8(label.value), "values are UTF-8");
    }
    const QByteArray again = pathOf(key->labels(), names);
    const auto sameParts = splitPushPath(again);
    require(sameParts.has_value(), "a key can be written as a path");
    const auto sameKey = parsePushPath(*sameParts, names);
    require(sameKey && *sameKey == *key, "and read again");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    const QByteArray path = pushgate::tests::viewOf(data, size).toByteArray();
    check(path, NameScheme::Legacy);
    check(path, NameScheme::Utf8);
    return 0;
}

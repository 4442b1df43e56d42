// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/key_text.h"

#include "core/model/name_rules.h"

#include <QByteArrayList>

#include <vector>

namespace pushgate::daemon {

namespace {

    QByteArray quoted(QByteArrayView text)
    {
        QByteArray out = "\"";
        for (const char c : text) {
            if (c == '\n')
                out += "\\n";
            else if (c == '"' || c == '\\')
                out.append('\\').append(c);
            else
                out += c;
        }
        return out + '"';
    }

    void append(QByteArray& out, const core::Label& label)
    {
        if (out.size() > 1)
            out += ',';
        out += core::isLegacyLabelName(label.name) ? label.name : quoted(label.name);
        out += '=' + quoted(label.value);
    }

} // namespace

QByteArray keyText(const core::GroupingKey& key)
{
    QByteArray out = "{";
    for (const core::Label& label : key.labels()) {
        if (label.name == "job")
            append(out, label);
    }
    for (const core::Label& label : key.labels()) {
        if (label.name != "job")
            append(out, label);
    }
    return out + '}';
}

core::Result<core::GroupingKey> keyFromEncoded(QByteArrayView encoded)
{
    const QList<QByteArray> pieces = encoded.toByteArray().split('\xff');
    if (pieces.size() % 2 != 0)
        return core::badRequest("a grouping key without the value of its last label");
    std::vector<core::Label> labels;
    labels.reserve(static_cast<size_t>(pieces.size()) / 2);
    for (qsizetype i = 0; i < pieces.size(); i += 2)
        labels.push_back({pieces[i], pieces[i + 1]});
    auto set = core::Labels::from(std::move(labels));
    if (!set)
        return set.error();
    return core::GroupingKey::from(*std::move(set));
}

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/label_text.h"

#include "core/model/name_rules.h"

namespace pushgate::core {

namespace {

    void append(QByteArray& text, const Label& label)
    {
        if (text.size() > 1)
            text += ',';
        text += labelText(label);
    }

} // namespace

QByteArray quotedText(QByteArray text)
{
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return '"' + text + '"';
}

QByteArray labelText(const Label& label)
{
    return (isLegacyLabelName(label.name) ? label.name : quotedText(label.name)) + '='
        + quotedText(label.value);
}

QByteArray labelsText(const Labels& labels)
{
    const auto isJob = [](const Label& label) { return label.name == "job"; };
    QByteArray text = "{";
    for (const Label& label : labels) {
        if (isJob(label))
            append(text, label);
    }
    for (const Label& label : labels) {
        if (!isJob(label))
            append(text, label);
    }
    return text + '}';
}

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/group_path.h"

#include "core/model/escaping.h"
#include "core/model/name_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    bool isPlain(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-' || c == '.' || c == '~';
    }

    /// Neither empty, nor `.` or `..`, nor with anything that some part on the way might touch.
    bool canStandInPath(const QByteArray& value)
    {
        return !value.isEmpty() && value != "."_ba && value != ".."_ba
            && std::all_of(value.begin(), value.end(), isPlain);
    }

    void append(QByteArray& path, const QByteArray& name, const QByteArray& value)
    {
        path += '/' + name;
        if (canStandInPath(value)) {
            path += '/' + value;
            return;
        }
        const auto encoded
            = value.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        path += "@base64/" + (encoded.isEmpty() ? "="_ba : encoded);
    }

    QByteArray nameInPath(const QByteArray& name)
    {
        return core::isLegacyLabelName(name) ? name
                                             : core::escapeName(name, core::Escaping::Values);
    }

} // namespace

QByteArray groupPath(const core::GroupingKey& key)
{
    QByteArray path;
    append(path, "job"_ba, key.labels().value("job")->toByteArray());
    for (const core::Label& label : key.labels()) {
        if (label.name != "job")
            append(path, nameInPath(label.name), label.value);
    }
    return path;
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/name_rules.h"

#include <QByteArray>
#include <QMap>

namespace pushgate::tests {

/// Push paths read by the letter of spec/push-api.md 5 and 6, on copies of strings and with
/// Qt's Base64 and regular expressions, to hold the real parser against.
class PushPathModel {
public:
    explicit PushPathModel(core::NameScheme names)
        : m_names(names)
    {
    }
    /// `name=value,...` of the grouping labels of `/job.../...`, or `error: message`.
    QByteArray parse(const QByteArray& path) const;

private:
    /// Nothing, or why the pair is refused.
    QByteArray addLabel(QMap<QByteArray, QByteArray>& labels, const QByteArray& name,
        const QByteArray& value) const;
    bool isName(const QByteArray& name) const;

    core::NameScheme m_names;
};

} // namespace pushgate::tests

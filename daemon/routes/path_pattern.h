// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pushgate::daemon {

/// What a request path has to say beyond choosing its route; views into the path.
struct PathParts {
    QByteArrayView job; ///< of a group's path: its first segment
    QByteArrayView labels; ///< of a group's path: the rest, empty or with its leading slash
    QByteArrayView rest; ///< of a path below a prefix: what follows it

    friend bool operator==(const PathParts& left, const PathParts& right)
    {
        return left.job == right.job && left.labels == right.labels && left.rest == right.rest;
    }
};

/// The paths of one route. All forms that the reference has, and no more.
class PathPattern {
public:
    /// Exactly this path.
    static PathPattern exactly(QByteArray path) { return {Form::Exact, std::move(path)}; }
    /// Whatever begins with `prefix`, which ends with a slash.
    static PathPattern below(QByteArray prefix) { return {Form::Below, std::move(prefix)}; }
    /// `PREFIX` JOB and perhaps `/` LABELS; `prefix` ends with a slash, a job is not empty.
    static PathPattern group(QByteArray prefix) { return {Form::Group, std::move(prefix)}; }

    std::optional<PathParts> match(QByteArrayView path) const;

    /// `path` with the letters of the fixed part in their right case, if that is all that keeps it
    /// from matching. ASCII letters only: the fixed parts hold no others.
    std::optional<QByteArray> corrected(QByteArrayView path) const;

    const QByteArray& prefix() const { return m_prefix; }

private:
    enum class Form { Exact, Below, Group };

    PathPattern(Form form, QByteArray prefix)
        : m_form(form)
        , m_prefix(std::move(prefix))
    {
    }

    std::optional<PathParts> partsOf(QByteArrayView rest) const;

    Form m_form;
    QByteArray m_prefix;
};

} // namespace pushgate::daemon

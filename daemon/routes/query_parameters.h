// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <optional>
#include <vector>

namespace pushgate::daemon {

/// The parameters in the query of a request's target, decoded.
class QueryParameters {
public:
    /// `query`: as received, without the question mark; a `+` is a blank.
    /// Errors  BadRequest: a broken percent escape.
    static core::Result<QueryParameters> parse(QByteArrayView query);

    /// The first of that name; nothing: there is none.
    std::optional<QByteArrayView> first(QByteArrayView name) const;
    std::vector<QByteArrayView> all(QByteArrayView name) const;

    /// BadRequest if there is a parameter of another name: for calls that must not do more than
    /// was meant because of a slip.
    core::Status allowOnly(std::initializer_list<QByteArrayView> names) const;

private:
    struct Parameter {
        QByteArray name;
        QByteArray value;
    };

    std::vector<Parameter> m_parameters;
};

} // namespace pushgate::daemon

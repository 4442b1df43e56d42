// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/query_parameters.h"

#include "core/base/go_quote.h"
#include "core/codec/percent.h"

#include <QList>

#include <algorithm>

namespace pushgate::daemon {

namespace {

    core::Result<QByteArray> decode(const QByteArray& text)
    {
        QByteArray plain = text;
        plain.replace('+', ' ');
        return core::percentDecode(plain);
    }

} // namespace

core::Result<QueryParameters> QueryParameters::parse(QByteArrayView query)
{
    QueryParameters parameters;
    for (const QByteArray& part : query.toByteArray().split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        auto name = decode(equals < 0 ? part : part.first(equals));
        auto value = decode(equals < 0 ? QByteArray() : part.sliced(equals + 1));
        if (!name)
            return name.error();
        if (!value)
            return value.error();
        parameters.m_parameters.push_back({*std::move(name), *std::move(value)});
    }
    return parameters;
}

std::optional<QByteArrayView> QueryParameters::first(QByteArrayView name) const
{
    for (const Parameter& parameter : m_parameters) {
        if (parameter.name == name)
            return QByteArrayView(parameter.value);
    }
    return std::nullopt;
}

std::vector<QByteArrayView> QueryParameters::all(QByteArrayView name) const
{
    std::vector<QByteArrayView> values;
    for (const Parameter& parameter : m_parameters) {
        if (parameter.name == name)
            values.emplace_back(parameter.value);
    }
    return values;
}

core::Status QueryParameters::allowOnly(std::initializer_list<QByteArrayView> names) const
{
    for (const Parameter& parameter : m_parameters) {
        if (std::find(names.begin(), names.end(), parameter.name) == names.end())
            return core::badRequest("unknown parameter " + core::goQuote(parameter.name));
    }
    return core::ok();
}

} // namespace pushgate::daemon

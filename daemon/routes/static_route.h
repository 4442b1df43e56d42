// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/http/request.h"
#include "daemon/routes/representation.h"

#include <QByteArray>

#include <map>
#include <memory>

namespace pushgate::daemon {

/// GET R/static/NAME: style, scripts and icons of the page, read and compressed once at the start.
/// The reference's names are among them.
/// Threads  any.
class StaticRoute {
public:
    StaticRoute();

    /// `name`: what follows R/static/. 404 if there is no such file; 304 if the client has it.
    Reply handle(const Request& request, QByteArrayView name) const;

private:
    using Assets = std::map<QByteArray, Representation>;
    std::shared_ptr<const Assets> m_assets;
};

} // namespace pushgate::daemon

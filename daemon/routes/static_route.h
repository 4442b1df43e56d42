// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/http/request.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace pushgate::daemon {

/// GET R/static/NAME: style, script and icon of the page, under the reference's names.
/// Threads  any.
class StaticRoute {
public:
    StaticRoute();

    /// `name`: what follows R/static/. 404 if there is no such file; 304 if the client has it.
    Reply handle(const Request& request, QByteArrayView name) const;

private:
    struct Asset {
        QByteArray name;
        QByteArray contentType;
        QByteArray content;
        QByteArray tag; ///< for ETag: changes with the content
    };

    static Asset load(const char* name, const char* contentType);

    std::shared_ptr<const std::vector<Asset>> m_assets;
};

} // namespace pushgate::daemon

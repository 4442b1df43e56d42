// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/static_route.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

StaticRoute::StaticRoute()
    : m_assets(
        std::make_shared<const std::vector<Asset>>(std::vector{load("favicon.ico", "image/x-icon"),
            load("functions.js", "application/javascript"), load("prometheus.css", "text/css")}))
{
}

StaticRoute::Asset StaticRoute::load(const char* name, const char* contentType)
{
    QFile file(u":/web/"_s + QString::fromLatin1(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere); // it is part of the program
    const QByteArray content = isThere ? file.readAll() : QByteArray();
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    return {name, contentType, content, '"' + hash.first(12).toHex() + '"'};
}

Reply StaticRoute::handle(const Request& request, QByteArrayView name) const
{
    const auto asset = std::find_if(m_assets->begin(), m_assets->end(),
        [name](const Asset& candidate) { return candidate.name == name; });
    if (asset == m_assets->end())
        return Reply::error(404, "404 page not found");
    const bool isKnown = request.field("If-None-Match").value_or(QByteArrayView()) == asset->tag;
    Reply reply;
    reply.status = isKnown ? 304 : 200;
    if (!isKnown) {
        reply.segments.push_back(asset->content);
        reply.fields.push_back({"Content-Type"_ba, asset->contentType});
    }
    return std::move(reply)
        .with("ETag"_ba, asset->tag)
        .with("Cache-Control"_ba, "no-cache"_ba)
        .with("X-Content-Type-Options"_ba, "nosniff"_ba);
}

} // namespace pushgate::daemon

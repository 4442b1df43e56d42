// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/static_route.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    QByteArray contentType(const QString& suffix)
    {
        if (suffix == u"js")
            return "application/javascript"_ba;
        if (suffix == u"css")
            return "text/css"_ba;
        return suffix == u"svg" ? "image/svg+xml"_ba : "image/x-icon"_ba;
    }

    QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        const bool isThere = file.open(QIODevice::ReadOnly);
        Q_ASSERT(isThere); // it is part of the program
        return isThere ? file.readAll() : QByteArray();
    }

} // namespace

StaticRoute::StaticRoute()
{
    Assets assets;
    for (const QFileInfo& file : QDir(u":/web"_s).entryInfoList(QDir::Files)) {
        assets.try_emplace(
            file.fileName().toLatin1(), contentType(file.suffix()), contentOf(file.filePath()));
    }
    m_assets = std::make_shared<const Assets>(std::move(assets));
}

Reply StaticRoute::handle(const Request& request, QByteArrayView name) const
{
    const auto asset = m_assets->find(name.toByteArray());
    if (asset == m_assets->end())
        return Reply::error(404, "404 page not found");
    return asset->second.replyTo(Conditions::of(request));
}

} // namespace pushgate::daemon

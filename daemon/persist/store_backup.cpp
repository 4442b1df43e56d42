// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/store_backup.h"

#include "daemon/persist/new_file.h"
#include "daemon/persist/store_reader.h"

namespace pushgate::daemon {

namespace {

    core::Status copyInto(SqlConnection& connection, const QByteArray& copy)
    {
        auto vacuum = connection.prepare("VACUUM INTO ?");
        if (!vacuum)
            return vacuum.error();
        vacuum->bindValue(0, QString::fromUtf8(copy));
        return execute(*vacuum);
    }

    core::Status check(const QByteArray& copy)
    {
        const auto connection = openToRead(copy);
        if (!connection)
            return connection.error();
        const auto verdict = (*connection)->value("PRAGMA quick_check(1)");
        if (!verdict)
            return verdict.error();
        if (verdict->toByteArray() == "ok")
            return core::ok();
        return core::badRequest("the copy is damaged: " + verdict->toByteArray());
    }

} // namespace

core::Status backUpStore(const QByteArray& store, const QByteArray& path)
{
    const auto connection = openToRead(store);
    if (!connection)
        return connection.error();
    core::Status made = makeNewFile(path, [&](const QByteArray& unfinished) {
        const core::Status copied = copyInto(**connection, unfinished);
        return copied ? check(unfinished) : copied;
    });
    if (made)
        return made;
    return core::Error{
        made.error().kind, "cannot back up " + store + " to " + path + ": " + made.error().message};
}

} // namespace pushgate::daemon

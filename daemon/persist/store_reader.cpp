// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/store_reader.h"

#include "daemon/persist/file_probe.h"
#include "daemon/persist/schema.h"

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    core::Error cannotRead(const QByteArray& path, const QByteArray& why)
    {
        return {core::Error::Kind::Unavailable,
            "cannot read the persistence file " + path + ": " + why};
    }

    core::Status checkFormat(SqlConnection& connection)
    {
        const auto application = connection.value("PRAGMA application_id");
        if (!application)
            return application.error();
        if (application->toInt() != kApplicationId)
            return core::badRequest("it is another program's SQLite database");
        const auto version
            = connection.value("SELECT value FROM meta WHERE key = 'format_version'");
        if (!version)
            return version.error();
        if (version->toInt() == kFormatVersion)
            return core::ok();
        return core::badRequest("it has the format version "_ba + version->toByteArray()
            + ", and this program's is "_ba + QByteArray::number(kFormatVersion)
            + ": use the program that wrote it, or start this one on it once if it is the newer"_ba);
    }

} // namespace

core::Result<std::unique_ptr<SqlConnection>> openToRead(const QByteArray& path)
{
    const auto kind = probeFile(path);
    if (!kind)
        return kind.error();
    if (*kind == FileKind::Absent)
        return cannotRead(path, "there is none");
    if (*kind != FileKind::Sqlite)
        return cannotRead(path, "it is no Pushgate's");
    // In read-only mode SQLite would leave the files of its log behind.
    auto connection = SqlConnection::open(path, SqlConnection::Mode::ReadWrite);
    if (!connection)
        return cannotRead(path, connection.error().message);
    if (const core::Status format = checkFormat(**connection); !format)
        return cannotRead(path, format.error().message);
    return connection;
}

} // namespace pushgate::daemon

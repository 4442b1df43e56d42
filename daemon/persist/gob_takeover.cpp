// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_takeover.h"

#include "daemon/http/system_error.h"
#include "daemon/persist/file_probe.h"
#include "daemon/persist/gob_store_reader.h"
#include "daemon/persist/store_file.h"

#include <QFile>

#include <cerrno>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    core::Error cannotTakeOver(const QByteArray& path, const QByteArray& why)
    {
        return {core::Error::Kind::Unavailable,
            path + " is a Go Pushgateway's persistence file and cannot be taken over: " + why};
    }

    bool areOne(const QByteArray& path, const QByteArray& other)
    {
        const auto first = FileIdentity::of(path);
        const auto second = FileIdentity::of(other);
        return first && second && *first == *second;
    }

    /// Gives the file its second name. It may have it since an attempt that was cut short.
    core::Status keepAs(const QByteArray& path, const QByteArray& kept)
    {
        if (::link(path.constData(), kept.constData()) == 0)
            return core::ok();
        if (errno != EEXIST)
            return systemError("cannot keep it as " + kept, errno);
        if (areOne(path, kept))
            return core::ok();
        return core::badRequest(kept + ", under which it would be kept, is there already, so "
            + "nothing was changed: move one of them away");
    }

} // namespace

core::Result<bool> isGobFile(const QByteArray& path)
{
    constexpr qint64 kHeadBytes = 64;
    const auto kind = probeFile(path);
    if (!kind)
        return kind.error();
    if (*kind != FileKind::Other)
        return false;
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) && looksLikeGob(file.read(kHeadBytes));
}

core::Result<Takeover> takeOverGobFile(const QByteArray& path, const TellRefusal& tellRefusal)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly))
        return cannotTakeOver(path, file.errorString().toUtf8());
    Takeover done{{}, path + ".gob"};
    core::Status reading = core::ok();
    const auto fill = [&](SqlConnection& connection, GroupRows& rows) -> core::Status {
        auto import = GobImport::into(connection, rows, tellRefusal);
        if (!import)
            return import.error();
        reading = import->readFrom(file);
        done.totals = import->totals();
        return reading ? rows.setRevision(static_cast<quint64>(done.totals.groups)) : reading;
    };
    if (const core::Status kept = keepAs(path, done.kept); !kept)
        return cannotTakeOver(path, kept.error().message);
    const core::Status made = StoreFile::create(path, fill, StoreFile::IfThere::Overwrite);
    if (made)
        return done;
    if (areOne(path, done.kept)) // else the new file took its place, but could not be synced there
        (void)::unlink(done.kept.constData());
    if (!reading)
        return cannotTakeOver(path,
            reading.error().message
                + "; nothing was changed, bring back a sound copy or move it away to start afresh");
    return cannotTakeOver(path, made.error().message);
}

} // namespace pushgate::daemon

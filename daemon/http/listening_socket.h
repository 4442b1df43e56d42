// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/descriptor.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// Opens a socket that listens on `HOST:PORT`, `[V6]:PORT` or `:PORT`; port 0 takes a free one.
/// Without a host it answers both families, with a name the first address of that name, IPv4
/// before IPv6, as the reference does. PORT may be a service's name.
/// Errors  BadRequest: no such address; Unavailable: the system refused. The message is
///         `listen tcp HOST:PORT: bind: address already in use` and the like.
/// Cost    a name may need a look-up, which blocks.
core::Result<Descriptor> openListeningSocket(QByteArrayView address);

/// Takes over a socket that listens already.
/// Errors  BadRequest: the descriptor is none, or does not listen.
core::Result<Descriptor> adoptListeningSocket(int descriptor);

/// `127.0.0.1:9091`, `[::]:9091`, or the path of a Unix socket.
QByteArray localAddressOf(const Descriptor& socket);

} // namespace pushgate::daemon

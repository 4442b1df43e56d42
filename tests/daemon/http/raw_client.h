// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/descriptor.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <chrono>
#include <utility>

namespace pushgate::daemon {

/// An answer as a client reads it.
struct ReceivedReply {
    int status = 0; ///< 0: none came
    QByteArray version;
    QList<std::pair<QByteArray, QByteArray>> fields;
    QByteArray body; ///< without chunk framing

    QByteArray field(QByteArrayView name) const; ///< empty if absent
    bool hasField(QByteArrayView name) const;
};

/// A client that sends exactly what it is told, byte for byte, and can misbehave.
/// Every wait ends after `kPatience`; what has not come by then does not come.
class RawClient {
public:
    static constexpr std::chrono::milliseconds kPatience{10'000};
    enum class Body { Follows, None };

    /// Connects to the loopback address. `receiveBuffer`: bytes, 0 for the system's own choice.
    explicit RawClient(quint16 port, int receiveBuffer = 0);

    bool isConnected() const { return m_connected; }
    void send(QByteArrayView bytes); ///< as much as the server takes
    void endSending(); ///< FIN, while answers are still read
    void reset(); ///< closes with RST

    /// The next answer; status 0 if the server closes or nothing comes. `None`: answer to HEAD.
    ReceivedReply receive(Body body = Body::Follows);
    bool isClosed(); ///< whether the server closes without sending more
    /// Whether nothing at all comes for so long.
    bool isSilent(std::chrono::milliseconds duration);
    qint64 discard(qint64 most); ///< reads and counts

private:
    bool wait(short events, std::chrono::milliseconds patience = kPatience);
    bool fill(); ///< reads some more; false at the end
    QByteArray takeLine();
    QByteArray take(qsizetype bytes);
    QByteArray takeChunks();
    QByteArray takeRest();

    Descriptor m_socket;
    QByteArray m_in;
    bool m_connected = false;
};

} // namespace pushgate::daemon

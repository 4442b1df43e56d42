// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pushgate::daemon {

class Logger;

/// Sends what Qt itself has to say to a logger for as long as it lives.
/// At most one at a time. Qt knows only a plain function for this, hence one file-local pointer.
class QtMessages {
public:
    explicit QtMessages(Logger& logger); ///< which must outlive it
    ~QtMessages();
    Q_DISABLE_COPY_MOVE(QtMessages)

private:
    QtMessageHandler m_before;
};

} // namespace pushgate::daemon

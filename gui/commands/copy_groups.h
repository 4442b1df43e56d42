// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway.h"
#include "gui/text/copies.h"

#include <QObject>

#include <optional>
#include <vector>

namespace pushgate::gui {

/// Reads what groups hold and puts it into the clipboard. Used once: `start`, then `finished`.
/// Threads  that of the windows; texts are made on a thread of the pool.
class CopyGroups final : public QObject {
    Q_OBJECT

public:
    /// `gateway` must outlive the command.
    CopyGroups(Gateway& gateway, std::vector<core::GroupingKey> keys, CopyForm form,
        QObject* parent = nullptr);

    void start();

signals:
    void progressed(pushgate::gui::JobId job, qsizetype done, qsizetype of);
    /// Comes exactly once; `text` says what came of it.
    void finished(const QString& text);

private:
    void take(const ContentsReport& report);

    Gateway& m_gateway;
    std::vector<core::GroupingKey> m_keys;
    CopyForm m_form;
    std::optional<JobId> m_job;
};

} // namespace pushgate::gui

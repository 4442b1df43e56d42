// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace pushgate::gui {

/// Writes groups into a file, which is there whole or not at all. Used once: `start`, then
/// `finished`.
/// Threads  that of the windows; texts are made and written on a thread of the pool.
class ExportGroups final : public QObject {
    Q_OBJECT

public:
    enum class Format {
        Text, ///< what groups hold, as it is scraped
        Csv ///< one line for each group: labels, state, times
    };
    struct Order {
        std::vector<core::GroupingKey> keys;
        Format format = Format::Text;
        QString path;
    };

    /// `gateway` must outlive the command.
    ExportGroups(Gateway& gateway, Order order, QObject* parent = nullptr);

    void start();

signals:
    void progressed(pushgate::gui::JobId job, qsizetype done, qsizetype of);
    /// Comes exactly once; `text` says what came of it.
    void finished(const QString& text);

private:
    /// What stands in the file, and what is to be said of it besides.
    struct Content {
        QByteArray bytes;
        QString remark;
    };

    void writeTable();
    void take(const ContentsReport& contents);
    void write(qsizetype groups, std::function<Content()> make);
    void report(qsizetype groups, const QString& fault, const QString& remark);

    Gateway& m_gateway;
    Order m_order;
    std::optional<JobId> m_job;
};

} // namespace pushgate::gui

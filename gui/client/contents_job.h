// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway_job.h"
#include "gui/client/request_batch.h"

#include <QObject>

#include <vector>

namespace pushgate::gui {

/// Reads what groups hold: each alone where they are few and the gateway can tell of one, else out
/// of the one listing that both kinds of gateway have.
class ContentsJob final : public QObject {
    Q_OBJECT

public:
    enum class Source { EachGroup, Listing };

    /// `network` must outlive the job.
    ContentsJob(QNetworkAccessManager& network, Connection connection, JobId job,
        QObject* parent = nullptr);

    /// Where groups that many are best read, if they can be read each alone.
    static Source sourceFor(size_t groups);
    void read(std::vector<core::GroupingKey> keys, Source source);
    void cancel();

signals:
    void progressed(pushgate::gui::JobId job, qsizetype done);
    /// Comes exactly once.
    void finished(const pushgate::gui::ContentsReport& report);

private:
    void readEach();
    static void takeOne(
        const core::GroupingKey& key, const QByteArray& answer, ContentsReport& report);
    void reportEach();
    void readListing();
    void takeListing(QNetworkReply& reply);
    void failAll(const ClientError& error);

    QNetworkAccessManager& m_network;
    Connection m_connection;
    JobId m_job;
    std::vector<core::GroupingKey> m_keys;
    RequestBatch* m_batch = nullptr;
    QNetworkReply* m_listing = nullptr;
    bool m_isCancelled = false;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace pushgate::gui {

/// A `pushgated` of our own, for trying things out: in memory, on loopback, ended with us.
class LocalGateway final : public QObject {
    Q_OBJECT

public:
    /// `program`: path of the daemon; empty: the one beside this program, else the one in PATH.
    explicit LocalGateway(QString program, QObject* parent = nullptr);
    ~LocalGateway() override; ///< waits until the child is gone

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// On port 9091, or on any free one where that is taken. `started` or `failed` comes later.
    void start();
    void stop();
    const QUrl& url() const { return m_url; }
    const QStringList& log() const { return m_log; } ///< the last lines

signals:
    void started(const QUrl& url);
    void stopped();
    void failed(const QString& reason);
    void logged(const QString& line);

private:
    void readLog();
    void takeEnd();

    QString m_program;
    QProcess m_process;
    QUrl m_url;
    QStringList m_log;
    bool m_isStopping = false;
    bool m_isListening = false;
};

} // namespace pushgate::gui

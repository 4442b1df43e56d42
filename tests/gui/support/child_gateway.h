// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace pushgate::tests {

/// A gateway of its own for one test, on loopback and in memory.
class ChildGateway {
public:
    /// Waits until it listens; any free port unless one is given.
    explicit ChildGateway(const QString& program, quint16 port = 0, const QStringList& flags = {});
    ~ChildGateway();
    Q_DISABLE_COPY_MOVE(ChildGateway)

    /// From the environment; empty: there is none.
    static QString ours() { return qEnvironmentVariable("PUSHGATED"); }
    static QString reference();

    bool isListening() const { return m_isListening; }
    QUrl url() const;
    /// Pushes; the status of the answer, 0 if there is none. `path` follows /metrics.
    int put(const QByteArray& path, const QByteArray& body) const;
    /// What Prometheus would read; needs an application, whose events go on meanwhile.
    QByteArray scrape() const;

private:
    QProcess m_process;
    quint16 m_port;
    bool m_isListening = false;
};

} // namespace pushgate::tests

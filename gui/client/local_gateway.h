// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/local_options.h"
#include "gui/client/log_line.h"

#include <QObject>
#include <QProcess>
#include <QUrl>

#include <deque>

namespace pushgate::gui {

/// Why the local gateway does not run. gui/text makes a sentence of it.
struct LocalFailure {
    enum class Kind {
        NotInstalled, ///< there is no pushgated
        PortTaken, ///< `port`, by another program
        Ended ///< it said why in `detail`, or nothing at all
    };

    Kind kind = Kind::NotInstalled;
    quint16 port = 0;
    QString detail;
};

/// A `pushgated` of our own, for trying things out: on loopback, ended with us.
class LocalGateway final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype kMostLogLines = 2000;

    enum class State { Stopped, Starting, Running };

    /// `program`: path of the daemon; empty: the one beside this program, else the one in PATH.
    explicit LocalGateway(QString program, QObject* parent = nullptr);
    ~LocalGateway() override; ///< waits until the child is gone

    State state() const;
    bool isRunning() const { return state() != State::Stopped; }
    /// `started` or `failed` comes later. Nothing happens if it runs already.
    void start(const LocalOptions& options = {});
    void stop();
    const QUrl& url() const { return m_url; } ///< of Running
    qint64 processId() const { return m_process.processId(); } ///< 0: none
    const LocalOptions& options() const { return m_options; } ///< of the last start
    const std::deque<LogLine>& log() const { return m_log; } ///< the last lines, over all starts

signals:
    void started(const QUrl& url);
    void stopped();
    void failed(const pushgate::gui::LocalFailure& failure);
    void logged(const pushgate::gui::LogLine& line);

private:
    void readLog();
    void takeLine(const QString& text);
    void takeEnd();
    void failLater(const LocalFailure& failure);
    QString lastError() const;

    QString m_program;
    QProcess m_process;
    LocalOptions m_options;
    QUrl m_url;
    std::deque<LogLine> m_log;
    size_t m_linesOfStart = 0; // at the end of m_log
    bool m_isStopping = false;
    bool m_isListening = false;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <vector>

namespace pushgate::daemon {

class ReplyObserver;

/// An answer, as a value. Date, Connection, Content-Length and Transfer-Encoding are added when
/// it is written; `fields` holds none of them.
struct Reply {
    struct Field {
        QByteArray name;
        QByteArray value; ///< line ends in it are written as blanks
        friend bool operator==(const Field&, const Field&) = default;
    };
    enum class Framing {
        Length, ///< Content-Length
        Chunked ///< chunked to HTTP/1.1, ended by closing to HTTP/1.0
    };
    enum class Afterwards { KeepOpen, Close };

    int status = 200;
    std::vector<Field> fields;
    QList<QByteArray> segments; ///< the body; written without copying, so share them
    Framing framing = Framing::Length;
    Afterwards afterwards = Afterwards::KeepOpen;
    ReplyObserver* observer = nullptr; ///< may be null; must outlive the server

    /// No body and no Content-Type; Content-Length: 0.
    static Reply empty(int status);
    /// The reference's plain error: `text` and LF as text/plain, with nosniff.
    static Reply error(int status, QByteArrayView text);
    /// `body` as text/plain, without nosniff, nothing added.
    static Reply text(int status, QByteArray body);
    static Reply json(int status, QByteArray body); ///< application/json, nothing added
    static Reply html(int status, QByteArray body); ///< text/html; charset=utf-8
    /// To GET and HEAD with the usual page, to other methods without a body.
    /// `location` is escaped as it is needed for field and page.
    static Reply redirect(int status, QByteArrayView location, QByteArrayView method);
    /// What is answered to something that is no request: the status line as text, without LF and
    /// nosniff, then `: detail` if there is one. Closes the connection.
    static Reply refusal(int status, QByteArrayView detail = {});

    /// This reply with one more field.
    Reply with(QByteArray name, QByteArray value) &&;

    qint64 bodyBytes() const;

    friend bool operator==(const Reply&, const Reply&) = default;
};

/// The words of the status line: `Not Found` for 404, `Status` for those never used here.
QByteArrayView reasonPhrase(int status);

} // namespace pushgate::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace pushgate::daemon {

/// The header fields of a request, in the order received, names as written by the client.
/// All text lies in one buffer; a copy shares it. Names are compared without regard to case.
/// Cost  looking a name up is linear in the number of fields.
class RequestFields {
public:
    /// Views into the fields they came from: valid as long as those live unchanged.
    struct Field {
        QByteArrayView name;
        QByteArrayView value;
    };

    RequestFields() = default;
    /// `head` is a request's head as received; `add` then says where in it the fields are.
    explicit RequestFields(QByteArray head)
        : m_text(std::move(head))
    {
    }

    void append(QByteArrayView name, QByteArrayView value); ///< copies both
    /// Both views must lie in the buffer given to the constructor, with no `append` before.
    void add(QByteArrayView name, QByteArrayView value);

    qsizetype size() const { return static_cast<qsizetype>(m_places.size()); }
    bool isEmpty() const { return m_places.empty(); }
    Field at(qsizetype index) const;

    std::optional<QByteArrayView> first(QByteArrayView name) const;
    std::vector<QByteArrayView> all(QByteArrayView name) const;

    QByteArrayView text() const { return m_text; }

private:
    struct Place {
        qsizetype nameAt;
        qsizetype nameSize;
        qsizetype valueAt;
        qsizetype valueSize;
    };

    QByteArray m_text;
    std::vector<Place> m_places;
};

} // namespace pushgate::daemon

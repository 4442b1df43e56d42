// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request_fields.h"

namespace pushgate::daemon {

void RequestFields::append(QByteArrayView name, QByteArrayView value)
{
    const qsizetype nameAt = m_text.size();
    m_text.append(name);
    m_text.append(value);
    m_places.push_back({nameAt, name.size(), nameAt + name.size(), value.size()});
}

void RequestFields::add(QByteArrayView name, QByteArrayView value)
{
    const char* start = m_text.constData();
    Q_ASSERT(name.data() >= start && value.data() + value.size() <= start + m_text.size());
    m_places.push_back({name.data() - start, name.size(), value.data() - start, value.size()});
}

RequestFields::Field RequestFields::at(qsizetype index) const
{
    const Place& place = m_places[static_cast<size_t>(index)];
    const QByteArrayView text(m_text);
    return {text.sliced(place.nameAt, place.nameSize), text.sliced(place.valueAt, place.valueSize)};
}

std::optional<QByteArrayView> RequestFields::first(QByteArrayView name) const
{
    for (qsizetype i = 0; i < size(); ++i) {
        const Field field = at(i);
        if (field.name.size() == name.size() && field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return std::nullopt;
}

std::vector<QByteArrayView> RequestFields::all(QByteArrayView name) const
{
    std::vector<QByteArrayView> values;
    for (qsizetype i = 0; i < size(); ++i) {
        const Field field = at(i);
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            values.push_back(field.value);
    }
    return values;
}

} // namespace pushgate::daemon

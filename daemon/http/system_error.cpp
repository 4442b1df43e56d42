// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/system_error.h"

#include <system_error>

namespace pushgate::daemon {

QByteArray systemText(int errorNumber)
{
    const std::string words = std::generic_category().message(errorNumber);
    QByteArray text = QByteArray::fromStdString(words);
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z') // but `RPC ...` stays
        text.front() = QByteArray(1, text.front()).toLower().front();
    return text;
}

core::Error systemError(QByteArrayView what, int errorNumber)
{
    return {core::Error::Kind::Unavailable, what.toByteArray() + ": " + systemText(errorNumber)};
}

} // namespace pushgate::daemon

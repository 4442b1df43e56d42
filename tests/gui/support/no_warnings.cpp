// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/no_warnings.h"

#include <QString>

#include <atomic>

using namespace Qt::StringLiterals;

namespace pushgate::tests {

namespace {

    // A message handler has no context, so there is nowhere else to keep these.
    std::atomic<int> warnings = 0;
    QtMessageHandler next = nullptr;

    void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        const bool isExpected = message.startsWith("This plugin does not support "_L1);
        if (isExpected)
            return;
        if (type == QtWarningMsg || type == QtCriticalMsg)
            ++warnings;
        next(type, context, message);
    }

} // namespace

NoWarnings::NoWarnings()
    : m_before(qInstallMessageHandler(handle))
{
    if (m_before != handle) // one that a failed test has left behind
        next = m_before;
    warnings = 0;
}

NoWarnings::~NoWarnings()
{
    qInstallMessageHandler(m_before);
}

int NoWarnings::count()
{
    return warnings;
}

} // namespace pushgate::tests

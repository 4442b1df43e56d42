// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"

using namespace Qt::StringLiterals;

namespace pushgate::gui {

NetworkThread::NetworkThread()
{
    m_thread.setObjectName(u"network"_s);
    m_thread.start();
}

NetworkThread::~NetworkThread()
{
    m_thread.quit();
    m_thread.wait();
}

void NetworkThread::adopt(QObject* object)
{
    object->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, object, &QObject::deleteLater);
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace pushgate::gui {

/// Calls `make` on a thread of the pool and hands what it returns to `take` on that of the windows;
/// does not if `receiver` is gone by then.
/// Threads  `make` must touch nothing but what it holds; `receiver` lives on that of the windows.
template <typename Receiver, typename Make, typename Take>
void makeAside(Receiver& receiver, Make make, Take take)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer(&receiver), make = std::move(make), take = std::move(take)] {
            // The program outlives the pool, but not every window its receiver.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, take, made = make()] {
                    if (guard)
                        take(made);
                },
                Qt::QueuedConnection);
        });
}

} // namespace pushgate::gui

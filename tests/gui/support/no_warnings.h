// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pushgate::tests {

/// While it lives, every warning that Qt or we print is counted, besides printed. The one exception
/// is what the offscreen platform says it cannot do with windows and menus.
class NoWarnings {
public:
    NoWarnings();
    ~NoWarnings();
    Q_DISABLE_COPY_MOVE(NoWarnings)

    static int count();

private:
    QtMessageHandler m_before;
};

} // namespace pushgate::tests

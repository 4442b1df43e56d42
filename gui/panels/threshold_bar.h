// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pushgate::gui {

class Gateway;
class StaleAfterBox;

/// From which age the groups of a gateway without rules of its own are stale; what is chosen holds
/// at once. Not to be seen where the gateway has rules.
class ThresholdBar final : public QWidget {
    Q_OBJECT

public:
    /// `gateway` must outlive the bar.
    explicit ThresholdBar(Gateway& gateway, QWidget* parent = nullptr);

private:
    void refresh();

    Gateway& m_gateway;
    StaleAfterBox* m_box;
};

} // namespace pushgate::gui

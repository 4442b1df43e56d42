// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/delegates/row_delegate.h"

namespace pushgate::gui {

/// Families and series: values monospaced, types and help muted.
class ValueDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace pushgate::gui

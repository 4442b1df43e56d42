// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/threshold_bar.h"

#include "gui/client/gateway.h"
#include "gui/panels/stale_after_box.h"

#include <QHBoxLayout>
#include <QLabel>

namespace pushgate::gui {

ThresholdBar::ThresholdBar(Gateway& gateway, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_box(new StaleAfterBox(this))
{
    auto* const label = new QLabel(tr("This gateway has no rules. Groups are stale after"), this);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 8);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_box);
    row->addStretch(1);
    connect(m_box, &StaleAfterBox::ageChosen, &gateway, &Gateway::setStaleAfter);
    connect(&gateway, &Gateway::statusChanged, this, &ThresholdBar::refresh);
    refresh();
}

void ThresholdBar::refresh()
{
    const auto& identity = m_gateway.status().identity;
    setVisible(identity && identity->kind == GatewayIdentity::Kind::Pushgateway);
    if (m_box->age() != m_gateway.connection().staleAfter)
        m_box->setAge(m_gateway.connection().staleAfter);
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/exposition_text.h"
#include "gui/client/connection.h"

#include <QString>

#include <array>
#include <vector>

namespace pushgate::gui {

/// What groups and parts of them can be copied as.
enum class CopyForm { Text, Json, Curl, Selector };

inline constexpr std::array kCopyForms{
    CopyForm::Text, CopyForm::Json, CopyForm::Curl, CopyForm::Selector};

QString copyFormTitle(CopyForm form); ///< in a menu: `&Text exposition`

struct Copy {
    /// Whether all of what was copied is pushed again, or besides: the rest of a family goes.
    enum class Push { Complete, ReplacesFamily };

    QString text;
    core::ExpositionText::Coverage coverage = core::ExpositionText::Coverage::Whole;
    Push push = Push::Complete;
};

/// Whole groups. As text: of one what makes it when it is pushed, of several what is scraped. As
/// curl commands: each replaces its group at the gateway of `connection`.
Copy copyOf(
    const std::vector<core::GroupDetailsPtr>& groups, CopyForm form, const Connection& connection);
/// `series` alone, or the family where it is null. The curl command merges it into the group.
Copy copyOf(const core::GroupingKey& key, const core::FamilyRow& family,
    const core::SeriesRow* series, CopyForm form, const Connection& connection);
/// Selectors need no contents: one on each line.
Copy selectorsOf(const std::vector<core::GroupingKey>& keys);

/// Where to see what a text lacks.
QString leftOutText();
/// What is to be said of it: that it was copied, and what it lacks.
QString copiedText(const Copy& copy);

} // namespace pushgate::gui

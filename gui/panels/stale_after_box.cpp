// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/stale_after_box.h"

#include "core/base/prometheus_duration.h"
#include "gui/text/ages.h"

#include <QLineEdit>

#include <array>

using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    /// A little more than a rhythm, so that one run that takes longer is no news.
    constexpr std::array<std::chrono::seconds, 9> kUsual{
        5min, 15min, 90min, 3h, 12h, 26h, 72h, 8 * 24h, 32 * 24h};

    constexpr auto kLongest = std::chrono::hours(24 * 3660);

    QString textOf(std::optional<std::chrono::seconds> age)
    {
        return age ? wholeDurationText(*age) : StaleAfterBox::tr("never");
    }

} // namespace

StaleAfterBox::StaleAfterBox(QWidget* parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setSizeAdjustPolicy(AdjustToContents);
    setAccessibleName(tr("Groups are stale after"));
    setToolTip(tr("Choose an age or type one: 90m, 26h, 2d."));
    addItem(textOf(std::nullopt), 0);
    for (const std::chrono::seconds age : kUsual)
        addItem(textOf(age), qlonglong(age.count()));
    connect(this, &QComboBox::activated, this, &StaleAfterBox::takeItem);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &StaleAfterBox::takeText);
    setAge(std::nullopt);
}

void StaleAfterBox::setAge(std::optional<std::chrono::seconds> age)
{
    m_age = age;
    setCurrentIndex(findData(age ? qlonglong(age->count()) : 0));
    setEditText(textOf(age));
}

void StaleAfterBox::takeItem(int at)
{
    const qlonglong seconds = itemData(at).toLongLong();
    choose(seconds > 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt);
}

void StaleAfterBox::takeText()
{
    const int item = findText(currentText().trimmed(), Qt::MatchFixedString);
    if (currentText() == textOf(m_age))
        return;
    if (item >= 0) {
        takeItem(item);
        return;
    }
    const auto typed = core::parsePrometheusDuration(
        currentText().simplified().remove(QLatin1Char(' ')).toLower().toUtf8());
    const auto age = typed ? std::chrono::floor<std::chrono::seconds>(*typed) : 0s;
    // What is no age is forgotten: the one before stands there again.
    choose(age > 0s && age <= kLongest ? std::optional(age) : m_age);
}

void StaleAfterBox::choose(std::optional<std::chrono::seconds> age)
{
    const bool isNew = age != m_age;
    setAge(age);
    if (isNew)
        emit ageChosen(age);
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <chrono>
#include <optional>

namespace pushgate::gui {

/// From which age groups are stale: one of some usual ages, or any that is typed, as `90m` or
/// `26h`.
class StaleAfterBox final : public QComboBox {
    Q_OBJECT

public:
    explicit StaleAfterBox(QWidget* parent = nullptr);

    /// Nothing: never.
    std::optional<std::chrono::seconds> age() const { return m_age; }
    void setAge(std::optional<std::chrono::seconds> age);

signals:
    void ageChosen(std::optional<std::chrono::seconds> age); ///< by the user, another than before

private:
    void takeItem(int at);
    void takeText();
    void choose(std::optional<std::chrono::seconds> age);

    std::optional<std::chrono::seconds> m_age;
};

} // namespace pushgate::gui

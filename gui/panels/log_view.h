// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/log_line.h"

#include <QWidget>

#include <deque>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace pushgate::gui {

/// The last lines of a log, from a level on, that hold some words. Follows the end unless somebody
/// has scrolled up.
class LogView final : public QWidget {
    Q_OBJECT

public:
    explicit LogView(qsizetype mostLines, QWidget* parent = nullptr);

    void append(const LogLine& line);
    QString shownText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    bool accepts(const LogLine& line) const;
    void write(const LogLine& line);
    void fill();

    qsizetype m_mostLines;
    std::deque<LogLine> m_lines;
    QComboBox* m_level;
    QLineEdit* m_words;
    QPlainTextEdit* m_text;
};

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

namespace pushgate::tests {

/// A folder for the files of one test, named in bytes.
class Folder {
public:
    QByteArray at(const char* name) const;
    /// Names of what is in it, joined by blanks, sorted.
    QByteArray names() const;

private:
    QTemporaryDir m_folder;
};

/// Empty if it cannot be read.
QByteArray contentOf(const QByteArray& path);
bool writeFile(const QByteArray& path, const QByteArray& content);
bool appendToFile(const QByteArray& path, const QByteArray& content);

} // namespace pushgate::tests

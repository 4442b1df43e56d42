// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/files.h"

#include <QDir>
#include <QFile>

namespace pushgate::tests {

namespace {

    bool write(const QByteArray& path, const QByteArray& content, QIODevice::OpenMode mode)
    {
        QFile file(QFile::decodeName(path));
        return file.open(mode) && file.write(content) == content.size();
    }

} // namespace

QByteArray Folder::at(const char* name) const
{
    return QFile::encodeName(m_folder.filePath(QLatin1String(name)));
}

QByteArray Folder::names() const
{
    return QDir(m_folder.path())
        .entryList(
            QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)
        .join(QLatin1Char(' '))
        .toUtf8();
}

QByteArray contentOf(const QByteArray& path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QByteArray& path, const QByteArray& content)
{
    return write(path, content, QIODevice::WriteOnly);
}

bool appendToFile(const QByteArray& path, const QByteArray& content)
{
    return write(path, content, QIODevice::Append);
}

} // namespace pushgate::tests

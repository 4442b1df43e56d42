// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer: gives every file of the folders on the command line to the target once.
#include "tests/fuzz/property.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <cstdio>

namespace {

int replay(const QDir& folder)
{
    int inputs = 0;
    const QFileInfoList files = folder.entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray bytes = file.readAll();
        std::fprintf(stderr, "%s\n", qUtf8Printable(info.fileName()));
        const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.constData());
        LLVMFuzzerTestOneInput(data, static_cast<size_t>(bytes.size()));
        ++inputs;
    }
    return inputs;
}

} // namespace

int main(int count, char** arguments)
{
    for (int i = 1; i < count; ++i) {
        if (replay(QDir(QFile::decodeName(arguments[i]))) == 0) {
            std::fprintf(stderr, "%s holds no readable input\n", arguments[i]);
            return 1;
        }
    }
    return count > 1 ? 0 : 2;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/pictures.h"

#include "gui/look/appearance.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QLocale>
#include <QPixmap>
#include <QTest>
#include <QWidget>

#include <set>

using namespace Qt::StringLiterals;

namespace pushgate::tests {

namespace {

    /// A picture of a window has more than a few colours.
    int colors(const QImage& image)
    {
        std::set<QRgb> found;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                found.insert(image.pixel(x, y));
        return int(found.size());
    }

} // namespace

void addAppearances()
{
    using gui::Appearance;
    QTest::addColumn<Appearance>("appearance");
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("light") << Appearance::Light << QLocale(u"en_US"_s);
    QTest::newRow("dark") << Appearance::Dark << QLocale(u"en_US"_s);
    QTest::newRow("de") << Appearance::Light << QLocale(u"de_DE"_s);
    QTest::newRow("fr") << Appearance::Dark << QLocale(u"fr_FR"_s);
    QTest::newRow("zh_CN") << Appearance::Light << QLocale(u"zh_CN"_s);
}

void takePicture(QWidget& widget, const QString& name)
{
    for (int round = 0; round < 5; ++round) // layouts of layouts
        QCoreApplication::processEvents();
    const QImage image = widget.grab().toImage();
    QVERIFY(colors(image) > 20);
    const QString folder = qEnvironmentVariable("PUSHGATE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(image.save(
        u"%1/%2-%3.png"_s.arg(folder, name, QString::fromLatin1(QTest::currentDataTag()))));
}

} // namespace pushgate::tests

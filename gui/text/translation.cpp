// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    const QString kFolder = u":/i18n"_s;

    /// Takes the place of one that was installed before under that name.
    void install(QTranslator* translator, const QString& name)
    {
        translator->setObjectName(name);
        const auto others = QCoreApplication::instance()->findChildren<QTranslator*>(name);
        translator->setParent(QCoreApplication::instance());
        QCoreApplication::installTranslator(translator);
        for (QTranslator* const other : others) {
            QCoreApplication::removeTranslator(other);
            delete other;
        }
    }

} // namespace

void speak(const QLocale& locale)
{
    QLocale::setDefault(locale);
    // Qt's own words: buttons of dialogs, mostly.
    auto* const qt = new QTranslator;
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(qt, u"qtbase"_s);
    else
        delete qt;
    auto* const ours = new QTranslator;
    if (ours->load(locale, u"pushgate"_s, u"_"_s, kFolder) || ours->load(u"pushgate_en"_s, kFolder))
        install(ours, u"pushgate"_s);
    else
        delete ours;
}

} // namespace pushgate::gui

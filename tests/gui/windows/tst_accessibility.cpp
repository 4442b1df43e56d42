// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/details_panel.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "gui/windows/connection_dialog.h"
#include "gui/windows/delete_dialog.h"
#include "gui/windows/local_options_dialog.h"
#include "gui/windows/main_window.h"
#include "gui/windows/push_dialog.h"
#include "gui/windows/wipe_dialog.h"
#include "tests/core/browse/rows.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QShortcut>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <map>
#include <memory>
#include <set>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

/// Walks every widget, menu and key of the main window and its dialogs, in every language.
class TestAccessibility : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyControlHasAName_data() { languages(); }
    void everyControlHasAName();
    void everyStopOfTheTabKeyHasAName_data();
    void everyStopOfTheTabKeyHasAName();
    void noTwoActionsHaveOneKey();
    void noTwoEntriesOfAMenuHaveOneLetter_data() { languages(); }
    void noTwoEntriesOfAMenuHaveOneLetter();
    void noTwoFieldsOfADialogHaveOneLetter_data() { languages(); }
    void noTwoFieldsOfADialogHaveOneLetter();
    void listsTheKeysThatThereAre();
    void leadsFromFieldToField();

private:
    static void languages();
    void openWindow();
    std::vector<std::unique_ptr<QDialog>> dialogs();
    QStringList keys() const;

    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<ChildGateway> m_child;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

/// Parts of Qt's own controls, which the control speaks for.
bool isPartOfAnother(const QWidget& widget)
{
    const QString name = widget.objectName();
    if (name.startsWith("qt_"_L1) || widget.inherits("QComboBoxPrivateContainer")
        || widget.inherits("QComboBoxListView") || widget.inherits("QTableCornerButton"))
        return true;
    const QWidget* const parent = widget.parentWidget();
    return parent != nullptr
        && (parent->inherits("QLineEdit") || parent->inherits("QComboBoxPrivateContainer")
            || parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox"));
}

bool isControl(const QWidget& widget)
{
    return (qobject_cast<const QAbstractButton*>(&widget) != nullptr
               || qobject_cast<const QLineEdit*>(&widget) != nullptr
               || qobject_cast<const QComboBox*>(&widget) != nullptr
               || qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr
               || qobject_cast<const QAbstractItemView*>(&widget) != nullptr
               || qobject_cast<const QPlainTextEdit*>(&widget) != nullptr)
        && !isPartOfAnother(widget);
}

QString nameOf(QWidget& widget)
{
    QAccessibleInterface* const named = QAccessible::queryAccessibleInterface(&widget);
    return named == nullptr ? QString() : named->text(QAccessible::Name);
}

QStringList namelessIn(const QWidget& window)
{
    QStringList nameless;
    const auto widgets = window.findChildren<QWidget*>();
    for (QWidget* const widget : widgets) {
        // A header tells the names of its columns; a button without text has nothing to say yet.
        const auto* const button = qobject_cast<const QAbstractButton*>(widget);
        const bool isBlank = button != nullptr && button->text().isEmpty()
            && button->icon().isNull() && !button->isVisibleTo(&window);
        if (isControl(*widget) && !widget->inherits("QHeaderView") && !isBlank
            && nameOf(*widget).isEmpty())
            nameless.push_back(QString::fromLatin1(widget->metaObject()->className()) + " in "_L1
                + QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return nameless;
}

QStringList clashesIn(const QMenu& menu, const QString& path)
{
    QStringList clashes;
    std::map<QKeySequence, QString> seen;
    const auto actions = menu.actions();
    for (const QAction* const action : actions) {
        const QKeySequence letter = QKeySequence::mnemonic(action->text());
        if (!letter.isEmpty() && !seen.emplace(letter, action->text()).second)
            clashes.push_back(path + ": "_L1 + seen.at(letter) + " and "_L1 + action->text());
        if (action->menu() != nullptr)
            clashes += clashesIn(*action->menu(), path + u'/' + action->text());
    }
    return clashes;
}

/// Each once, however many menus it stands in.
std::set<const QAction*> actionsBelow(const QWidget& menu)
{
    std::set<const QAction*> below;
    const auto actions = menu.actions();
    for (const QAction* const action : actions) {
        below.insert(action);
        if (action->menu() != nullptr)
            below.merge(actionsBelow(*action->menu()));
    }
    return below;
}

QStringList clashesIn(const QDialog& dialog)
{
    QStringList clashes;
    std::map<QKeySequence, QString> seen;
    const auto take = [&](const QString& text) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (!letter.isEmpty() && !seen.emplace(letter, text).second)
            clashes.push_back(dialog.windowTitle() + ": "_L1 + seen.at(letter) + " and "_L1 + text);
    };
    const auto labels = dialog.findChildren<QLabel*>();
    for (const QLabel* const label : labels) {
        if (label->buddy() != nullptr && label->isVisibleTo(&dialog))
            take(label->text());
    }
    const auto buttons = dialog.findChildren<QAbstractButton*>();
    for (const QAbstractButton* const button : buttons) {
        if (button->isVisibleTo(&dialog))
            take(button->text());
    }
    return clashes;
}

} // namespace

void TestAccessibility::languages()
{
    QTest::addColumn<QLocale>("locale");
    for (const auto& name : {u"en_US"_s, u"de_DE"_s, u"fr_FR"_s, u"zh_CN"_s})
        QTest::newRow(qPrintable(name)) << QLocale(name);
}

void TestAccessibility::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_child = std::make_unique<ChildGateway>(ChildGateway::ours());
    QCOMPARE(m_child->put("/job/a/instance/b"_ba, "m{x=\"y\"} 1\n"_ba), 200);
}

void TestAccessibility::cleanup()
{
    m_window.reset();
    m_noWarnings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestAccessibility::openWindow()
{
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock, ChildGateway::ours());
    m_window->connectTo(*gui::connectionTo(m_child->url().toString()));
    m_window->show();
    const GatewayPage& page = *m_window->currentPage();
    QTRY_COMPARE(page.gateway().groups().rowCount(), 1);
    page.view().selectAll();
}

std::vector<std::unique_ptr<QDialog>> TestAccessibility::dialogs()
{
    std::vector<core::GroupingKey> many;
    for (int number = 0; number < 130; ++number)
        many.push_back(tests::browseKey("job" + QByteArray::number(number)));
    Gateway& gateway = m_window->currentPage()->gateway();
    std::vector<std::unique_ptr<QDialog>> all;
    all.push_back(std::make_unique<ConnectionDialog>(*gui::connectionTo(u"https://jo:x@prod"_s),
        ConnectionDialog::World{m_network, m_words, m_clock, nullptr}));
    all.push_back(std::make_unique<DeleteDialog>(gateway.connection(), many));
    all.push_back(std::make_unique<WipeDialog>(gateway));
    all.push_back(std::make_unique<PushDialog>(gateway, std::nullopt));
    all.push_back(std::make_unique<LocalOptionsDialog>(
        LocalOptions{}, LocalOptionsDialog::Effect::AtNextStart));
    return all;
}

void TestAccessibility::everyControlHasAName()
{
    QFETCH(const QLocale, locale);
    speak(locale);
    openWindow();
    QCOMPARE(namelessIn(*m_window).join(u"; "_s), QString());
    for (const auto& dialog : dialogs())
        QCOMPARE(namelessIn(*dialog).join(u"; "_s), QString());
}

void TestAccessibility::everyStopOfTheTabKeyHasAName_data()
{
    QTest::addColumn<GatewayPage::Mode>("mode");
    QTest::newRow("groups") << GatewayPage::Mode::Groups;
    QTest::newRow("overview") << GatewayPage::Mode::Overview;
}

void TestAccessibility::everyStopOfTheTabKeyHasAName()
{
    QFETCH(const GatewayPage::Mode, mode);
    speak(QLocale::c());
    openWindow();
    GatewayPage& page = *m_window->currentPage();
    const auto& details = *page.findChild<DetailsPanel*>();
    QTRY_VERIFY(details.details() != nullptr);
    auto* const families = details.findChild<QTreeView*>();
    families->setCurrentIndex(families->model()->index(0, 0)); // which shows what is beside it
    page.setMode(mode);
    int stops = 0;
    const auto widgets = m_window->findChildren<QWidget*>();
    for (QWidget* const widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++stops;
        QVERIFY2(!nameOf(*widget).isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(stops > 5);
}

QStringList TestAccessibility::keys() const
{
    QStringList keys;
    for (const QAction* const action : actionsBelow(*m_window->menuBar())) {
        for (const QKeySequence& key : action->shortcuts())
            keys.push_back(key.toString(QKeySequence::PortableText));
    }
    const auto shortcuts = m_window->findChildren<QShortcut*>();
    for (const QShortcut* const shortcut : shortcuts) {
        // Those of a part of the window count only there.
        if (shortcut->context() == Qt::WindowShortcut)
            keys.push_back(shortcut->key().toString(QKeySequence::PortableText));
    }
    keys.removeAll(QString());
    return keys;
}

void TestAccessibility::noTwoActionsHaveOneKey()
{
    speak(QLocale::c());
    openWindow();
    QStringList all = keys();
    QVERIFY(all.size() > 15);
    all.sort();
    QStringList twice;
    for (qsizetype at = 1; at < all.size(); ++at) {
        if (all[at] == all[at - 1])
            twice.push_back(all[at]);
    }
    QCOMPARE(twice, QStringList());
}

void TestAccessibility::noTwoEntriesOfAMenuHaveOneLetter()
{
    QFETCH(const QLocale, locale);
    speak(locale);
    openWindow();
    QStringList clashes;
    std::map<QKeySequence, QString> seen;
    const auto entries = m_window->menuBar()->actions();
    for (const QAction* const entry : entries) {
        const QKeySequence letter = QKeySequence::mnemonic(entry->text());
        if (!letter.isEmpty() && !seen.emplace(letter, entry->text()).second)
            clashes.push_back(seen.at(letter) + " and "_L1 + entry->text());
        emit entry->menu()->aboutToShow();
        clashes += clashesIn(*entry->menu(), entry->text());
    }
    clashes += clashesIn(m_window->tray().menu(), u"tray"_s);
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join("; "_L1)));
}

void TestAccessibility::noTwoFieldsOfADialogHaveOneLetter()
{
    QFETCH(const QLocale, locale);
    speak(locale);
    openWindow();
    QStringList clashes;
    for (const auto& dialog : dialogs())
        clashes += clashesIn(*dialog);
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join("; "_L1)));
}

void TestAccessibility::listsTheKeysThatThereAre()
{
    speak(QLocale::c());
    openWindow();
    QString text;
    QTimer::singleShot(0, m_window.get(), [&] {
        auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        text = box->text();
        box->reject();
    });
    QTest::keyClick(m_window.get(), Qt::Key_Question);
    QTRY_VERIFY(!text.isEmpty());

    std::set<QString> listed{u"/"_s, u"?"_s, u"Ctrl+3"_s, u"Ctrl+4"_s}; // signs, and a range
    const QRegularExpression pattern(u"(?:Ctrl\\+(?:Shift\\+)?[A-Z0-9]|F\\d+|Del)\\b"_s);
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        listed.insert(matches.next().captured());
    if (text.contains("Delete:"_L1))
        listed.insert(u"Del"_s);
    const QStringList list = keys();
    const std::set<QString> real(list.begin(), list.end());
    for (const QString& key : listed)
        QVERIFY2(real.contains(key), qPrintable("listed, but not there: "_L1 + key));
    for (const QString& key : real)
        QVERIFY2(listed.contains(key), qPrintable("there, but not listed: "_L1 + key));
}

void TestAccessibility::leadsFromFieldToField()
{
    speak(QLocale::c());
    openWindow();
    for (const auto& dialog : dialogs()) {
        // Tab goes down the dialog: no field stands above the one before it, buttons aside.
        int lowest = 0;
        dialog->show();
        QCoreApplication::processEvents();
        for (QWidget* widget = dialog->nextInFocusChain(); widget != dialog.get();
             widget = widget->nextInFocusChain()) {
            const bool isField = isControl(*widget) && widget->isVisible() && widget->isEnabled()
                && (widget->focusPolicy() & Qt::TabFocus)
                && qobject_cast<QAbstractButton*>(widget) == nullptr;
            if (!isField || widget->window() != dialog.get())
                continue;
            const int top = widget->mapTo(dialog.get(), QPoint(0, 0)).y();
            QVERIFY2(top >= lowest, qPrintable(dialog->windowTitle() + ": "_L1 + nameOf(*widget)));
            lowest = top;
        }
    }
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"

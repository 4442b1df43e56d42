// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/family_model.h"
#include "gui/panels/details_panel.h"
#include "gui/panels/filter_bar.h"
#include "gui/panels/gateway_page.h"
#include "gui/panels/group_view.h"
#include "gui/panels/notice_bar.h"
#include "gui/text/translation.h"
#include "gui/windows/group_output.h"
#include "gui/windows/main_window.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

/// Copying and exporting as a person does, from menus, against a real gateway.
class TestGroupOutput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void offersOnlyWhatCanBeDone();
    void exportsWhatPassesTheFilter_data();
    void exportsWhatPassesTheFilter();
    void exportsWhatIsSelected();
    void writesNothingWithoutAFile();
    void copiesSelectedGroups();
    void copiesPartsOfAGroup_data();
    void copiesPartsOfAGroup();
    void copiesValuesByKey();

private:
    GatewayPage& page() const { return *m_window->currentPage(); }
    QAction* action(const QString& text) const;
    void chooseFile(const QString& path, const QString& filter);
    QString notice() const;
    QTreeView& openGroup();

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<ChildGateway> m_child;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

core::GroupingKey key(const QByteArray& job)
{
    return *core::GroupingKey::from(*core::Labels::from({{"job", job}}));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestGroupOutput::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_child = std::make_unique<ChildGateway>(ChildGateway::ours());
    for (const char* const job : {"backup", "nightly", "report"})
        QCOMPARE(m_child->put(
                     "/job/"_ba + job, "# TYPE rows gauge\nrows{t=\"a\"} 1\nrows{t=\"b\"} 2\n"_ba),
            200);
    m_settings
        = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_window = std::make_unique<MainWindow>(*m_settings, m_clock, ChildGateway::ours());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->connectTo(*gui::connectionTo(m_child->url().toString()));
    QTRY_COMPARE(page().gateway().groups().rowCount(), 3);
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void TestGroupOutput::cleanup()
{
    m_window.reset();
    m_child.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

QAction* TestGroupOutput::action(const QString& text) const
{
    const auto actions = m_window->findChild<GroupOutput*>()->exportActions()
        + m_window->findChild<GroupOutput*>()->copyMenu()->actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
        [&](const QAction* candidate) { return candidate->text().remove(u'&') == text; });
    return found == actions.end() ? nullptr : *found;
}

/// Once the dialog is there: takes the file in it, or none.
void TestGroupOutput::chooseFile(const QString& path, const QString& filter)
{
    QTimer::singleShot(0, m_window.get(), [=, this] {
        auto* const dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            chooseFile(path, filter); // not yet
            return;
        }
        if (path.isEmpty()) {
            dialog->reject();
            return;
        }
        const QStringList filters = dialog->nameFilters();
        const auto at = std::find_if(filters.begin(), filters.end(),
            [&](const QString& candidate) { return candidate.contains(filter); });
        dialog->selectNameFilter(*at);
        emit dialog->filterSelected(*at);
        dialog->findChild<QLineEdit*>()->setText(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

QString TestGroupOutput::notice() const
{
    QStringList texts;
    const auto bars = page().findChildren<NoticeBar*>();
    for (const NoticeBar* const bar : bars)
        texts.push_back(bar->text());
    return texts.join(u'|');
}

void TestGroupOutput::offersOnlyWhatCanBeDone()
{
    page().view().clearSelection();
    QVERIFY(!action(u"Export selected groups..."_s)->isEnabled());
    QVERIFY(!action(u"JSON"_s)->isEnabled());
    QVERIFY(action(u"Export groups shown..."_s)->isEnabled());
    page().view().select(key("nightly"));
    QVERIFY(action(u"Export selected groups..."_s)->isEnabled());
    QVERIFY(action(u"JSON"_s)->isEnabled());
    page().filterBar().findChild<QLineEdit*>()->setText(u"nothing like it"_s);
    QTRY_VERIFY(!action(u"Export groups shown..."_s)->isEnabled());
}

void TestGroupOutput::exportsWhatPassesTheFilter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("text") << u"*.prom"_s << u".prom"_s
                          << "# TYPE rows gauge\nrows{instance=\"\",job=\"backup\",t=\"a\"} 1\n"
                             "rows{instance=\"\",job=\"backup\",t=\"b\"} 2\n"
                             "rows{instance=\"\",job=\"report\",t=\"a\"} 1\n"_ba;
    QTest::newRow("table") << u"*.csv"_s << u".csv"_s << "\nbackup,fresh,"_ba;
}

void TestGroupOutput::exportsWhatPassesTheFilter()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, suffix);
    QFETCH(const QByteArray, wanted);
    page().filterBar().findChild<QLineEdit*>()->setText(u"{job=~\"backup|report\"}"_s);
    QTRY_COMPARE(page().shownGroups(), 2);
    chooseFile(m_folder.filePath(u"shown"_s), filter);
    action(u"Export groups shown..."_s)->trigger();
    const QString path = m_folder.filePath(u"shown"_s + suffix);
    QTRY_VERIFY2(notice().contains(u"Exported 2 groups to %1."_s.arg(path)), qPrintable(notice()));
    QVERIFY2(contentOf(path).contains(wanted), contentOf(path).constData());
    QVERIFY(!contentOf(path).contains("nightly"));
}

void TestGroupOutput::exportsWhatIsSelected()
{
    page().view().select(key("nightly"));
    chooseFile(m_folder.filePath(u"selected.txt"_s), u"*.prom"_s);
    action(u"Export selected groups..."_s)->trigger();
    const QString path = m_folder.filePath(u"selected.txt"_s);
    QTRY_VERIFY2(notice().contains(u"Exported 1 group to %1."_s.arg(path)), qPrintable(notice()));
    QVERIFY(contentOf(path).contains("job=\"nightly\""));
    QVERIFY(!contentOf(path).contains("backup"));
}

void TestGroupOutput::writesNothingWithoutAFile()
{
    chooseFile({}, {});
    action(u"Export groups shown..."_s)->trigger();
    QCOMPARE(notice().remove(u'|'), QString());
}

void TestGroupOutput::copiesSelectedGroups()
{
    page().view().select(key("nightly"));
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
        u"# TYPE rows gauge\nrows{t=\"a\"} 1\nrows{t=\"b\"} 2\n"_s);
    QVERIFY(notice().contains(u"Copied."_s));
    page().view().selectAll();
    action(u"PromQL selector"_s)->trigger();
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u"{job="_s), 3);
}

/// The tree of the families, with the details of a group.
QTreeView& TestGroupOutput::openGroup()
{
    page().view().select(key("nightly"));
    auto& panel = *page().findChild<DetailsPanel*>();
    [&] { QTRY_VERIFY(panel.details() != nullptr); }();
    auto& tree = *panel.findChild<QTreeView*>();
    tree.expandAll();
    return tree;
}

void TestGroupOutput::copiesPartsOfAGroup_data()
{
    QTest::addColumn<QString>("menu");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("text");
    QTest::newRow("series") << u"Copy series as"_s << u"PromQL selector"_s
                            << u"rows{job=\"nightly\",t=\"b\"}"_s;
    QTest::newRow("family") << u"Copy family as"_s << u"PromQL selector"_s
                            << u"rows{job=\"nightly\"}"_s;
    QTest::newRow("group") << u"Copy group as"_s << u"PromQL selector"_s << u"{job=\"nightly\"}"_s;
    QTest::newRow("text") << u"Copy series as"_s << u"Text exposition"_s
                          << u"# TYPE rows gauge\nrows{t=\"b\"} 2\n"_s;
}

void TestGroupOutput::copiesPartsOfAGroup()
{
    QFETCH(const QString, menu);
    QFETCH(const QString, form);
    QFETCH(const QString, text);
    QTreeView& tree = openGroup();
    const QAbstractItemModel& model = *tree.model();
    const QModelIndex rows = model.index(model.rowCount() - 1, 0);
    const QModelIndex series = model.index(1, 0, rows);
    tree.scrollTo(series);
    emit tree.customContextMenuRequested(tree.visualRect(series).center());
    auto* const shown = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(shown != nullptr);
    const auto named = [](const QList<QAction*>& actions, const QString& name) {
        const auto found = std::find_if(actions.begin(), actions.end(),
            [&](const QAction* one) { return one->text().remove(u'&') == name; });
        return found == actions.end() ? nullptr : *found;
    };
    QAction* const forms = named(shown->actions(), menu);
    QVERIFY(forms != nullptr);
    QAction* const chosen = named(forms->menu()->actions(), form);
    QVERIFY(chosen != nullptr);
    chosen->trigger();
    shown->close();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QVERIFY(notice().contains(u"Copied."_s));
}

void TestGroupOutput::copiesValuesByKey()
{
    QTreeView& tree = openGroup();
    const QAbstractItemModel& model = *tree.model();
    tree.setFocus();
    tree.setCurrentIndex(model.index(1, 0, model.index(model.rowCount() - 1, 0)));
    QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2"_s);
    page().view().setFocus();
    QTest::keyClick(&page().view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"{job=\"nightly\"}"_s);
}

QTEST_MAIN(TestGroupOutput)
#include "tst_group_output.moc"

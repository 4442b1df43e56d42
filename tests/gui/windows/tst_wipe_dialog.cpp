// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "gui/windows/wipe_dialog.h"
#include "tests/core/browse/rows.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

class TestWipeDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void wantsTheName();
    void isOffWhileTheGatewayIsLost();
    void copiesTheCommand();
    void saysWhetherItCanBeUndone();
    void knowsWhatCanBeUndone_data();
    void knowsWhatCanBeUndone();

private:
    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<ChildGateway> m_child;
    std::unique_ptr<Gateway> m_gateway;
};

namespace {

QPushButton& button(const QDialog& dialog, const QString& text)
{
    const auto buttons = dialog.findChildren<QPushButton*>();
    return **std::find_if(buttons.begin(), buttons.end(),
        [&](const QPushButton* candidate) { return candidate->text() == text; });
}

bool hasText(const QDialog& dialog, const QString& text)
{
    const auto labels = dialog.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->text().contains(text); });
}

} // namespace

void TestWipeDialog::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_child = std::make_unique<ChildGateway>(ChildGateway::ours());
    QCOMPARE(m_child->put("/job/a"_ba, "m 1\n"_ba), 200);
    Connection connection = *connectionTo(m_child->url().toString());
    connection.name = u"prod"_s;
    m_gateway = std::make_unique<Gateway>(
        connection, Gateway::Place::Remote, m_network, m_words, m_clock);
    QTRY_COMPARE(m_gateway->groups().rowCount(), 1);
}

void TestWipeDialog::cleanup()
{
    m_gateway.reset();
    m_noWarnings.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestWipeDialog::wantsTheName()
{
    const WipeDialog dialog(*m_gateway);
    QVERIFY(hasText(dialog, u"Delete the only group (1) of prod?"_s));
    QVERIFY(hasText(dialog, u"Prometheus keeps what it has already scraped."_s));
    const QPushButton& deletion = button(dialog, u"Delete all groups"_s);
    auto* const name = dialog.findChild<QLineEdit*>();
    QVERIFY(!deletion.isEnabled());
    QVERIFY(!deletion.isDefault());
    name->setText(u"pro"_s);
    QVERIFY(!deletion.isEnabled());
    name->setText(u" prod "_s);
    QVERIFY(deletion.isEnabled());
}

void TestWipeDialog::isOffWhileTheGatewayIsLost()
{
    const WipeDialog dialog(*m_gateway);
    const QPushButton& deletion = button(dialog, u"Delete all groups"_s);
    dialog.findChild<QLineEdit*>()->setText(u"prod"_s);
    QVERIFY(deletion.isEnabled());
    m_child.reset();
    m_gateway->refresh();
    QTRY_VERIFY(!deletion.isEnabled());
}

void TestWipeDialog::copiesTheCommand()
{
    const WipeDialog dialog(*m_gateway);
    button(dialog, u"Copy as curl"_s).click();
    QCOMPARE(QApplication::clipboard()->text(),
        u"curl -X PUT %1/api/v1/admin/wipe"_s.arg(m_child->url().toString()));
}

void TestWipeDialog::saysWhetherItCanBeUndone()
{
    const WipeDialog few(*m_gateway);
    QVERIFY(hasText(few, u"Undo pushes the groups again"_s));
    core::GroupChanges changes;
    for (int number = 0; number <= kMostUndoneGroups; ++number) {
        changes.changed.push_back(std::make_shared<const core::GroupRow>(
            tests::browseKey("job" + QByteArray::number(number))));
    }
    m_gateway->groups().apply(changes);
    const WipeDialog many(*m_gateway);
    QVERIFY(hasText(many, u"this cannot be undone"_s));
}

void TestWipeDialog::knowsWhatCanBeUndone_data()
{
    QTest::addColumn<int>("groups");
    QTest::addColumn<qint64>("series");
    QTest::addColumn<bool>("can");
    QTest::newRow("none") << 0 << qint64(0) << true;
    QTest::newRow("most groups") << kMostUndoneGroups << qint64(1) << true;
    QTest::newRow("too many groups") << kMostUndoneGroups + 1 << qint64(1) << false;
    QTest::newRow("most series") << 1 << kMostUndoneSeries << true;
    QTest::newRow("too many series") << 1 << kMostUndoneSeries + 1 << false;
}

void TestWipeDialog::knowsWhatCanBeUndone()
{
    QFETCH(const int, groups);
    QFETCH(const qint64, series);
    QFETCH(const bool, can);
    core::GroupModel model(m_words);
    core::GroupChanges changes;
    for (int number = 0; number < groups; ++number) {
        core::GroupRow row(tests::browseKey("job" + QByteArray::number(number)));
        row.series = number == 0 ? series : 0;
        changes.changed.push_back(std::make_shared<const core::GroupRow>(row));
    }
    model.apply(changes);
    QCOMPARE(canUndoWipe(model), can);
}

QTEST_MAIN(TestWipeDialog)
#include "tst_wipe_dialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/translation.h"
#include "gui/windows/delete_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestDeleteDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void listsWhatGoes();
    void deleteIsNotTheDefault();
    void wantsALargeCountTyped();
    void copiesCommands();
};

namespace {

std::vector<core::GroupingKey> keys(int count)
{
    std::vector<core::GroupingKey> all;
    for (int number = 0; number < count; ++number)
        all.push_back(*core::GroupingKey::from(
            *core::Labels::from({{"job", "it's/" + QByteArray::number(number)}})));
    return all;
}

QPushButton& button(const QDialog& dialog, const QString& start)
{
    const auto buttons = dialog.findChildren<QPushButton*>();
    return **std::find_if(buttons.begin(), buttons.end(),
        [&](const QPushButton* candidate) { return candidate->text().startsWith(start); });
}

} // namespace

void TestDeleteDialog::listsWhatGoes()
{
    const DeleteDialog few(*connectionTo(u"prod"_s), keys(3));
    QCOMPARE(few.findChild<QListWidget*>()->count(), 3);
    QCOMPARE(few.findChild<QListWidget*>()->item(0)->text(), u"{job=\"it's/0\"}"_s);
    const DeleteDialog many(*connectionTo(u"prod"_s), keys(50));
    QCOMPARE(many.findChild<QListWidget*>()->count(), 21);
    QCOMPARE(many.findChild<QListWidget*>()->item(20)->text(), u"and 30 more"_s);
}

void TestDeleteDialog::deleteIsNotTheDefault()
{
    const DeleteDialog dialog(*connectionTo(u"prod"_s), keys(3));
    QVERIFY(!button(dialog, u"&Delete"_s).isDefault());
    QVERIFY(!button(dialog, u"&Delete"_s).autoDefault());
    QVERIFY(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->isDefault());
}

void TestDeleteDialog::wantsALargeCountTyped()
{
    const DeleteDialog hundred(*connectionTo(u"prod"_s), keys(100));
    QVERIFY(hundred.findChild<QLineEdit*>() == nullptr);
    QVERIFY(button(hundred, u"&Delete"_s).isEnabled());
    const DeleteDialog more(*connectionTo(u"prod"_s), keys(101));
    QVERIFY(!button(more, u"&Delete"_s).isEnabled());
    more.findChild<QLineEdit*>()->setText(u"10"_s);
    QVERIFY(!button(more, u"&Delete"_s).isEnabled());
    more.findChild<QLineEdit*>()->setText(u" 101"_s);
    QVERIFY(button(more, u"&Delete"_s).isEnabled());
}

void TestDeleteDialog::copiesCommands()
{
    Connection connection = *connectionTo(u"http://prod:9091/x"_s);
    connection.credentials = {Credentials::Kind::Basic, u"o'hara"_s, u"secret"_s};
    const DeleteDialog dialog(connection, keys(2));
    button(dialog, u"Copy"_s).click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"curl -u 'o'\\''hara' -X DELETE http://prod:9091/x/metrics/job@base64/aXQncy8w\n"
        u"curl -u 'o'\\''hara' -X DELETE http://prod:9091/x/metrics/job@base64/aXQncy8x"_s);
}

QTEST_MAIN(TestDeleteDialog)
#include "tst_delete_dialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/local_options_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::gui;

class TestLocalOptionsDialog : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatItWasGiven_data();
    void keepsWhatItWasGiven();
    void wantsAFile();
    void forgetsTheFileInMemory();
};

namespace {

using Effect = LocalOptionsDialog::Effect;

bool canAccept(const QDialog& dialog)
{
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
}

} // namespace

void TestLocalOptionsDialog::keepsWhatItWasGiven_data()
{
    QTest::addColumn<int>("port"); // 0: any
    QTest::addColumn<QString>("file");
    QTest::newRow("defaults") << 0 << QString();
    QTest::newRow("port") << 9095 << QString();
    QTest::newRow("highest port") << 65535 << QString();
    QTest::newRow("file") << 0 << u"/tmp/groups.db"_s;
    QTest::newRow("both") << 1 << u"/tmp/a b.db"_s;
}

void TestLocalOptionsDialog::keepsWhatItWasGiven()
{
    QFETCH(const int, port);
    QFETCH(const QString, file);
    const LocalOptions options{port == 0 ? std::nullopt : std::optional(quint16(port)), file};
    const LocalOptionsDialog dialog(options, Effect::AtOnce);
    QCOMPARE(dialog.options(), options);
    QVERIFY(canAccept(dialog));
}

void TestLocalOptionsDialog::wantsAFile()
{
    const LocalOptionsDialog dialog({}, Effect::AtNextStart);
    auto* const file = dialog.findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
    auto* const line = file != nullptr ? file : dialog.findChildren<QLineEdit*>().back();
    dialog.findChild<QComboBox*>()->setCurrentIndex(1);
    QVERIFY(!canAccept(dialog));
    line->setText(u"  "_s);
    QVERIFY(!canAccept(dialog));
    line->setText(u" /tmp/groups.db"_s);
    QVERIFY(canAccept(dialog));
    QCOMPARE(dialog.options().file, u"/tmp/groups.db"_s);
}

void TestLocalOptionsDialog::forgetsTheFileInMemory()
{
    const LocalOptionsDialog dialog({std::nullopt, u"/tmp/groups.db"_s}, Effect::AtOnce);
    dialog.findChild<QComboBox*>()->setCurrentIndex(0);
    QCOMPARE(dialog.options(), LocalOptions());
}

QTEST_MAIN(TestLocalOptionsDialog)
#include "tst_local_options_dialog.moc"

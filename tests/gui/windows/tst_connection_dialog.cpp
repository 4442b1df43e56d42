// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "gui/windows/connection_dialog.h"
#include "tests/gui/support/child_gateway.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

class TestConnectionDialog : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatItWasGiven();
    void wantsAnAddress();
    void showsTlsOnlyWhereItIsSpoken();
    void tests();

private:
    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
    ConnectionDialog::World m_world{m_network, m_words, m_clock};
};

namespace {

QLineEdit& addressLine(const QDialog& dialog)
{
    return *dialog.findChildren<QLineEdit*>().front();
}

bool hasText(const QDialog& dialog, const QString& start)
{
    const auto labels = dialog.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->text().startsWith(start); });
}

} // namespace

void TestConnectionDialog::keepsWhatItWasGiven()
{
    Connection connection = *connectionTo(u"https://prod/push"_s);
    connection.name = u"Production"_s;
    connection.credentials = {Credentials::Kind::Basic, u"jo"_s, u"secret"_s};
    connection.tls = {u"ca"_s, u"cert"_s, u"key"_s, TlsSettings::Check::Ignore};
    connection.staleAfter = std::chrono::minutes(90);
    connection.notices = Connection::Notices::Off;
    const ConnectionDialog dialog(connection, m_world);
    QVERIFY(dialog.connection());
    QCOMPARE(*dialog.connection(), connection);
}

void TestConnectionDialog::wantsAnAddress()
{
    const ConnectionDialog dialog(std::nullopt, m_world);
    const auto* const ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    QVERIFY(!dialog.connection());
    addressLine(dialog).setText(u"prod"_s);
    QVERIFY(ok->isEnabled());
    QCOMPARE(dialog.connection()->url, QUrl(u"http://prod:9091"_s));
}

void TestConnectionDialog::showsTlsOnlyWhereItIsSpoken()
{
    ConnectionDialog dialog(std::nullopt, m_world);
    dialog.show();
    addressLine(dialog).setText(u"http://prod"_s);
    const auto boxes = dialog.findChildren<QCheckBox*>();
    const auto ignore = std::find_if(boxes.begin(), boxes.end(),
        [](const QCheckBox* box) { return box->text() == "Accept any certificate"_L1; });
    QVERIFY(!(*ignore)->isVisible());
    addressLine(dialog).setText(u"https://prod"_s);
    QVERIFY((*ignore)->isVisible());
}

void TestConnectionDialog::tests()
{
    auto child = std::make_unique<ChildGateway>(ChildGateway::ours());
    QCOMPARE(child->put("/job/a"_ba, ""_ba), 200);
    ConnectionDialog dialog(std::nullopt, m_world);
    addressLine(dialog).setText(child->url().toString());
    const auto buttons = dialog.findChildren<QPushButton*>();
    QPushButton* const test = *std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton* button) { return button->text() == "Test"_L1; });
    test->click();
    QTRY_VERIFY(hasText(dialog, u"It works: Push"_s));
    child.reset();
    test->click();
    QTRY_VERIFY(hasText(dialog, u"It does not work: nobody answers"_s));
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connection_dialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "gui/windows/push_dialog.h"
#include "tests/gui/support/child_gateway.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;

class TestPushDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void checksWhileSomebodyTypes();
    void pushes_data();
    void pushes();
    void saysWhyThePushWasRefused();

private:
    GroupCells m_words;
    core::SystemClock m_clock;
    NetworkThread m_network;
};

namespace {

QPushButton& button(const QDialog& dialog, const QString& text)
{
    const auto buttons = dialog.findChildren<QPushButton*>();
    return **std::find_if(buttons.begin(), buttons.end(),
        [&](const QPushButton* candidate) { return candidate->text() == text; });
}

bool says(const QDialog& dialog, const QString& start)
{
    const auto labels = dialog.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->text().startsWith(start); });
}

} // namespace

void TestPushDialog::checksWhileSomebodyTypes()
{
    Gateway gateway(*connectionTo(u"http://127.0.0.1:1"_s), Gateway::Place::Remote, m_network,
        m_words, m_clock);
    const PushDialog dialog(gateway, std::nullopt);
    auto& body = *dialog.findChild<QPlainTextEdit*>();
    const auto& push = button(dialog, u"&Push"_s);
    QVERIFY(push.isEnabled());
    QVERIFY(says(dialog, u"Nothing but the push time"_s));
    body.setPlainText(u"m 1\nm{\n"_s);
    QTRY_VERIFY(says(dialog, u"text format parsing error in line 2"_s));
    QVERIFY(!push.isEnabled());
    body.setPlainText(u"m 1\nn 2"_s);
    QTRY_VERIFY(says(dialog, u"2 series, ready"_s));
    QVERIFY(push.isEnabled());
    dialog.findChild<QLineEdit*>()->setText(u"{instance=\"a\"}"_s);
    QVERIFY(says(dialog, u"Group: job name is required"_s));
    QVERIFY(!push.isEnabled());
}

void TestPushDialog::pushes_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("pushgated") << ChildGateway::ours();
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference();
}

void TestPushDialog::pushes()
{
    QFETCH(const QString, program);
    const ChildGateway child(program);
    Gateway gateway(
        *connectionTo(child.url().toString()), Gateway::Place::Remote, m_network, m_words, m_clock);
    QTRY_COMPARE(gateway.status().link, GatewayStatus::Link::Live);
    const auto key = *core::GroupingKey::from(*core::Labels::from({{"job", "a/b"}, {"x", ""}}));
    const PushDialog dialog(gateway, key);
    dialog.findChild<QPlainTextEdit*>()->setPlainText(u"m{y=\"ü\"} 1"_s);
    button(dialog, u"&Push"_s).click();
    QTRY_VERIFY(says(dialog, u"Pushed."_s));
    QTRY_COMPARE(gateway.groups().rowCount(), 1);
    QCOMPARE(gateway.groups().group(0)->key, key);
    QCOMPARE(gateway.groups().group(0)->series, 3);
}

void TestPushDialog::saysWhyThePushWasRefused()
{
    const ChildGateway child(ChildGateway::ours());
    QCOMPARE(child.put("/job/other"_ba, "# TYPE m counter\nm 1\n"_ba), 200);
    Gateway gateway(
        *connectionTo(child.url().toString()), Gateway::Place::Remote, m_network, m_words, m_clock);
    const PushDialog dialog(gateway, std::nullopt);
    dialog.findChild<QPlainTextEdit*>()->setPlainText(u"# TYPE m gauge\nm 1\n"_s);
    button(dialog, u"&Push"_s).click();
    QTRY_VERIFY(says(dialog, u"Not pushed: the gateway answered 400 (pushed metrics are"_s));
    QVERIFY(button(dialog, u"&Push"_s).isEnabled());
}

QTEST_MAIN(TestPushDialog)
#include "tst_push_dialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/logger.h"
#include "daemon/log/qt_messages.h"

#include <QLoggingCategory>
#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;

class TestQtMessages : public QObject {
    Q_OBJECT

    core::SystemClock m_clock;

private slots:
    void arriveInTheLog();
    void goBackAfterwards();
};

void TestQtMessages::arriveInTheLog()
{
    QByteArray written;
    Logger logger({}, m_clock, [&](const QByteArray& line) { written.append(line); });
    {
        const QtMessages messages(logger);
        const QLoggingCategory category("qt.example");
        qCWarning(category, "something is odd");
        qDebug("not wanted at this level");
    }
    QCOMPARE(written.count('\n'), 1);
    QVERIFY2(written.contains(" level=warn "), written.constData());
    QVERIFY2(
        written.endsWith(" msg=\"something is odd\" category=qt.example\n"), written.constData());
}

void TestQtMessages::goBackAfterwards()
{
    QByteArray written;
    Logger logger({}, m_clock, [&](const QByteArray& line) { written.append(line); });
    {
        const QtMessages messages(logger);
    }
    QTest::ignoreMessage(QtWarningMsg, "for the test only");
    qWarning("for the test only");
    QVERIFY(written.isEmpty());
}

QTEST_APPLESS_MAIN(TestQtMessages)
#include "tst_qt_messages.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commands/aside.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>

using namespace pushgate::gui;

class TestAside : public QObject {
    Q_OBJECT

private slots:
    void makesElsewhereAndTakesHere();
    void takesNothingForWhatIsGone();
};

void TestAside::makesElsewhereAndTakesHere()
{
    QThread* maker = nullptr;
    makeAside(
        *this, [] { return QThread::currentThread(); },
        [&](QThread* thread) {
            QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
            maker = thread;
        });
    QTRY_VERIFY(maker != nullptr);
    QVERIFY(maker != QThread::currentThread());
}

void TestAside::takesNothingForWhatIsGone()
{
    QSemaphore mayGoOn;
    bool hasTaken = false;
    auto receiver = std::make_unique<QObject>();
    makeAside(
        *receiver,
        [&] {
            mayGoOn.acquire();
            return 1;
        },
        [&](int) { hasTaken = true; });
    receiver.reset();
    mayGoOn.release();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    QVERIFY(!hasTaken);
}

QTEST_GUILESS_MAIN(TestAside)
#include "tst_aside.moc"

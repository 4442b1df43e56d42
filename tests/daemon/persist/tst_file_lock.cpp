// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/file_lock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestFileLock : public QObject {
    Q_OBJECT

private slots:
    void namesTheHolder();
    void isFreeAgainAfterwards();
    void isFreeAfterAKill();
    void saysWhyItCannotBeMade();

private:
    QTemporaryDir m_folder;
    QByteArray m_file = QFile::encodeName(m_folder.filePath(u"metrics"_s));
};

void TestFileLock::namesTheHolder()
{
    const auto first = FileLock::acquire(m_file);
    QVERIFY(bool(first));
    const auto second = FileLock::acquire(m_file);
    QVERIFY(!second);
    QCOMPARE(second.error().message,
        m_file + " is in use by process " + QByteArray::number(qint64{::getpid()})
            + ": stop that one, or give this one a file of its own");
}

void TestFileLock::isFreeAgainAfterwards()
{
    {
        const auto first = FileLock::acquire(m_file);
        QVERIFY(bool(first));
        QVERIFY(QFile::exists(m_folder.filePath(u"metrics.lock"_s)));
    }
    QVERIFY(!QFile::exists(m_folder.filePath(u"metrics.lock"_s)));
    QVERIFY(bool(FileLock::acquire(m_file)));
}

void TestFileLock::isFreeAfterAKill()
{
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = FileLock::acquire(m_file);
        ::_exit(held ? 0 : 1); // without destructors, as a killed process
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QVERIFY(QFile::exists(m_folder.filePath(u"metrics.lock"_s)));
    QVERIFY(bool(FileLock::acquire(m_file)));
}

void TestFileLock::saysWhyItCannotBeMade()
{
    const auto lock = FileLock::acquire(m_file + "/no/such");
    QVERIFY(!lock);
    QVERIFY(lock.error().message.endsWith("/no/such.lock: no such file or directory"));
}

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_file_lock.moc"

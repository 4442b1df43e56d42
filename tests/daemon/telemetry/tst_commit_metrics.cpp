// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/commit_metrics.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestCommitMetrics : public QObject {
    Q_OBJECT

private slots:
    void countsWhatIsPending();
    void addsTheLogToTheSize();
};

void TestCommitMetrics::countsWhatIsPending()
{
    CommitMetrics metrics(SharedSummary::Instant{});
    QCOMPARE(metrics.pendingChanges(), quint64(0));
    metrics.recorded = 12;
    metrics.durable = 5;
    QCOMPARE(metrics.pendingChanges(), quint64(7));
}

void TestCommitMetrics::addsTheLogToTheSize()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"metrics"_s);
    QCOMPARE(persistenceBytes(QFile::encodeName(path)), qint64(0));
    for (const auto& [name, size] : {std::pair(path, 100), std::pair(path + u"-wal"_s, 23)}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(size));
    }
    QCOMPARE(persistenceBytes(QFile::encodeName(path)), qint64(123));
}

QTEST_APPLESS_MAIN(TestCommitMetrics)
#include "tst_commit_metrics.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commands/export_groups.h"

#include "core/browse/exposition_text.h"
#include "core/browse/group_csv.h"
#include "gui/commands/aside.h"
#include "gui/text/copies.h"
#include "gui/text/messages.h"

#include <QDir>
#include <QSaveFile>
#include <QStringList>

#include <utility>

namespace pushgate::gui {

namespace {

    /// Empty: it is written; else why not.
    QString writeFile(const QString& path, const QByteArray& bytes)
    {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return file.errorString();
        return {};
    }

} // namespace

ExportGroups::ExportGroups(Gateway& gateway, Order order, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_order(std::move(order))
{
    connect(&m_gateway, &Gateway::jobProgressed, this, [this](JobId job, qsizetype done) {
        if (job == m_job)
            emit progressed(job, done, qsizetype(m_order.keys.size()));
    });
    connect(&m_gateway, &Gateway::contentsRead, this, [this](const ContentsReport& report) {
        if (report.job == m_job)
            take(report);
    });
}

void ExportGroups::start()
{
    if (m_order.format == Format::Text)
        m_job = m_gateway.readContents(m_order.keys);
    else
        writeTable();
}

void ExportGroups::writeTable()
{
    const core::GroupModel& groups = m_gateway.groups();
    std::vector<core::GroupRowPtr> rows;
    for (const core::GroupingKey& key : m_order.keys) {
        const int row = groups.find(key);
        if (row >= 0)
            rows.push_back(groups.group(row));
    }
    const auto count = qsizetype(rows.size());
    write(count, [rows = std::move(rows), now = groups.now()] {
        return Content{core::groupsCsv(rows, now), {}};
    });
}

void ExportGroups::take(const ContentsReport& contents)
{
    const QString unread = unreadText(contents);
    if (contents.groups.empty() || contents.notTried > 0) {
        emit finished(unread); // half of what was asked for would look like all of it
        return;
    }
    write(qsizetype(contents.groups.size()), [groups = contents.groups, unread] {
        const core::ExpositionText scraped = core::scrapedText(groups);
        QStringList remarks;
        if (scraped.coverage == core::ExpositionText::Coverage::Partial)
            remarks.push_back(leftOutText());
        remarks.push_back(unread);
        return Content{scraped.text, remarks.join(u' ').trimmed()};
    });
}

void ExportGroups::write(qsizetype groups, std::function<Content()> make)
{
    struct Written {
        QString fault;
        QString remark;
    };
    makeAside(
        *this,
        [make = std::move(make), path = m_order.path] {
            const Content content = make();
            return Written{writeFile(path, content.bytes), content.remark};
        },
        [this, groups](const Written& written) { report(groups, written.fault, written.remark); });
}

void ExportGroups::report(qsizetype groups, const QString& fault, const QString& remark)
{
    const QString path = QDir::toNativeSeparators(m_order.path);
    const QString text = fault.isEmpty() ? exportedText(groups, path) : unwrittenText(path, fault);
    emit finished((text + u' ' + remark).trimmed());
}

} // namespace pushgate::gui

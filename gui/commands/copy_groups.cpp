// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commands/copy_groups.h"

#include "gui/commands/aside.h"
#include "gui/text/messages.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

namespace pushgate::gui {

CopyGroups::CopyGroups(
    Gateway& gateway, std::vector<core::GroupingKey> keys, CopyForm form, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_keys(std::move(keys))
    , m_form(form)
{
    connect(&m_gateway, &Gateway::jobProgressed, this, [this](JobId job, qsizetype done) {
        if (job == m_job)
            emit progressed(job, done, qsizetype(m_keys.size()));
    });
    connect(&m_gateway, &Gateway::contentsRead, this, [this](const ContentsReport& report) {
        if (report.job == m_job)
            take(report);
    });
}

void CopyGroups::start()
{
    if (m_form != CopyForm::Selector) {
        m_job = m_gateway.readContents(m_keys);
        return;
    }
    const Copy copy = selectorsOf(m_keys);
    QGuiApplication::clipboard()->setText(copy.text);
    emit finished(copiedText(copy));
}

void CopyGroups::take(const ContentsReport& report)
{
    if (report.groups.empty() || report.notTried > 0) {
        emit finished(unreadText(report)); // what was copied before stays in the clipboard
        return;
    }
    makeAside(
        *this,
        [groups = report.groups, form = m_form, connection = m_gateway.connection()] {
            return copyOf(groups, form, connection);
        },
        [this, unread = unreadText(report)](const Copy& copy) {
            QGuiApplication::clipboard()->setText(copy.text);
            emit finished((copiedText(copy) + u' ' + unread).trimmed());
        });
}

} // namespace pushgate::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/messages.h"

#include "gui/text/ages.h"
#include "gui/text/group_cells.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    struct Messages {
        Q_DECLARE_TR_FUNCTIONS(pushgate::gui::Messages)
    };

    /// `Could not delete {job="a"}: the gateway answered 401. Sign in ...`, and how many others.
    QString failureText(const QString& first, const std::vector<JobReport::Failure>& failed)
    {
        const JobReport::Failure& failure = failed.front();
        QString text = first.arg(groupTitle(failure.key), causeText(failure.error));
        const QString advice = adviceText(failure.error);
        if (!advice.isEmpty())
            text += u' ' + advice;
        const auto others = int(failed.size()) - 1;
        if (others > 0)
            text += u' ' + Messages::tr("%n other group(s) failed, too.", nullptr, others);
        return text;
    }

    /// What of the groups undo cannot bring back; empty: all of it can be.
    QString partialText(const JobReport& report)
    {
        const auto partial
            = std::count_if(report.done.begin(), report.done.end(), [](const GroupBackup& backup) {
                  return backup.coverage == GroupBackup::Coverage::Partial;
              });
        return partial == 0 ? QString()
                            : Messages::tr("Undo cannot bring back the native histograms of %n "
                                           "group(s).",
                                nullptr, int(partial));
    }

    QString joined(const QStringList& sentences)
    {
        return sentences.join(u' ');
    }

} // namespace

QString causeText(const ClientError& error)
{
    switch (error.kind) {
    case ClientError::Kind::Unreachable:
        return Messages::tr("nobody answers at this address (%1)").arg(error.detail);
    case ClientError::Kind::TimedOut: return Messages::tr("there was no answer in time");
    case ClientError::Kind::Unauthorized:
        return Messages::tr("the gateway answered 401, it wants somebody to sign in");
    case ClientError::Kind::Forbidden: return Messages::tr("the gateway answered 403, not allowed");
    case ClientError::Kind::Tls: return Messages::tr("no secure connection (%1)").arg(error.detail);
    case ClientError::Kind::NotAGateway:
        return Messages::tr("what answers there is no push gateway (%1)").arg(error.detail);
    case ClientError::Kind::Refused:
        return Messages::tr("the gateway answered %1 (%2)")
            .arg(QString::number(error.httpStatus), error.detail);
    }
    return {};
}

QString adviceText(const ClientError& error)
{
    switch (error.kind) {
    case ClientError::Kind::Unauthorized:
    case ClientError::Kind::Forbidden: return Messages::tr("Sign in under Gateway > Edit.");
    case ClientError::Kind::Tls:
        return Messages::tr("Look at the certificates under Gateway > Edit.");
    case ClientError::Kind::NotAGateway:
        return Messages::tr("Look at the address under Gateway > Edit.");
    default: return {};
    }
}

QString identityText(const GatewayIdentity& identity)
{
    const QString name = identity.kind == GatewayIdentity::Kind::Pushgate
        ? Messages::tr("Pushgate %1")
        : Messages::tr("Pushgateway %1");
    return name.arg(identity.version).trimmed();
}

QString retryText(std::chrono::nanoseconds wait)
{
    return wait < std::chrono::seconds(1)
        ? Messages::tr("trying again")
        : Messages::tr("trying again in %1", "%1 is a duration").arg(durationText(wait));
}

QString secretCauseText(const SecretAnswer& answer)
{
    switch (answer.kind) {
    case SecretAnswer::Kind::Done: break;
    case SecretAnswer::Kind::Missing: return Messages::tr("it is not in the keychain");
    case SecretAnswer::Kind::NoStore: return Messages::tr("this desktop has no keychain");
    case SecretAnswer::Kind::Denied: return Messages::tr("the keychain stays locked");
    case SecretAnswer::Kind::Broken:
        return Messages::tr("the keychain does not work (%1)").arg(answer.detail);
    }
    return {};
}

QString secretPlaceText(const std::optional<SecretAnswer>& lastAnswer)
{
    if (!lastAnswer)
        return Messages::tr("Looking for the desktop's keychain...");
    return lastAnswer->isFromStore()
        ? Messages::tr("Kept in the desktop's keychain.")
        : Messages::tr("Asked for again at the next start: %1.").arg(secretCauseText(*lastAnswer));
}

QString localFailureText(const LocalFailure& failure)
{
    switch (failure.kind) {
    case LocalFailure::Kind::NotInstalled:
        return Messages::tr("The local gateway is not installed: there is no pushgated beside this "
                            "program or in PATH.");
    case LocalFailure::Kind::PortTaken:
        return Messages::tr("The local gateway did not start: another program has port %1. Choose "
                            "another one, or any that is free.")
            .arg(failure.port);
    case LocalFailure::Kind::Ended: break;
    }
    return failure.detail.isEmpty()
        ? Messages::tr("The local gateway ended without a word.")
        : Messages::tr("The local gateway ended: %1.").arg(failure.detail);
}

QString linkText(const Gateway& gateway, core::TimePoint now)
{
    const GatewayStatus& status = gateway.status();
    switch (status.link) {
    case GatewayStatus::Link::AwaitingSecret: return Messages::tr("waiting for the keychain");
    case GatewayStatus::Link::SecretMissing: return Messages::tr("needs its password");
    case GatewayStatus::Link::Connecting: return Messages::tr("connecting");
    case GatewayStatus::Link::Live: break;
    case GatewayStatus::Link::Lost: {
        const auto wait = std::max(status.retryAt - now, core::TimePoint::duration::zero());
        return Messages::tr("lost %1, %2").arg(ageText(now - status.lostAt), retryText(wait));
    }
    }
    if (!gateway.isLive())
        return Messages::tr("paused");
    return status.identity && status.identity->kind == GatewayIdentity::Kind::Pushgateway
        ? Messages::tr("live, asked every 5 s")
        : Messages::tr("live");
}

QString deletedText(const JobReport& report)
{
    QStringList sentences;
    if (!report.done.empty() || report.failed.empty())
        sentences.push_back(Messages::tr("Deleted %n group(s).", nullptr, int(report.done.size())));
    if (!report.failed.empty())
        sentences.push_back(failureText(Messages::tr("Could not delete %1: %2."), report.failed));
    if (const QString partial = partialText(report); !partial.isEmpty())
        sentences.push_back(partial);
    if (report.notTried > 0)
        sentences.push_back(
            Messages::tr("Cancelled before %n more.", nullptr, int(report.notTried)));
    return joined(sentences);
}

QString wipedText(const JobReport& report)
{
    if (report.error)
        return (Messages::tr("Could not delete all groups: %1.").arg(causeText(*report.error))
            + u' ' + adviceText(*report.error))
            .trimmed();
    if (!report.failed.empty())
        return failureText(
            Messages::tr("Nothing was deleted, as %1 could not be kept for undo: %2."),
            report.failed);
    if (report.notTried > 0)
        return Messages::tr("Cancelled; nothing was deleted.");
    return (Messages::tr("Deleted all groups.") + u' ' + partialText(report)).trimmed();
}

QString restoredText(const JobReport& report)
{
    QStringList sentences;
    if (!report.done.empty() || report.failed.empty())
        sentences.push_back(Messages::tr(
            "Restored %n group(s); their push time is now.", nullptr, int(report.done.size())));
    if (!report.failed.empty())
        sentences.push_back(failureText(Messages::tr("Could not restore %1: %2."), report.failed));
    return joined(sentences);
}

QString unreadText(const ContentsReport& report)
{
    QStringList sentences;
    if (report.notTried > 0)
        sentences.push_back(Messages::tr("Cancelled."));
    if (!report.failed.empty())
        sentences.push_back(failureText(Messages::tr("Could not read %1: %2."), report.failed));
    if (report.gone > 0)
        sentences.push_back(
            Messages::tr("%n group(s) had been deleted meanwhile.", nullptr, int(report.gone)));
    return joined(sentences);
}

QString exportedText(qsizetype groups, const QString& path)
{
    return Messages::tr("Exported %n group(s) to %1.", nullptr, int(groups)).arg(path);
}

QString unwrittenText(const QString& path, const QString& fault)
{
    return Messages::tr("Could not write %1: %2.").arg(path, fault);
}

} // namespace pushgate::gui

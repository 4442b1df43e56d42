// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/keychain.h"

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    const QString kService = u"pushgate-admin"_s;

    SecretAnswer::Kind kindOf(QKeychain::Error error)
    {
        switch (error) {
        case QKeychain::NoError: return SecretAnswer::Kind::Done;
        case QKeychain::EntryNotFound: return SecretAnswer::Kind::Missing;
        case QKeychain::AccessDeniedByUser:
        case QKeychain::AccessDenied: return SecretAnswer::Kind::Denied;
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented: return SecretAnswer::Kind::NoStore;
        case QKeychain::CouldNotDeleteEntry:
        case QKeychain::OtherError: return SecretAnswer::Kind::Broken;
        }
        return SecretAnswer::Kind::Broken;
    }

    SecretAnswer answerOf(const QKeychain::Job& job)
    {
        SecretAnswer answer{kindOf(job.error()), {}, {}};
        if (!answer.isFromStore())
            answer.detail = job.errorString();
        else if (const auto* const read = qobject_cast<const QKeychain::ReadPasswordJob*>(&job))
            answer.secret = read->textData();
        return answer;
    }

} // namespace

void Keychain::read(const QString& id, Take take)
{
    run(*new QKeychain::ReadPasswordJob(kService), id, std::move(take));
}

void Keychain::write(const QString& id, const QString& secret, Take take)
{
    auto* const job = new QKeychain::WritePasswordJob(kService);
    job->setTextData(secret);
    run(*job, id, std::move(take));
}

void Keychain::remove(const QString& id, Take take)
{
    run(*new QKeychain::DeletePasswordJob(kService), id,
        [take = std::move(take)](SecretAnswer answer) {
            if (answer.kind == SecretAnswer::Kind::Missing)
                answer.kind = SecretAnswer::Kind::Done;
            take(answer);
        });
}

void Keychain::run(QKeychain::Job& job, const QString& id, Take take)
{
    // Jobs delete themselves, and outlive this where the keychain has yet to call them back.
    job.setKey(id);
    connect(&job, &QKeychain::Job::finished, this,
        [take = std::move(take)](const QKeychain::Job* finished) { take(answerOf(*finished)); });
    job.start();
}

} // namespace pushgate::gui

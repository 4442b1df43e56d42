// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/client_error.h"
#include "gui/client/gateway.h"
#include "gui/client/local_gateway.h"
#include "gui/client/secret_store.h"

#include <QString>

#include <optional>

namespace pushgate::gui {

// Sentences that say what happened, to what, and what to do.

/// `nobody answers at this address`: to be put after a colon.
QString causeText(const ClientError& error);
/// What may help against it; empty where nothing but waiting does.
QString adviceText(const ClientError& error);
/// `Pushgate 1.0`
QString identityText(const GatewayIdentity& identity);
/// `trying again in 5 s`
QString retryText(std::chrono::nanoseconds wait);
/// Where passwords are kept, as far as is known: a sentence.
QString secretPlaceText(const std::optional<SecretAnswer>& lastAnswer);
/// Why the keychain did not do what it was asked: to be put after a colon.
QString secretCauseText(const SecretAnswer& answer);
/// Why the local gateway does not run, and what to do: a sentence.
QString localFailureText(const LocalFailure& failure);
/// `live`, `lost 40 s ago, trying again in 5 s`
QString linkText(const Gateway& gateway, core::TimePoint now);
/// What deleting or restoring came to: `Deleted 3 groups.`
QString deletedText(const JobReport& report);
QString wipedText(const JobReport& report);
QString restoredText(const JobReport& report);
/// Why the contents of some groups are missing; empty: none are.
QString unreadText(const ContentsReport& report);
/// `Exported 12 groups to groups.prom.`
QString exportedText(qsizetype groups, const QString& path);
QString unwrittenText(const QString& path, const QString& fault);

} // namespace pushgate::gui

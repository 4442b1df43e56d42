// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/push_text.h"

#include "core/check/prepare.h"
#include "core/parse/push_path.h"
#include "core/parse/text_parser.h"

namespace pushgate::tests {

core::Status pushText(core::MetricStore& store, QByteArrayView path, QByteArrayView text,
    qint64 seconds, core::Consistency check)
{
    const auto parts = core::splitPushPath(path);
    if (!parts)
        return core::badRequest("no push path: " + path.toByteArray());
    auto key = core::parsePushPath(*parts, core::NameScheme::Utf8);
    if (!key)
        return key.error();
    auto families = core::parseText({text.toByteArray(), {}}, core::NameScheme::Utf8);
    if (!families)
        return families.error();
    auto push = core::prepare({*std::move(key), core::PushMode::Replace, *std::move(families)},
        core::TimePoint(std::chrono::seconds(seconds)));
    if (!push)
        return push.error();
    return store.push(*std::move(push), check);
}

} // namespace pushgate::tests

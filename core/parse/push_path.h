// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/grouping_key.h"
#include "core/model/name_rules.h"

#include <QByteArrayView>

#include <optional>

namespace pushgate::core {

enum class JobEncoding { Plain, Base64 };

/// The parts of a push URL after `R/metrics`; views of the path they were cut from.
struct PushPath {
    QByteArrayView job; ///< one segment, not empty
    JobEncoding jobEncoding = JobEncoding::Plain;
    QByteArrayView labels; ///< the rest with its leading `/`, or empty
};

/// Cuts `/job/VALUE[...]` or `/job@base64/VALUE[...]`, percent-decoded, so that an encoded slash
/// separates as a plain one does. Nothing, if the path is no push URL.
std::optional<PushPath> splitPushPath(QByteArrayView path);

/// Turns the parts of a push URL into a grouping key.
/// Shape   `path.labels` is empty, `/`, or any number of /NAME[@base64]/VALUE. With
///         NameScheme::Utf8 a NAME may be written with `U__`.
/// Output  a label set with a non-empty `job`; of a repeated name the last value counts, a `job`
///         among the labels never does.
/// Errors  BadRequest: odd number of components, improper label name, invalid Base64, no job name,
///         a value that is not UTF-8 (which the reference accepts and then fails every scrape).
/// Cost    one pass; allocations per label.
/// Source  spec/push-api.md 5.
Result<GroupingKey> parsePushPath(const PushPath& path, NameScheme names);

} // namespace pushgate::core

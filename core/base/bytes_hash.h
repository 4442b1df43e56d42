// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <absl/hash/hash.h>
#include <absl/strings/string_view.h>

namespace pushgate::core {

/// Lets hash maps keyed by QByteArray be asked with a view. Seeded per process, since clients
/// choose the keys: not so what is hashed as a std::string_view, where Abseil may fall back to
/// the standard library's hash, which collides for whoever wants it to.
struct BytesHash {
    using is_transparent = void;

    size_t operator()(QByteArrayView bytes) const
    {
        return absl::Hash<absl::string_view>{}({bytes.data(), static_cast<size_t>(bytes.size())});
    }
};

struct BytesEqual {
    using is_transparent = void;

    bool operator()(QByteArrayView left, QByteArrayView right) const { return left == right; }
};

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <cstddef>
#include <utility>
#include <variant>

namespace pushgate::core {

/// Why something was refused. `message` is one sentence that a caller may read, without a final
/// newline; `kind` becomes an HTTP status in one place only (daemon/routes/failure_reply).
struct Error {
    enum class Kind {
        BadRequest, ///< the caller's input is wrong
        Inconsistent, ///< well formed, but contradicts what is stored
        TooLarge, ///< beyond one of our limits
        NotFound,
        Unavailable, ///< correct, but cannot be done now; trying again later may help
        Internal ///< our own fault
    };

    Kind kind = Kind::BadRequest;
    QByteArray message;

    friend bool operator==(const Error&, const Error&) = default;
};

inline Error badRequest(QByteArray message)
{
    return {Error::Kind::BadRequest, std::move(message)};
}

inline Error tooLarge(QByteArray message)
{
    return {Error::Kind::TooLarge, std::move(message)};
}

/// A value or the reason why there is none. Look before you dereference.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_held(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_held(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_held.index() == 0; }
    const T& operator*() const& { return held<0>(m_held); }
    T& operator*() & { return held<0>(m_held); }
    T&& operator*() && { return std::move(held<0>(m_held)); }
    const T* operator->() const { return &held<0>(m_held); }
    T* operator->() { return &held<0>(m_held); }
    const Error& error() const { return held<1>(m_held); }

private:
    // Q_ASSUME: a look at the wrong side is our own bug, caught by the debug builds.
    template <size_t Side, typename Variant>
    static auto& held(Variant& variant)
    {
        auto* const value = std::get_if<Side>(&variant);
        Q_ASSUME(value != nullptr);
        return *value;
    }

    std::variant<T, Error> m_held;
};

using Status = Result<std::monostate>;

inline Status ok()
{
    return std::monostate{};
}

} // namespace pushgate::core

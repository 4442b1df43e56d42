// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <type_traits>

namespace pushgate::core {

/// Writes protobuf messages as text, field by field, at the end of a byte array. Fields that hold
/// nothing are left out; spacing is that of the reference: two blanks between fields on one line,
/// two blanks after each colon where fields are indented.
/// Source  spec/consistency.md 1.
class ProtoText {
public:
    enum class Layout { OneLine, Indented };
    enum class Place { First, AfterField }; ///< where in the outermost message writing begins

    ProtoText(QByteArray& out, Layout layout, Place place = Place::First)
        : m_out(out)
        , m_layout(layout)
        , m_last(place == Place::First ? Last::Nothing : Last::Field)
    {
    }

    void bytes(QByteArrayView name, QByteArrayView value); ///< quoted and escaped
    void word(QByteArrayView name, QByteArrayView value); ///< as it is, for enumerators
    void number(QByteArrayView name, const std::optional<double>& value);
    template <typename Integer>
    void integer(QByteArrayView name, const std::optional<Integer>& value)
    {
        static_assert(std::is_integral_v<Integer>);
        if (value)
            word(name, QByteArray::number(*value));
    }

    void open(QByteArrayView name); ///< begins a message
    void close(); ///< ends the innermost message

private:
    enum class Last { Nothing, Opened, Field };

    void beginField(QByteArrayView name);
    void breakLine();

    QByteArray& m_out;
    Layout m_layout;
    Last m_last;
    qsizetype m_depth = 0;
};

} // namespace pushgate::core

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <optional>

namespace pushgate::core {

/// How negative zero is written: `0` in expositions, `-0` in JSON and protobuf text.
enum class NegativeZero { AsZero, Signed };

/// The longest text of a double, `-2.2250738585072014e-308`.
inline constexpr size_t kMaxGoNumberChars = 24;

/// Writes `value` as Go's %g does with the exponent threshold of an exposition: the shortest
/// digits that read back as the same double; with an exponent below 1e-4 and from 1e6 up.
/// Not-a-number is `NaN`, infinities are `+Inf` and `-Inf`. No terminating zero.
/// Input   `out` has room for kMaxGoNumberChars.
/// Output  the end of what was written.
/// Cost    no allocation; integers below 1e6 need no floating-point conversion.
/// Source  spec/exposition.md 3.
char* writeGoNumber(char* out, double value, NegativeZero negativeZero = NegativeZero::AsZero);

/// The same at the end of `out`; allocates only where `out` has no capacity left.
void appendGoNumber(
    QByteArray& out, double value, NegativeZero negativeZero = NegativeZero::AsZero);

/// Reads a decimal number as the text format has it, rounded to nearest even.
/// Accepts an optional sign, digits with an optional point, an optional exponent; `inf` and
/// `infinity` with an optional sign, `nan` without one, in any case. Nothing else: no blanks,
/// hexadecimal or underscores. What is too small becomes zero of its sign.
/// Errors  nothing, if `text` is no such number or too large for a double.
/// Cost    no allocation; one pass, a second one for more than 15 digits or a large exponent.
/// Source  spec/text-format.md 6.
std::optional<double> parseGoFloat(QByteArrayView text);

} // namespace pushgate::core

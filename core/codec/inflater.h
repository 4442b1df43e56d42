// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <memory>

struct z_stream_s;

namespace pushgate::core {

class BoundedOutput;

/// Decodes raw deflate streams, one after the other, with one set of tables and window.
class Inflater {
public:
    Inflater();
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Decodes the stream at the front of `input` to the end of `out`; what could be decoded
    /// before an error is there as well.
    /// Output  how many bytes the stream takes of `input`.
    /// Errors  BadRequest `unexpected EOF` or `flate: corrupt input before offset N`;
    ///         TooLarge: more than `out` takes; Unavailable: no memory for the window.
    Result<qsizetype> inflate(QByteArrayView input, BoundedOutput& out);

private:
    Status start();

    std::unique_ptr<z_stream_s> m_stream; // none before the first use
};

} // namespace pushgate::core

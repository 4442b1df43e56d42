-- SPDX-License-Identifier: GPL-3.0-or-later
-- A push of 500 bytes, for wrk.
wrk.method = "PUT"
wrk.headers["Content-Type"] = "text/plain"
wrk.body = string.rep('some_metric{label="value"} 3.5\n', 16)

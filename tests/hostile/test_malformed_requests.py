# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that break the rules of HTTP get one answer, the connection ends, and what follows in
the same bytes is never taken for a request."""
import unittest

from gateway import Gateway, read_all, read_reply

SMUGGLED = b"PUT /metrics/job/smuggled HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nm 1\n"
TARGET = b"/metrics/job/direct"


def request(*fields, line=b"PUT %s HTTP/1.1" % TARGET, host=b"Host: h", body=b""):
    head = [line, *([host] if host else []), *fields]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


def chunked(body):
    return request(b"Transfer-Encoding: chunked", body=body)


# name -> (bytes, allowed statuses)
MALFORMED = {
    "a line of junk": (b"\x01\x02\x03 nonsense\r\n\r\n", {400}),
    "no target": (request(line=b"PUT HTTP/1.1"), {400}),
    "no version": (request(line=b"PUT %s" % TARGET), {400}),
    "four words": (request(line=b"PUT %s x HTTP/1.1" % TARGET), {400}),
    "target that is no path": (request(line=b"PUT noslash HTTP/1.1"), {400}),
    "letters for a version": (request(line=b"PUT %s HTTPX9Y9" % TARGET), {400, 505}),
    "HTTP/2.0": (request(line=b"PUT %s HTTP/2.0" % TARGET), {505}),
    "preface of HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 505}),
    "bytes of a TLS handshake": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64 + b"\r\n\r\n",
                                 {400}),
    "NUL in the target": (request(line=b"PUT /metrics/job/\0 HTTP/1.1"), {400}),
    "control character in the target": (request(line=b"PUT /metrics/job/\x0b HTTP/1.1"), {400}),
    "NUL in a value": (request(b"X-A: b\0c"), {400}),
    "bare CR in a value": (request(b"X-A: b\rContent-Length: 4"), {400}),
    "field without a colon": (request(b"Content-Length 4"), {400}),
    "blank before the colon": (request(b"Content-Length : 4"), {400}),
    "field without a name": (request(b": 4"), {400}),
    "folded field": (request(b"X-A: b\r\n c"), {400}),
    "blank line's worth of first field": (b"PUT %s HTTP/1.1\r\n Host: h\r\n\r\n" % TARGET, {400}),
    "no Host": (request(host=None), {400}),
    "two Hosts": (request(b"Host: other"), {400}),
    "odd Host": (request(host=b"Host: a b"), {400}),
    "Content-Length of letters": (request(b"Content-Length: abc"), {400}),
    "empty Content-Length": (request(b"Content-Length: "), {400}),
    "negative Content-Length": (request(b"Content-Length: -3"), {400}),
    "signed Content-Length": (request(b"Content-Length: +3"), {400}),
    "Content-Length as a list": (request(b"Content-Length: 3, 3"), {400}),
    "hexadecimal Content-Length": (request(b"Content-Length: 0x3"), {400}),
    "Content-Length of 2^64 - 1": (request(b"Content-Length: 18446744073709551615"), {400, 413}),
    "Content-Length of 30 digits": (request(b"Content-Length: " + b"9" * 30), {400, 413}),
    "two different Content-Lengths": (request(b"Content-Length: 3", b"Content-Length: 4"), {400}),
    "Content-Length and chunks": (request(b"Content-Length: 3", b"Transfer-Encoding: chunked",
                                          body=b"0\r\n\r\n"), {400}),
    "gzip as transfer encoding": (request(b"Transfer-Encoding: gzip"), {501}),
    "unknown transfer encoding": (request(b"Transfer-Encoding: xchunkedx"), {501}),
    "chunked twice": (request(b"Transfer-Encoding: chunked, chunked", body=b"0\r\n\r\n"), {400, 501}),
    "unknown expectation": (request(b"Expect: more", b"Content-Length: 4"), {417}),
    "chunk size of letters": (chunked(b"zz\r\n"), {400}),
    "negative chunk size": (chunked(b"-5\r\n"), {400}),
    "empty chunk size": (chunked(b"\r\n"), {400}),
    "prefixed chunk size": (chunked(b"0x5\r\nm 12\n\r\n0\r\n\r\n"), {400}),
    "chunk size of 2^64 - 1": (chunked(b"ffffffffffffffff\r\n"), {400, 413}),
    "chunk size of 2^63 - 1": (chunked(b"7fffffffffffffff\r\n"), {400, 413}),
    "chunk size of 2^64 + 4": (chunked(b"10000000000000004\r\nm 1\n\r\n0\r\n\r\n"), {400, 413}),
    "junk after a chunk": (chunked(b"4\r\nm 1\nXX0\r\n\r\n"), {400}),
    "lines of chunks end in LF": (chunked(b"4\nm 1\n\n0\n\n"), {400}),
}


class Malformed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.gateway = cls.enterClassContext(Gateway("--web.enable-admin-api"))

    def setUp(self):
        self.wipe()

    def wipe(self):
        self.assertEqual(self.gateway.request("PUT", "/api/v1/admin/wipe").status, 202)

    def test_one_refusal_and_the_end(self):
        for name, (data, statuses) in MALFORMED.items():
            with self.subTest(name):
                self.wipe()
                answer = self.answer(data + SMUGGLED)
                self.assertEqual(answer.count(b"HTTP/1."), 1, answer)
                self.assertIn(int(answer.split()[1]), statuses, answer)
                self.assertEqual(self.gateway.group_labels(), [])

    def answer(self, data):
        """All that comes back until the gateway closes."""
        with self.gateway.connect() as link:
            try:
                link.sendall(data)
            except ConnectionError:
                pass  # it may be gone already; its answer is still there to read
            return read_all(link, 10)

    def test_a_bad_escape_is_refused(self):
        answer = self.answer(request(b"Connection: close", line=b"PUT /metrics/job/%zz HTTP/1.1"))
        self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), answer)


class Tolerated(unittest.TestCase):
    """Odd, but with one meaning only."""

    def setUp(self):
        self.gateway = self.enterContext(Gateway())

    def replies(self, data, count):
        with self.gateway.connect() as link:
            link.sendall(data)
            stream = link.makefile("rb")
            return [read_reply(stream) for _ in range(count)]

    def test_lines_ending_in_lf(self):
        data = b"PUT %s HTTP/1.1\nHost: h\nContent-Length: 4\n\nm 1\n" % TARGET
        self.assertEqual(self.replies(data, 1)[0].status, 200)

    def test_a_blank_line_before_the_request(self):
        (reply,) = self.replies(b"\r\n" + request(b"Content-Length: 4", body=b"m 1\n"), 1)
        self.assertEqual(reply.status, 200)

    def test_no_host_in_http_1_0(self):
        with self.gateway.connect() as link:
            link.sendall(request(host=None, line=b"GET /-/healthy HTTP/1.0"))
            self.assertIn(b" 200 ", read_all(link).splitlines()[0])

    def test_chunk_extensions_and_trailers(self):
        data = chunked(b"2;name=value\r\nm \r\n2\r\n1\n\r\n0\r\nX-Trailer: 1\r\n\r\n")
        first, second = self.replies(data + request(line=b"GET /-/healthy HTTP/1.1"), 2)
        self.assertEqual((first.status, second.body), (200, b"OK"))

    def test_lower_case_and_unknown_methods(self):
        for method in (b"get", b"TRACE", b"PATCH", b"BREW"):
            (reply,) = self.replies(request(line=b"%s /metrics HTTP/1.1" % method), 1)
            self.assertIn(reply.status, {405, 501}, method)

    def test_an_upgrade_is_not_taken_up(self):
        (reply,) = self.replies(request(b"Connection: Upgrade", b"Upgrade: websocket",
                                        line=b"GET /-/healthy HTTP/1.1"), 1)
        self.assertEqual(reply.status, 200)

    def test_pipelined_requests_are_answered_in_order(self):
        data = b"".join(request(line=b"GET /metrics/%d HTTP/1.1" % i) +
                        request(line=b"GET /-/healthy HTTP/1.1") for i in range(50))
        replies = self.replies(data, 100)
        self.assertEqual([reply.status for reply in replies], [404, 200] * 50)

    def test_a_client_that_sends_no_more_is_answered(self):
        for _ in range(50):
            with self.gateway.connect() as link:
                link.sendall(request(b"Content-Length: 4", body=b"m 1\n"))
                link.shutdown(1)
                self.assertIn(b" 200 ", read_all(link).splitlines()[0])


if __name__ == "__main__":
    unittest.main()

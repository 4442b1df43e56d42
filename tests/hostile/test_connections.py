# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that are slow, many or greedy: others are served meanwhile, and memory stays bounded."""
import resource
import socket
import time
import unittest

from gateway import INSTRUMENTED, MIB, Gateway, read_all, read_reply

SLOW = 1000


def allow_descriptors(count):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))


class Connections(unittest.TestCase):
    def setUp(self):
        allow_descriptors(4 * SLOW)
        self.gateway = self.enterContext(Gateway())
        self.start = self.gateway.peak_memory()

    def assert_grown_by_at_most(self, mebibytes):
        if not INSTRUMENTED:
            self.assertLess((self.gateway.peak_memory() - self.start) / MIB, mebibytes)

    def open_many(self, first_bytes):
        links = [self.enterContext(self.gateway.connect()) for _ in range(SLOW)]
        for link in links:
            link.sendall(first_bytes)
        return links

    def push_a_hundred(self):
        before = time.monotonic()
        for i in range(100):
            self.assertEqual(self.gateway.push("normal/run/%d" % i, "m 1\n").status, 200)
        return time.monotonic() - before

    def test_slow_heads_do_not_hold_up_pushes(self):
        links = self.open_many(b"PUT /metrics/job/slow HTTP/1.1\r\nHost: h\r\nX-Slow: ")
        took = self.push_a_hundred()
        for link in links:
            link.sendall(b"a")
        took += self.push_a_hundred()
        if not INSTRUMENTED:
            self.assertLess(took, 10)
        self.assert_grown_by_at_most(128)

    def test_slow_bodies_do_not_hold_up_pushes(self):
        self.open_many(b"PUT /metrics/job/slow HTTP/1.1\r\nHost: h\r\nContent-Length: 100000000\r\n\r\nm")
        took = self.push_a_hundred()
        if not INSTRUMENTED:
            self.assertLess(took, 10)
        self.assert_grown_by_at_most(256)

    def test_readers_that_do_not_read_cost_no_copy_each(self):
        body = "".join('m{i="%06d"} %d\n' % (i, i) for i in range(100_000))
        self.assertEqual(self.gateway.push("big", body).status, 200)
        self.gateway.scrape()
        self.start = self.gateway.peak_memory()
        links = [self.enterContext(self.gateway.connect()) for _ in range(100)]
        for link in links:
            link.sendall(b"GET /metrics HTTP/1.1\r\nHost: h\r\n\r\n")
        took = self.push_a_hundred()
        if not INSTRUMENTED:
            self.assertLess(took, 30)
        self.assert_grown_by_at_most(256)

    def test_a_head_without_end_is_cut_off(self):
        with self.gateway.connect() as link:
            refused = self.send_forever(link, b"X-Field: " + b"a" * 8000 + b"\r\n")
        self.assertTrue(refused.startswith(b"HTTP/1.1 431 "), refused[:100])
        self.assert_grown_by_at_most(64)

    def test_a_target_without_end_is_cut_off(self):
        with self.gateway.connect() as link:
            refused = self.send_forever(link, b"a" * 8000, start=b"GET /")
        self.assertRegex(refused[:100], rb"^HTTP/1.1 4(14|31) ")
        self.assert_grown_by_at_most(64)

    def send_forever(self, link, piece, start=b"GET /metrics HTTP/1.1\r\nHost: h\r\n"):
        """The answer that stops a client which would send 64 MiB of head."""
        link.sendall(start)
        try:
            for _ in range(64 * MIB // len(piece)):
                link.sendall(piece)
        except (ConnectionError, socket.timeout):
            pass
        return read_all(link)

    def test_a_body_announced_beyond_every_limit_is_refused_unread(self):
        with self.gateway.connect() as link:
            link.sendall(b"PUT /metrics/job/j HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                         b"Content-Length: 1000000000000\r\n\r\n")
            reply = read_reply(link.makefile("rb"))
        self.assertEqual(reply.status, 413)
        self.assert_grown_by_at_most(16)

    def test_connections_that_come_and_go_are_given_back(self):
        for _ in range(5):
            for link in self.open_many(b"GET /-/healthy HTTP/1.1\r\n"):
                link.close()
        self.assertEqual(self.gateway.get("/-/healthy").status, 200)
        self.assert_grown_by_at_most(128)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bound has a flag, and beyond it a clear answer; what stays within is served."""
import contextlib
import gzip
import select
import socket
import time
import unittest

import run as wire
from gateway import INSTRUMENTED, MIB, Gateway, read_all, read_reply, wait_until

HEAD = b"PUT /metrics/job/j HTTP/1.1\r\nHost: h\r\n"
# Deadlines are looked at a few times a second; a busy machine may add to that.
LATE = 10


class Sizes(unittest.TestCase):
    def assert_too_large(self, gateway, reply):
        self.assertEqual(reply.status, 413, reply)
        self.assertNotEqual(reply.text.strip(), "")
        self.assertEqual(gateway.groups(), [])

    def test_heads(self):
        with Gateway("--web.max-head-bytes=8192") as gateway:
            for size, status in [(7000, 200), (9000, 431)]:
                reply = gateway.push("j", "m 1\n", headers={"X-Field": "a" * size})
                self.assertEqual(reply.status, status)
                self.assertEqual(gateway.push("j/l/" + "a" * size, "m 1\n").status, status)

    def test_bodies_of_announced_length(self):
        with Gateway("--web.max-body-bytes=1000") as gateway:
            self.assert_too_large(gateway, gateway.push("j", "m 1\n" * 251))
            self.assertEqual(gateway.push("j", "#" * 999 + "\n").status, 200)

    def test_bodies_in_chunks(self):
        with Gateway("--web.max-body-bytes=1000") as gateway, gateway.connect() as link:
            link.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" +
                         (b"190\r\n" + b"#" * 400 + b"\r\n") * 3)
            self.assert_too_large(gateway, read_reply(link.makefile("rb")))

    def test_bodies_of_all_clients_together(self):
        flags = ["--web.max-body-bytes=%d" % MIB, "--web.max-unfinished-bytes=%d" % (3 * MIB)]
        with Gateway(*flags) as gateway, contextlib.ExitStack() as held:
            links = [held.enter_context(gateway.connect()) for _ in range(4)]
            for link in links:
                link.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % MIB + b"#" * (MIB - 1))
            refused, _, _ = select.select(links, [], [], LATE)  # whichever came last, or two at once
            self.assertEqual({read_reply(link.makefile("rb")).status for link in refused}, {503})
            self.assertEqual(gateway.push("small", "m 1\n").status, 200)
            held.close()
            body = "#" * (MIB - 1) + "\n"
            wait_until(lambda: gateway.push("j", body).status == 200, LATE, "room")

    def test_decompressed_bodies(self):
        body = b"#" * (2 * MIB) + b"\n"
        with Gateway("--web.max-decompressed-bytes=%d" % MIB) as gateway:
            for coding, data in [("gzip", gzip.compress(body)),
                                 ("snappy", wire.snappy_frames(body, "stored"))]:
                with self.subTest(coding):
                    headers = {"Content-Encoding": coding}
                    self.assert_too_large(gateway, gateway.push("j", data, headers=headers))
            data = gzip.compress(b"#" * (MIB - 1) + b"\n")
            reply = gateway.push("j", data, headers={"Content-Encoding": "gzip"})
            self.assertEqual(reply.status, 200, reply)


class Connections(unittest.TestCase):
    def test_one_too_many_is_told_so_and_room_is_used_again(self):
        with Gateway("--web.max-connections=20") as gateway, contextlib.ExitStack() as held:
            # The connection that found the gateway up may still be on its way out.
            links = [wait_until(lambda: self.connected(gateway, held), LATE, "a place")
                     for _ in range(20)]
            with gateway.connect() as refused:
                refused.sendall(b"GET /-/healthy HTTP/1.1\r\nHost: h\r\n\r\n")
                self.assertTrue(read_all(refused).startswith(b"HTTP/1.1 503 "))
            links[0].close()
            wait_until(lambda: self.is_served(gateway), LATE, "the place is free again")

    def connected(self, gateway, held):
        """A connection that was served and stays open, or None."""
        link = held.enter_context(gateway.connect())
        link.sendall(b"GET /-/healthy HTTP/1.1\r\nHost: h\r\n\r\n")
        return link if read_reply(link.makefile("rb")).status == 200 else None

    def is_served(self, gateway):
        with gateway.connect() as link:
            link.sendall(b"GET /-/healthy HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            return read_all(link).startswith(b"HTTP/1.1 200 ")


class Times(unittest.TestCase):
    def ended(self, gateway, data, drip=b""):
        """What a client gets that sends `data` and then a drip now and then."""
        with gateway.connect(timeout=0.2) as link:
            link.sendall(data)
            deadline = time.monotonic() + LATE
            while time.monotonic() < deadline:
                with contextlib.suppress(ConnectionError):
                    link.sendall(drip)
                with contextlib.suppress(TimeoutError):
                    return link.recv(4096)
        raise AssertionError("neither answered nor closed")

    def test_slow_heads(self):
        with Gateway("--web.read-timeout=500ms") as gateway:
            for data in (b"P", b"PUT /metrics/job/j HTTP/1.1\r\n", HEAD + b"X-Slow: "):
                with self.subTest(data):
                    self.assertTrue(self.ended(gateway, data).startswith(b"HTTP/1.1 408 "))

    def test_dripping_does_not_keep_a_head_alive(self):
        with Gateway("--web.read-timeout=500ms") as gateway:
            answer = self.ended(gateway, HEAD + b"X-Slow: ", drip=b"a")
            self.assertTrue(answer.startswith(b"HTTP/1.1 408 "), answer)

    def test_slow_bodies(self):
        with Gateway("--web.read-timeout=500ms") as gateway:
            answer = self.ended(gateway, HEAD + b"Content-Length: 100\r\n\r\nm 1\n")
            self.assertTrue(answer.startswith(b"HTTP/1.1 408 "), answer)
            answer = self.ended(gateway, HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\nm 1\n\r\n")
            self.assertTrue(answer.startswith(b"HTTP/1.1 408 "), answer)
            self.assertEqual(gateway.groups(), [])

    def test_idle_connections_are_closed_without_a_word(self):
        with Gateway("--web.idle-timeout=500ms") as gateway, gateway.connect() as link:
            link.sendall(b"GET /-/healthy HTTP/1.1\r\nHost: h\r\n\r\n")
            self.assertEqual(read_reply(link.makefile("rb")).status, 200)
            self.assertEqual(read_all(link, LATE), b"")

    def test_readers_that_take_nothing_are_dropped(self):
        body = "".join('m{i="%06d"} %d\n' % (i, i) for i in range(300_000)).encode()
        scrape = b"GET /metrics HTTP/1.1\r\nHost: h\r\n\r\n"
        with Gateway("--web.write-timeout=1s") as gateway, gateway.connect() as kept:
            stream = kept.makefile("rb")
            kept.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.assertEqual(read_reply(stream).status, 200)
            kept.sendall(scrape)
            whole = len(read_reply(stream).body)
            before = gateway.descriptors()  # only one connection came and stayed
            with gateway.connect() as link:
                link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
                link.sendall(scrape)
                self.assertNotEqual(link.recv(1), b"")
                self.assertGreater(gateway.descriptors(), before)
                wait_until(lambda: gateway.descriptors() <= before, 30, "it is dropped")
                self.assertLess(len(read_all(link)), whole)

    @unittest.skipIf(INSTRUMENTED, "slow to stop")
    def test_a_stop_waits_no_longer_than_told(self):
        with Gateway("--web.shutdown-timeout=1s") as gateway, gateway.connect() as link:
            link.sendall(HEAD + b"Expect: 100-continue\r\nContent-Length: 100\r\n\r\n")
            self.assertIn(b" 100 ", link.recv(100))
            begun = time.monotonic()
            self.assertEqual(gateway.stop(), 0)
            self.assertLess(time.monotonic() - begun, 5)


if __name__ == "__main__":
    unittest.main()

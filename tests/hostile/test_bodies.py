# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies made to cost more than they weigh: each is answered, and memory stays bounded."""
import gzip
import os
import time
import unittest
import zlib

import run as wire
from gateway import INSTRUMENTED, MIB, Gateway, read_all

PROTOBUF = {"Content-Type": "application/vnd.google.protobuf; "
            "proto=io.prometheus.client.MetricFamily; encoding=delimited"}
GZIP = {"Content-Encoding": "gzip"}
SNAPPY = {"Content-Encoding": "snappy"}


def gzip_bomb(mebibytes, byte=b"\n"):
    """About a thousandth of what it unpacks to: one compressed piece, again and again. It has no
    end, since nobody should come that far."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(byte * MIB) + packer.flush(zlib.Z_FULL_FLUSH)
    return gzip.compress(b"")[:10] + piece * mebibytes


class Bodies(unittest.TestCase):
    def setUp(self):
        self.gateway = self.enterContext(Gateway())
        self.start = self.gateway.peak_memory()

    def tearDown(self):
        self.assertEqual(self.gateway.get("/-/healthy").status, 200)

    def assert_grown_by_at_most(self, mebibytes):
        grown = (self.gateway.peak_memory() - self.start) / MIB
        if not INSTRUMENTED:
            self.assertLess(grown, mebibytes)

    def assert_refused(self, reply, statuses=(400, 413)):
        self.assertIn(reply.status, statuses, reply)
        self.assertNotEqual(reply.text.strip(), "")
        self.assertEqual(self.gateway.groups(), [])

    def test_a_protobuf_length_of_34_gigabytes(self):
        self.assert_refused(self.gateway.push("j", b"\xff\xff\xff\xff\x7f", headers=PROTOBUF))
        self.assert_grown_by_at_most(16)

    def test_protobuf_lengths_inside_a_message(self):
        for length in (b"\xff\xff\xff\xff\x07", b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f"):
            body = b"\x0a" + length + b"m"
            self.assert_refused(self.gateway.push("j", bytes([len(body)]) + body, headers=PROTOBUF))
        self.assert_grown_by_at_most(16)

    def test_a_protobuf_group_nested_without_end(self):
        body = b"\x5b" * MIB
        delimited = wire.varint(len(body)) + body
        self.assert_refused(self.gateway.push("j", delimited, headers=PROTOBUF))
        self.assert_grown_by_at_most(64)

    def test_a_gzip_bomb_of_blank_lines(self):
        bomb = gzip_bomb(4096)
        self.assertLess(len(bomb), 5 * MIB)
        self.assert_refused(self.gateway.push("j", bomb, headers=GZIP))
        self.assert_grown_by_at_most(1280)

    def test_a_gzip_bomb_of_one_endless_line(self):
        self.assert_refused(self.gateway.push("j", gzip_bomb(4096, b"a"), headers=GZIP))
        self.assert_grown_by_at_most(1280)

    def test_a_gzip_bomb_in_many_members(self):
        member = gzip.compress(b"\n" * MIB)
        self.assert_refused(self.gateway.push("j", member * 4096, headers=GZIP))
        self.assert_grown_by_at_most(1280)

    def test_a_snappy_bomb(self):
        block = wire.snappy_frames(b"\n" * 65536, "compressed")
        head, frame = block[:10], block[10:]
        self.assert_refused(self.gateway.push("j", head + frame * 65536, headers=SNAPPY))
        self.assert_grown_by_at_most(1280)

    def test_a_snappy_block_that_claims_4_gigabytes(self):
        block = wire.varint(2**32 - 1) + b"\x00m"
        frame = b"\x00" + (len(block) + 4).to_bytes(3, "little") + b"\0\0\0\0" + block
        body = b"\xff\x06\x00\x00sNaPpY" + frame
        self.assert_refused(self.gateway.push("j", body, headers=SNAPPY))
        self.assert_grown_by_at_most(16)

    def test_random_bytes_in_every_format(self):
        for headers in ({}, PROTOBUF, GZIP, SNAPPY):
            for _ in range(25):
                with self.subTest(headers):
                    self.assert_refused(self.gateway.push("j", os.urandom(20000), headers=headers))


class Expansion(unittest.TestCase):
    """A push is small, what it would make of itself in the store or in a scrape is not."""

    def setUp(self):
        self.gateway = self.enterContext(Gateway())
        self.start = self.gateway.peak_memory()

    def assert_grown_by_at_most(self, mebibytes):
        if not INSTRUMENTED:
            self.assertLess((self.gateway.peak_memory() - self.start) / MIB, mebibytes)

    def test_a_long_grouping_label_is_not_held_per_sample(self):
        body = "".join('m{i="%d"} 1\n' % i for i in range(20000))
        reply = self.gateway.push("j/long/" + "x" * 500_000, body)
        self.assertIn(reply.status, (200, 400, 413, 414, 431), reply)
        self.assert_grown_by_at_most(256)

    def test_ten_gigabytes_of_exposition_are_not_built_up(self):
        body = "".join('m{i="%d"} 1\n' % i for i in range(20000))
        reply = self.gateway.push("j/long/" + "x" * 500_000, body)
        if reply.status != 200:
            self.assertGreaterEqual(reply.status, 400)
            return
        with self.gateway.connect() as link:
            link.sendall(b"GET /metrics HTTP/1.1\r\nHost: h\r\n\r\n")
            taken = 0
            while taken < 64 * MIB:
                taken += len(link.recv(MIB))
        self.assertEqual(self.gateway.get("/-/healthy").status, 200)
        self.assert_grown_by_at_most(1024)

    def test_many_distinct_label_names(self):
        body = "".join('m{name_%d="v"} 1\n' % i for i in range(100_000))
        before = time.monotonic()
        self.assertEqual(self.gateway.push("j", body).status, 200)
        self.assertIn('m{instance="",job="j",name_99999="v"} 1', self.gateway.scrape())
        if not INSTRUMENTED:
            self.assertLess(time.monotonic() - before, 10)
        self.assert_grown_by_at_most(256)

    def test_one_sample_with_many_labels(self):
        labels = ",".join('name_%d="v"' % i for i in range(100_000))
        before = time.monotonic()
        reply = self.gateway.push("j", "m{%s} 1\n" % labels)
        self.assertIn(reply.status, (200, 400, 413), reply)
        if not INSTRUMENTED:
            self.assertLess(time.monotonic() - before, 10)
        self.assert_grown_by_at_most(256)

    def test_many_families(self):
        body = "".join("m_%d 1\n" % i for i in range(100_000))
        before = time.monotonic()
        self.assertEqual(self.gateway.push("j", body).status, 200)
        self.assertEqual(self.gateway.push("j", body).status, 200)
        if not INSTRUMENTED:
            self.assertLess(time.monotonic() - before, 20)
        self.assert_grown_by_at_most(512)

    def test_many_grouping_labels(self):
        path = "".join("/l%d/v" % i for i in range(50_000))
        reply = self.gateway.push("j" + path, "m 1\n")
        self.assertIn(reply.status, (200, 400, 413, 414, 431), reply)
        self.assert_grown_by_at_most(256)


class HalfSent(unittest.TestCase):
    HEAD = b"PUT /metrics/job/half HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n"

    def setUp(self):
        self.gateway = self.enterContext(Gateway())

    def test_a_body_that_ends_early_is_refused(self):
        with self.gateway.connect() as link:
            link.sendall(self.HEAD + b"m 1\n")
            link.shutdown(1)
            answer = read_all(link)
        self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), answer)
        self.assertIn(b"unexpected EOF", answer)
        self.assertEqual(self.gateway.groups(), [])

    def test_clients_that_vanish_leave_nothing(self):
        for _ in range(200):
            with self.gateway.connect() as link:
                link.sendall(self.HEAD + b"m 1\n")
        self.assertEqual(self.gateway.push("whole", "m 1\n").status, 200)
        self.assertEqual(self.gateway.group_labels(), [{"job": "whole"}])

    def test_chunks_that_end_early_are_refused(self):
        head = self.HEAD.replace(b"Content-Length: 100", b"Transfer-Encoding: chunked")
        with self.gateway.connect() as link:
            link.sendall(head + b"4\r\nm 1\n\r\n")
            link.shutdown(1)
            answer = read_all(link)
        self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), answer)
        self.assertEqual(self.gateway.groups(), [])


if __name__ == "__main__":
    unittest.main()

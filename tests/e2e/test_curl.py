# SPDX-License-Identifier: GPL-3.0-or-later
"""curl pushes in every way it knows, and scrapes."""
import gzip
import json
import pathlib
import subprocess
import tempfile
import time
import unittest

from gateway import INSTRUMENTED, MIB, Gateway


def many_samples(size):
    """About `size` bytes of one untyped family."""
    line = 'load{series="%07d"} %d\n'
    return "".join(line % (i, i) for i in range(size // len(line % (0, 0)))).encode()


class Curl(unittest.TestCase):
    def setUp(self):
        self.gateway = self.enterContext(Gateway())
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def curl(self, *arguments, data=None):
        """(status, body, what -v says)."""
        done = subprocess.run(["curl", "-sSv", "--max-time", "60", "-w", "\n%{http_code}", *arguments],
                              input=data, capture_output=True, check=False)
        said = done.stderr.decode("utf-8", "replace")
        self.assertEqual(done.returncode, 0, said)
        body, status = done.stdout.rsplit(b"\n", 1)
        return int(status), body, said

    def job(self, name):
        return "%s/metrics/job/%s" % (self.gateway.url, name)

    def series(self, family="load"):
        groups = self.gateway.groups()
        return sum(len(group[family]["metrics"]) for group in groups if family in group)

    def file_of(self, data):
        path = self.folder / "body"
        path.write_bytes(data)
        return "@%s" % path

    def test_a_plain_push_is_scraped(self):
        status, body, _ = self.curl("--data-binary", "@-", self.job("some_job/instance/i1"),
                                    data=b"# TYPE some_metric counter\nsome_metric{label=\"v\"} 42\n")
        self.assertEqual((status, body), (200, b""))
        _, text, _ = self.curl("--compressed", self.gateway.url + "/metrics")
        self.assertIn(b'# TYPE some_metric counter\n'
                      b'some_metric{instance="i1",job="some_job",label="v"} 42\n', text)

    def test_two_megabytes_with_expect_are_not_held_up(self):
        data = many_samples(2 * MIB)
        before = time.monotonic()
        status, _, said = self.curl("-T", "-", "-H", "Expect: 100-continue", "-H", "Transfer-Encoding:",
                                    "-H", "Content-Length: %d" % len(data), self.job("big"), data=data)
        self.assertEqual(status, 200, said)
        self.assertIn("100 Continue", said)
        if not INSTRUMENTED:
            self.assertLess(time.monotonic() - before, 1.0, "curl waits a second for a missing 100")
        self.assertEqual(self.series(), data.count(b"\n"))

    def test_two_megabytes_from_a_file(self):
        data = many_samples(2 * MIB)
        status, _, said = self.curl("--data-binary", self.file_of(data), self.job("big"))
        self.assertEqual(status, 200, said)
        self.assertEqual(self.series(), data.count(b"\n"))

    def test_chunked(self):
        data = many_samples(MIB)
        status, _, said = self.curl("-T", "-", self.job("chunked"), data=data)
        self.assertEqual(status, 200)
        self.assertIn("Transfer-Encoding: chunked", said)
        self.assertEqual(self.series(), data.count(b"\n"))

    def test_gzip(self):
        data = many_samples(MIB)
        status, _, _ = self.curl("--data-binary", self.file_of(gzip.compress(data)),
                                 "-H", "Content-Encoding: gzip", self.job("gzip"))
        self.assertEqual(status, 200)
        self.assertEqual(self.series(), data.count(b"\n"))

    def test_post_merges_and_put_replaces(self):
        for method, data, families in [("PUT", b"a 1\n", {"a"}), ("POST", b"b 1\n", {"a", "b"}),
                                       ("PUT", b"c 1\n", {"c"})]:
            status, _, _ = self.curl("-X", method, "--data-binary", "@-", self.job("j"), data=data)
            self.assertEqual(status, 200)
            stored = {name for name in self.gateway.groups()[0] if len(name) == 1}
            self.assertEqual(stored, families)

    def test_a_base64_value_comes_back_as_it_was(self):
        self.curl("--data-binary", "@-", self.job("j/path@base64/L3Zhci90bXA"), data=b"m 1\n")
        self.assertEqual(self.gateway.group_labels(), [{"job": "j", "path": "/var/tmp"}])

    def test_delete(self):
        self.curl("--data-binary", "@-", self.job("j"), data=b"m 1\n")
        status, _, _ = self.curl("-X", "DELETE", self.job("j"))
        self.assertEqual(status, 202)
        self.assertEqual(self.gateway.group_labels(), [])

    def test_an_inconsistent_push_says_why(self):
        self.curl("--data-binary", "@-", self.job("a"), data=b"# TYPE m counter\nm 1\n")
        status, body, _ = self.curl("--data-binary", "@-", self.job("b"), data=b"# TYPE m gauge\nm 1\n")
        self.assertEqual(status, 400)
        self.assertIn(b"pushed metrics are invalid or inconsistent with existing metrics", body)

    def test_health_and_status(self):
        self.assertEqual(self.curl(self.gateway.url + "/-/healthy")[:2], (200, b"OK"))
        self.assertEqual(self.curl(self.gateway.url + "/-/ready")[:2], (200, b"OK"))
        flags = json.loads(self.curl(self.gateway.url + "/api/v1/status")[1])["data"]["flags"]
        self.assertEqual(flags["web.listen-address"], "127.0.0.1:%d" % self.gateway.port)


if __name__ == "__main__":
    unittest.main()

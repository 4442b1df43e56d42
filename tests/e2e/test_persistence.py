# SPDX-License-Identifier: GPL-3.0-or-later
"""What is acknowledged outlives the gateway, whatever ends it; a disk that fails costs no scrape."""
import contextlib
import http.client
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

from gateway import Gateway, wait_until

FULL = "database or disk is full"


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="pushgate-persistence-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "metrics"

    def gateway(self, *flags, **more):
        return Gateway("--persistence.file=%s" % self.file, *flags, **more)


class Pusher(threading.Thread):
    """Pushes rising numbers to a group of its own until told to stop or cut off; keeps the last
    number that was acknowledged and the last one that was sent."""

    def __init__(self, port, job):
        super().__init__()
        self.port, self.job = port, job
        self.sent = self.acknowledged = 0
        self.stopping = False

    def run(self):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.suppress(OSError, http.client.HTTPException):
            while not self.stopping:
                self.sent += 1
                link.request("PUT", "/metrics/job/%s" % self.job, body="n %d\n" % self.sent)
                reply = link.getresponse()
                reply.read()
                if reply.status != 200:
                    break
                self.acknowledged = self.sent
        link.close()

    def check(self, test, exposition):
        found = re.search(r'^n\{instance="",job="%s"\} (\d+)$' % self.job, exposition, re.MULTILINE)
        value = int(found[1]) if found else 0
        test.assertGreaterEqual(value, self.acknowledged)
        test.assertLessEqual(value, self.sent)


def push_from_many(gateway, count):
    pushers = [Pusher(gateway.port, "j%d" % number) for number in range(count)]
    for pusher in pushers:
        pusher.start()
    wait_until(lambda: all(one.acknowledged > 2 for one in pushers), 60, "every pusher is at work")
    return pushers


class Endings(Folder):
    def test_what_was_acknowledged_outlives_a_kill(self):
        with self.gateway() as gateway:
            pushers = push_from_many(gateway, 16)
            gateway.stop(signal.SIGKILL)
            for pusher in pushers:
                pusher.join()
        with self.gateway() as gateway:
            exposition = gateway.scrape()
            for pusher in pushers:
                pusher.check(self, exposition)

    def test_a_termination_under_load_loses_nothing_and_is_quick(self):
        for interval in ("0s", "1h"):
            with self.subTest(interval=interval):
                with self.gateway("--persistence.interval=" + interval) as gateway:
                    pushers = push_from_many(gateway, 16)
                    begun = time.monotonic()
                    self.assertEqual(gateway.stop(), 0)
                    self.assertLess(time.monotonic() - begun, 5)
                    for pusher in pushers:
                        pusher.join()
                with self.gateway() as gateway:
                    exposition = gateway.scrape()
                    for pusher in pushers:
                        pusher.check(self, exposition)

    def test_leaves_one_file_behind(self):
        with self.gateway() as gateway:
            self.assertEqual(gateway.push("a", "m 1\n").status, 200)
            self.assertEqual(gateway.stop(), 0)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["metrics"])
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)


class Content(Folder):
    def test_deletions_and_failure_marks_are_kept(self):
        with self.gateway("--web.enable-admin-api") as gateway:
            gateway.push("gone", "m 1\n")
            gateway.push("kept", "m 2\n")
            self.assertEqual(gateway.request("DELETE", "/metrics/job/gone").status, 202)
            self.assertEqual(gateway.push("kept", "m 1\nm 1\n").status, 400)
            before = self.pushed(gateway)
            gateway.stop(signal.SIGKILL)
        self.assertNotIn("gone", before)
        with self.gateway("--web.enable-admin-api") as gateway:
            self.assertEqual(self.pushed(gateway), before)
            self.assertFalse(gateway.groups()[0]["last_push_successful"])
            self.assertEqual(gateway.request("PUT", "/api/v1/admin/wipe").status, 202)
            gateway.stop(signal.SIGKILL)
        with self.gateway() as gateway:
            self.assertEqual(gateway.groups(), [])

    @staticmethod
    def pushed(gateway):
        lines = gateway.scrape().splitlines(keepends=True)
        return "".join(line for line in lines if 'job="' in line)

    def test_a_store_that_fails_scrapes_comes_back_as_it_was(self):
        unchecked = "--push.disable-consistency-check"
        with self.gateway(unchecked) as gateway:
            self.assertEqual(gateway.push("a", "m 1\nm 1\n").status, 202)
            before = gateway.get("/metrics")
            self.assertEqual(before.status, 500)
        with self.gateway() as gateway:
            after = gateway.get("/metrics")
            self.assertEqual((after.status, after.body), (before.status, before.body))
            self.assertEqual(gateway.push("a", "m 1\n").status, 200)
            self.assertEqual(gateway.get("/metrics").status, 200)

    def test_the_file_can_be_looked_into(self):
        with self.gateway() as gateway:
            gateway.push("backup/instance/db1", "m 1\n")
            with contextlib.closing(sqlite3.connect(self.file)) as file:
                rows = file.execute("SELECT labels, family, metrics FROM contents").fetchall()
            self.assertEqual(rows, [('{job="backup",instance="db1"}', name, 1) for name in (
                "m", "push_failure_time_seconds", "push_time_seconds")])
            self.assertEqual(gateway.push("backup/instance/db1", "m 2\n").status, 200)


class Refusals(Folder):
    def refused(self, *flags):
        """What a gateway says that does not start."""
        with self.assertRaises(AssertionError) as caught:
            with self.gateway(*flags):
                pass
        self.assertIn("exit status 1", str(caught.exception))
        return str(caught.exception)

    def test_one_gateway_a_file(self):
        with self.gateway() as first:
            said = self.refused()
            self.assertIn("is in use by process %d" % first.process.pid, said)
            self.assertEqual(first.push("a", "m 1\n").status, 200)

    def test_damaged_files_are_left_alone(self):
        other = self.folder / "other"
        with contextlib.closing(sqlite3.connect(other)) as file:
            file.execute("CREATE TABLE t (x)")
            file.commit()
        for name, content in [("empty", b""), ("garbage", b"damaged" * 100),
                              ("foreign", other.read_bytes()),
                              ("cut off", other.read_bytes()[:1000])]:
            with self.subTest(name):
                self.file.write_bytes(content)
                said = self.refused()
                self.assertIn("could not load persisted metrics", said)
                self.assertIn("restore it from a backup or move it away", said)
                self.assertEqual(self.file.read_bytes(), content)

    def test_a_directory_that_is_not_there(self):
        self.file = self.folder / "absent" / "metrics"
        self.assertIn("no such file or directory", self.refused())

    def test_a_directory_as_the_file(self):
        self.file.mkdir()
        self.assertIn("is a directory", self.refused())


class Disk(Folder):
    """On a file system of 4 MiB."""

    def setUp(self):
        super().setUp()
        if os.geteuid() != 0:
            self.skipTest("needs root for a small file system")
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)],
                                 capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("cannot mount a small file system: %r" % mounted.stderr)
        self.addCleanup(subprocess.run, ["umount", "-l", str(disk)], check=True)
        self.file = disk / "metrics"

    def test_a_full_disk_fails_pushes_and_no_scrapes(self):
        with self.gateway() as gateway:
            self.assertEqual(gateway.push("before", "m 1\n").status, 200)
            filler = self.file.parent / "filler"
            with self.assertRaises(OSError), filler.open("wb", buffering=0) as full:
                while True:
                    full.write(bytes(4096))
            lines = "".join('big{n="%d"} %d\n' % (n, n) for n in range(3000))
            reply = wait_until(lambda: self.refusal(gateway, lines), 30, "the disk is full")
            self.assertIn(FULL, reply.text)
            ready = gateway.get("/-/ready")
            self.assertEqual(ready.status, 503)
            self.assertIn(FULL, ready.text)
            self.assertEqual(gateway.get("/-/healthy").status, 200)
            scraped = gateway.scrape()
            self.assertIn('m{instance="",job="before"} 1\n', scraped)
            self.assertNotIn("pushgate_persistence_errors_total 0\n", scraped)
            self.assertNotIn("pushgate_persistence_pending_changes 0\n", scraped)

            filler.unlink()
            wait_until(lambda: gateway.get("/-/ready").status == 200, 30, "the debts are paid")
            self.assertIn("pushgate_persistence_pending_changes 0\n", gateway.scrape())
            self.assertEqual(gateway.push("after", "m 3\n").status, 200)
            before = Content.pushed(gateway)
            gateway.stop(signal.SIGKILL)
        with self.gateway() as gateway:
            self.assertEqual(Content.pushed(gateway), before)

    @staticmethod
    def refusal(gateway, lines):
        reply = gateway.push("big", lines)
        return reply if reply.status == 503 else None


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Each call to the file system of a short history fails, tears or is the last one: whatever was
acknowledged is there after a restart, and nothing is refused for ever.

PUSHGATE_FAULT_STRIDE: only every so many calls are tried, a different choice for each fault (24);
1 tries all.
"""
import errno
import http.client
import os
import pathlib
import signal
import unittest

from faults import DIE, EVER, FAIL, TEAR, WHY_NOT, Faults
from gateway import wait_until
from history import ANSWERS, Group, check_kept, look

RECORDED = pathlib.Path(__file__).resolve().parents[1] / "data/gob/every_type.gob"
STRIDE = int(os.environ.get("PUSHGATE_FAULT_STRIDE", "24"))
KINDS = ["put", "put", "post", "fail", "delete", "put"]


class History:
    """Some requests one after the other, to two groups in turn."""

    def __init__(self):
        self.groups = [Group("x"), Group("y")]

    def ask(self, gateway, group, kind):
        """The status; None if the gateway is gone."""
        method, path, body = group.next_request(kind)
        try:
            reply = gateway.request(method, path, body=body, timeout=30)
        except (OSError, http.client.HTTPException):
            return None
        if reply.status == ANSWERS[kind]:
            group.operations[-1].acknowledged = 0
        elif reply.status != 503:
            raise AssertionError("%s: %r" % (kind, reply))
        return reply.status

    def run(self, gateway):
        """False if the gateway ended on the way."""
        return all(self.ask(gateway, group, kind) is not None
                   for kind in KINDS for group in self.groups)

    def succeeds_again(self, gateway):
        for group in self.groups:
            wait_until(lambda group=group: self.ask(gateway, group, "put") == 200, 20,
                       "pushes succeed again")


@unittest.skipIf(WHY_NOT, WHY_NOT)
class EachCall(unittest.TestCase):
    def setUp(self):
        self.faults = None

    def one(self, call, then, **fault):
        """A history in which that call is struck; what is done with a gateway that lives on."""
        history = History()
        with Faults() as self.faults:
            self.faults.strike(call, **fault)
            self.run_struck(history, then)
            self.faults.clear()
            with self.faults.gateway() as gateway:
                check_kept(history.groups, look(gateway))
                history.succeeds_again(gateway)
                self.assertEqual(gateway.get("/-/ready").status, 200)

    def run_struck(self, history, then):
        gateway = self.faults.gateway(log_level="error")
        if not gateway.begin():
            self.assertIn(gateway.process.returncode, (1, -signal.SIGKILL), gateway.log_text())
            gateway.end()
            return
        try:
            survived = history.run(gateway)
            self.assertEqual(gateway.get("/metrics").status if survived else 200, 200)
            if survived:
                then(history, gateway)
        finally:
            gateway.process.kill()
            gateway.end()

    def go_on(self, history, gateway):
        self.faults.clear()
        history.succeeds_again(gateway)

    def stop(self, _, gateway):
        """With the fault still there, but for what is on disk already."""
        self.assertIn(gateway.stop(), (0, 1, -signal.SIGKILL))

    def count(self):
        """How many calls the history makes, beginning with an empty directory, and how many until
        a good end."""
        history = History()
        with Faults() as faults, faults.gateway() as gateway:
            history.run(gateway)
            calls = faults.calls
            self.assertEqual(gateway.stop(), 0)
            self.assertTrue(all(group.last_acknowledged() == len(group.operations) - 1
                                for group in history.groups))
            return calls, faults.calls

    def each(self, **fault):
        before_the_end, calls = self.count()
        self.assertGreater(before_the_end, 20)
        first = 1 + sum(map(ord, self.id())) % STRIDE
        for call in range(first, before_the_end + 1, STRIDE):
            with self.subTest(call=call):
                self.one(call, self.go_on, **fault)
        for call in range(before_the_end + 1, calls + 1, min(STRIDE, 12)):
            with self.subTest(call=call):
                self.one(call, self.stop, **fault)

    def test_one_call_fails(self):
        self.each(kind=FAIL, error=errno.EIO)

    def test_one_call_finds_the_disk_full(self):
        self.each(kind=TEAR, error=errno.ENOSPC)

    def test_every_call_from_one_on_fails(self):
        self.each(last=EVER, kind=TEAR, error=errno.EIO)

    def test_the_process_dies_in_the_middle_of_a_call(self):
        self.each(kind=DIE, error=errno.EIO)


@unittest.skipIf(WHY_NOT, WHY_NOT)
class TakingOver(unittest.TestCase):
    """A Go Pushgateway's file becomes ours or stays what it is, whatever fails on the way."""

    def start(self, faults):
        """Whether the gateway came up."""
        gateway = faults.gateway(log_level="error")
        up = gateway.begin()
        gateway.process.kill()
        gateway.end()
        return up

    def one(self, call, **fault):
        with Faults() as faults:
            original = RECORDED.read_bytes()
            (faults.folder / "data").write_bytes(original)
            faults.strike(call, **fault)
            self.start(faults)
            faults.clear()
            with faults.gateway() as gateway:
                self.assertEqual(len(gateway.groups()), 8)
            self.assertEqual((faults.folder / "data.gob").read_bytes(), original)

    def count(self):
        with Faults() as faults:
            (faults.folder / "data").write_bytes(RECORDED.read_bytes())
            self.assertTrue(self.start(faults))
            return faults.calls

    def each(self, stride, **fault):
        calls = self.count()
        self.assertGreater(calls, 10)
        for call in range(1 + sum(map(ord, self.id())) % stride, calls + 1, stride):
            with self.subTest(call=call):
                self.one(call, **fault)

    def test_one_call_fails(self):
        self.each(min(STRIDE, 12), kind=TEAR, error=errno.EIO)

    def test_every_call_from_one_on_fails(self):
        self.each(min(STRIDE, 16), last=EVER, kind=TEAR, error=errno.ENOSPC)

    def test_the_process_dies_in_the_middle_of_a_call(self):
        self.each(min(STRIDE, 12), kind=DIE, error=errno.EIO)


@unittest.skipIf(WHY_NOT, WHY_NOT)
class Syncs(unittest.TestCase):
    """A process that is killed loses nothing that it has written: so that is looked at apart."""

    def test_nothing_is_acknowledged_before_it_is_synced(self):
        with Faults() as faults, faults.gateway("--web.enable-admin-api") as gateway:
            for method, path, body, status in [
                    ("PUT", "/metrics/job/a", b"m 1\n", 200), ("POST", "/metrics/job/a", b"n 1\n", 200),
                    ("PUT", "/metrics/job/a", b"m 1\nm 2\n", 400),
                    ("DELETE", "/metrics/job/a", b"", 202), ("PUT", "/metrics/job/b", b"m 1\n", 200),
                    ("PUT", "/api/v1/admin/wipe", b"", 202)] * 5:
                before = faults.syncs
                reply = gateway.request(method, path, body=body)
                self.assertEqual(reply.status, status, reply)
                self.assertGreater(faults.syncs, before, (method, path))


if __name__ == "__main__":
    unittest.main()

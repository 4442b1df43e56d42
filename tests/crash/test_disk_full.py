# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk is full for a while: pushes fail and say so, scrapes go on, and once there is space all
is as if nothing had been, without a restart."""
import errno
import unittest

from faults import EVER, TEAR, WHY_NOT, Faults
from gateway import wait_until


@unittest.skipIf(WHY_NOT, WHY_NOT)
class DiskFull(unittest.TestCase):
    def setUp(self):
        self.faults = self.enterContext(Faults())
        self.gateway = self.enterContext(self.faults.gateway("--web.enable-admin-api"))

    def fill_the_disk(self):
        self.faults.strike(1, last=EVER, kind=TEAR, error=errno.ENOSPC)

    def refused(self, reply):
        self.assertEqual(reply.status, 503, reply)
        self.assertRegex(reply.text, "(?i)full|space|persist")

    def succeeds(self, path, body):
        wait_until(lambda: self.gateway.push(path, body).status == 200, 20, "pushes succeed")

    def test_pushes_fail_and_scrapes_go_on(self):
        self.assertEqual(self.gateway.push("before", "m 1\n").status, 200)
        self.fill_the_disk()
        for _ in range(3):
            self.refused(self.gateway.push("while", "m 2\n"))
            self.assertIn('m{instance="",job="before"} 1', self.gateway.scrape())
        self.refused(self.gateway.request("DELETE", "/metrics/job/before"))
        self.assertEqual(self.gateway.get("/-/healthy").status, 200)
        self.assertEqual(self.gateway.get("/-/ready").status, 503)

    def test_debts_are_paid_when_there_is_space_again(self):
        self.assertEqual(self.gateway.push("deleted", "m 1\n").status, 200)
        self.fill_the_disk()
        self.refused(self.gateway.push("owed", "m 2\n"))
        self.refused(self.gateway.request("DELETE", "/metrics/job/deleted"))
        self.faults.clear()
        wait_until(lambda: self.gateway.get("/-/ready").status == 200, 20, "it is ready by itself")
        self.succeeds("after", "m 3\n")
        before = self.gateway.group_labels()
        self.gateway.process.kill()
        self.gateway.process.wait()
        with self.faults.gateway() as restarted:
            text = restarted.scrape()
            self.assertCountEqual(restarted.group_labels(), before)
            self.assertIn('m{instance="",job="owed"} 2', text)
            self.assertIn('m{instance="",job="after"} 3', text)
            self.assertNotIn('job="deleted"', text)


if __name__ == "__main__":
    unittest.main()

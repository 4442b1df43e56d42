# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups API and the rules of staleness against a running gateway."""
import pathlib
import signal
import tempfile
import threading
import time
import unittest
import urllib.parse

from gateway import Gateway, wait_until


def listed(gateway, **parameters):
    reply = gateway.get("/api/v1/groups?" + urllib.parse.urlencode(parameters))
    assert reply.status == 200, reply
    return reply.json()["data"]


def jobs(groups):
    return [group["labels"]["job"] for group in groups]


class Groups(unittest.TestCase):
    def test_long_poll_hears_of_a_change(self):
        with Gateway() as gateway:
            gateway.push("a", "m 1\n")
            revision = listed(gateway)["revision"]
            answers = []
            thread = threading.Thread(target=lambda: answers.append(
                listed(gateway, since=revision, wait="30s")))
            thread.start()
            wait_until(lambda: gateway.push("b", "m 1\n").status == 200, 5, "pushed")
            thread.join(10)
            self.assertEqual(jobs(answers[0]["groups"]), ["b"])

    def test_a_client_that_is_gone_and_a_stop_harm_nobody(self):
        with Gateway("--web.shutdown-timeout=20s") as gateway:
            gateway.push("a", "m 1\n")
            revision = listed(gateway)["revision"]
            path = "/api/v1/groups?since=%d&wait=60s" % revision
            head = ("GET %s HTTP/1.1\r\nHost: h\r\n\r\n" % path).encode()
            for _ in range(20):
                with gateway.connect() as gone:
                    gone.sendall(head)
            waiting = gateway.connect()
            waiting.sendall(head)
            time.sleep(0.3)
            begun = time.monotonic()
            self.assertEqual(gateway.stop(), 0)
            self.assertLess(time.monotonic() - begun, 5)
            self.assertTrue(waiting.recv(100).startswith(b"HTTP/1.1 200 OK"))
            waiting.close()

    def test_rules_are_read_again_and_expired_groups_go(self):
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "rules.yml"
            rules.write_text("default: {stale_after: 1h}\n", encoding="ascii")
            with Gateway("--staleness.config.file=%s" % rules, log_level="info") as gateway:
                gateway.push("tmp", "m 1\n")
                gateway.push("kept", "m 1\n")
                self.assertEqual([group["stale_after_seconds"] for group in listed(gateway)["groups"]],
                                 [3600, 3600])

                rules.write_text("rules:\n- match: '{job=}'\n", encoding="ascii")
                reply = gateway.request("POST", "/-/reload")
                self.assertEqual(reply.status, 500)
                self.assertIn("line 2: invalid selector at position 6", reply.text)
                self.assertEqual(listed(gateway)["groups"][0]["stale_after_seconds"], 3600)

                rules.write_text("rules:\n- match: '{job=\"tmp\"}'\n  delete_after: 1s\n",
                                 encoding="ascii")
                gateway.process.send_signal(signal.SIGHUP)
                wait_until(lambda: jobs(listed(gateway)["groups"]) == ["kept"], 12, "one is deleted")
                self.assertIn("pushgate_groups_expired_total 1\n", gateway.scrape())
                self.assertIn('pushgate_groups{state="fresh"} 1\n', gateway.scrape())
                self.assertIn("deleted a group that has expired", gateway.log_text())

    def test_wrong_rules_stop_the_start(self):
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "rules.yml"
            rules.write_text("rules:\n- stale_after: 1h\n", encoding="ascii")
            gateway = Gateway("--staleness.config.file=%s" % rules)
            self.assertFalse(gateway.begin())
            self.assertEqual(gateway.wait(), 1)
            self.assertIn('line 2: a rule needs', gateway.log_text())
            gateway.end()

    def test_the_epoch_survives_a_restart(self):
        with tempfile.TemporaryDirectory() as folder:
            flags = ["--persistence.file=%s/metrics" % folder, "--metrics.group-state"]
            with Gateway(*flags) as gateway:
                gateway.push("a", "m 1\n")
                before = listed(gateway)
            with Gateway(*flags) as gateway:
                after = listed(gateway, since=before["revision"])
                self.assertEqual(after["epoch"], before["epoch"])
                self.assertTrue(after["reset"])
                self.assertEqual(jobs(after["groups"]), ["a"])
                self.assertGreater(after["revision"], before["revision"])
                self.assertIn('push_overdue{instance="",job="a"} 0\n', gateway.scrape())
        with Gateway() as gateway:
            first = listed(gateway)
        with Gateway() as gateway:
            self.assertNotEqual(listed(gateway)["epoch"], first["epoch"])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop program in real windows, used by keyboard as a new operator would.

Pictures of each step go to the folder PUSHGATE_PICTURES, in light, dark and Chinese.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

from desktop import Program, Screen, missing_tools
from gateway import Gateway, command, wait_until

PICTURES = pathlib.Path(os.environ.get("PUSHGATE_PICTURES", tempfile.gettempdir()))
RULES = "rules:\n- match: '{job=\"legacy_sync\"}'\n  stale_after: 1s\n"
HISTOGRAM = "".join('took_seconds_bucket{le="%s"} %d\n' % pair for pair in
                    (("0.5", 3), ("1", 10), ("2", 41), ("5", 77), ("+Inf", 100)))
BODY = ("# HELP rows_loaded_total Rows written.\n# TYPE rows_loaded_total counter\n"
        'rows_loaded_total{table="users"} 1203994\nrows_loaded_total{table="orders"} 42\n'
        "# HELP took_seconds How long it took.\n# TYPE took_seconds histogram\n" + HISTOGRAM
        + "took_seconds_sum 223.5\ntook_seconds_count 100\n")


def jobs(gateway):
    return sorted(group["labels"]["job"] for group in gateway.get("/api/v1/groups").json()["data"]["groups"])


class Desktop(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="pushgate-rules-")
        self.addCleanup(folder.cleanup)
        rules = pathlib.Path(folder.name) / "rules.yml"
        rules.write_text(RULES, encoding="ascii")
        self.gateway = self.enterContext(Gateway("--staleness.config.file=%s" % rules,
                                                 "--web.enable-admin-api"))
        for job in ("backup/instance/db-1", "backup/instance/db-2", "etl_users/instance/eu-west-1",
                    "legacy_sync/instance/worker-7", "nightly_load/instance/db-1/shard/3"):
            self.assertEqual(self.gateway.push(job, BODY).status, 200)
        refused = self.gateway.push("nightly_load/instance/db-1/shard/3", "m 1\nm 1\n", method="POST")
        self.assertEqual(refused.status, 400)
        self.screen = self.enterContext(Screen())
        self.url = "http://127.0.0.1:%d" % self.gateway.port

    def shoot(self, name):
        time.sleep(0.4)  # for whoever looks at the pictures: what fades has faded
        self.screen.shoot(PICTURES / ("desktop-%s.png" % name))

    def assertQuiet(self, program):
        self.assertEqual(program.log_text(), "")

    def test_a_stale_group_is_found_understood_deleted_and_brought_back(self):
        begun = time.monotonic()
        with Program(self.screen, self.url) as program:
            time.sleep(1.5)  # reads the list, and the group grows stale
            program.press("ctrl+3")
            program.press("Down")
            self.shoot("stale")
            with program.dialog(["Delete"], "^Delete groups$"):
                self.shoot("delete")
                program.press("alt+d")
                program.wait_until_closed("^Delete groups$")
            wait_until(lambda: "legacy_sync" not in jobs(self.gateway), 10, "the group is gone")
            self.assertLess(time.monotonic() - begun, 15)
            program.press("ctrl+z")
            wait_until(lambda: "legacy_sync" in jobs(self.gateway), 10, "the group is back")
            self.assertIn('took_seconds_bucket{instance="worker-7",job="legacy_sync",le="2"} 41\n',
                          self.gateway.scrape())
            self.assertQuiet(program)

    def test_a_new_operator_is_invited_to_push(self):
        with Program(self.screen, "--local") as program:
            children = pathlib.Path("/proc/%d/task/%d/children" % ((program.process.pid,) * 2))
            child = wait_until(lambda: children.read_text().split(), 20, "the local gateway runs")[0]
            self.shoot("local")
            command = pathlib.Path("/proc/%s/cmdline" % child).read_text()
            port = int(re.search(r"--web.listen-address=127\.0\.0\.1:(\d+)", command)[1])
            address = "http://127.0.0.1:%d/metrics/job/first" % port
            with urllib.request.urlopen(urllib.request.Request(address, BODY.encode(), method="PUT")) as reply:
                self.assertEqual(reply.status, 200)
            time.sleep(1)
            self.shoot("local-pushed")
            self.assertQuiet(program)
        wait_until(lambda: not pathlib.Path("/proc/%s/exe" % child).exists(), 10, "it ended with the program")

    def test_every_window_in_every_language_on_this_screen(self):
        """What takes the pictures of all windows, with a window manager this time."""
        for program in os.environ["PUSHGATE_PICTURE_TESTS"].split(":"):
            with self.subTest(program), tempfile.TemporaryDirectory(prefix="pushgate-run-") as folder:
                environment = {**os.environ, "DISPLAY": self.screen.display, "QT_QPA_PLATFORM": "xcb",
                               "XDG_RUNTIME_DIR": folder, "LC_ALL": "C.UTF-8",
                               "PUSHGATED": command()[0],
                               "PUSHGATE_SCREENSHOTS": str(PICTURES / "windows")}
                done = subprocess.run([program], env=environment, capture_output=True, text=True,
                                      timeout=200, check=False)
                self.assertEqual(done.returncode, 0, done.stdout[-3000:] + done.stderr[-3000:])

    def walk(self, name, **look):
        with Program(self.screen, self.url, **look) as program:
            time.sleep(1.5)
            program.press("Down", "Down")
            self.shoot("%s-groups" % name)
            for step in self.steps(program):
                self.shoot("%s-%s" % (name, step))
            self.assertQuiet(program)

    def steps(self, program):
        """What opens by keys; yields while something is to be looked at."""
        program.press("ctrl+o")
        time.sleep(1)
        yield "overview"
        program.press("ctrl+o")
        for keys, step in (("ctrl+n", "connect"), ("ctrl+p", "push"), ("question", "keys")):
            before = self.screen.run(["xdotool", "getactivewindow"])
            program.press(keys)
            wait_until(lambda: self.screen.run(["xdotool", "getactivewindow"]) != before, 20, step)
            yield step
            program.press("Escape")
            wait_until(lambda: self.screen.run(["xdotool", "getactivewindow"]) == before, 20,
                       "%s is closed" % step)

    def test_light(self):
        self.walk("light", appearance=1)

    def test_dark(self):
        self.walk("dark", appearance=2)

    def test_chinese(self):
        self.walk("chinese", language="zh_CN.UTF-8")


if __name__ == "__main__":
    lacking = missing_tools()
    if lacking:
        print("not tested: %s missing" % ", ".join(lacking), file=sys.stderr)
        sys.exit(77)
    (PICTURES / "windows").mkdir(parents=True, exist_ok=True)
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The load generator pushes what it says, and never takes a refusal for a success.

usage: test_push_load.py PUSH_LOAD
"""
import json
import subprocess
import sys
import unittest

from gateway import Gateway

PROGRAM = []


def load(gateway, *flags):
    return subprocess.run([*PROGRAM, "--port=%d" % gateway.port, *flags], capture_output=True,
                          text=True, timeout=120, check=False)


class PushLoad(unittest.TestCase):
    def test_every_group_gets_its_series(self):
        with Gateway() as gateway:
            done = load(gateway, "--groups=50", "--series=200", "--pushes=120", "--connections=4")
            self.assertEqual(done.returncode, 0, done.stderr)
            report = json.loads(done.stdout)
            self.assertEqual(report["pushes"], 120)
            self.assertLessEqual(report["p50_us"], report["p99_us"])
            groups = gateway.groups()
            self.assertEqual(len(groups), 50)
            for group in groups:
                series = sum(len(family["metrics"]) for name, family in group.items()
                             if name.startswith("bench_"))
                self.assertEqual(series, 200)

    def test_it_ends_when_the_time_is_up(self):
        with Gateway() as gateway:
            done = load(gateway, "--seconds=0.2")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertLess(json.loads(done.stdout)["seconds"], 10)

    def test_a_refusal_is_an_error(self):
        with Gateway() as gateway:
            gateway.push("j", "# TYPE bench_latency_seconds_00 counter\nbench_latency_seconds_00 1\n")
            done = load(gateway, "--pushes=10")
            self.assertEqual(done.returncode, 1)
            self.assertIn("inconsistent", done.stderr)


if __name__ == "__main__":
    PROGRAM = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])

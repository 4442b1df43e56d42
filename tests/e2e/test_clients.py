# SPDX-License-Identifier: GPL-3.0-or-later
"""Client libraries push. Each program of `clients/` does the same with its library:

group {job=client, instance=db1}: a push of counter client_runs_total{kind="full"} 3 and histogram
client_took_seconds with buckets 1 and 10 and the observations 0.5 and 20; then a push add of gauge
client_extra 12.5. Group {job=gone}: a push, then a delete.

usage: test_clients.py COMMAND [ARGUMENT...]; host and port are appended.
"""
import subprocess
import sys
import unittest

from gateway import Gateway

PROGRAM = []


class Client(unittest.TestCase):
    def test_pushes_arrive_as_meant(self):
        with Gateway() as gateway:
            done = subprocess.run([*PROGRAM, "127.0.0.1", str(gateway.port)], capture_output=True,
                                  text=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            groups = gateway.groups()
            text = gateway.scrape()
        self.assertEqual([group["labels"] for group in groups], [{"job": "client", "instance": "db1"}])
        self.assertTrue(groups[0]["last_push_successful"])
        self.assertEqual(groups[0]["client_runs_total"]["type"], "COUNTER")
        for line in ["# HELP client_runs_total Runs.", "# TYPE client_took_seconds histogram",
                     'client_runs_total{instance="db1",job="client",kind="full"} 3',
                     'client_took_seconds_bucket{instance="db1",job="client",le="1"} 1',
                     'client_took_seconds_bucket{instance="db1",job="client",le="10"} 1',
                     'client_took_seconds_bucket{instance="db1",job="client",le="+Inf"} 2',
                     'client_took_seconds_sum{instance="db1",job="client"} 20.5',
                     'client_took_seconds_count{instance="db1",job="client"} 2',
                     "# TYPE client_extra gauge", 'client_extra{instance="db1",job="client"} 12.5']:
            self.assertIn(line, text.splitlines())


if __name__ == "__main__":
    PROGRAM = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])

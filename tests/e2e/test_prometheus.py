# SPDX-License-Identifier: GPL-3.0-or-later
"""Prometheus scrapes the gateway, and its query API returns what was pushed.

PUSHGATE_PROMETHEUS names the program; without it the one in the build's peers is taken.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import urllib.parse
import urllib.request

from gateway import ROOT, Gateway, accepts, free_port, wait_until

PROMETHEUS = os.environ.get("PUSHGATE_PROMETHEUS", str(ROOT / "build/peers/usr/bin/prometheus"))
CONFIGURATION = """
global:
  scrape_interval: 1s
  scrape_timeout: 1s
scrape_configs:
  - job_name: pushgate
    honor_labels: true
    static_configs:
      - targets: ['127.0.0.1:%d']
"""


class Prometheus:
    def __init__(self, gateway_port):
        self.folder = tempfile.TemporaryDirectory()
        home = pathlib.Path(self.folder.name)
        (home / "prometheus.yml").write_text(CONFIGURATION % gateway_port, encoding="utf-8")
        self.port = free_port()
        self.log = open(home / "log", "wb+")
        self.process = subprocess.Popen(
            [PROMETHEUS, "--config.file=%s" % (home / "prometheus.yml"),
             "--storage.tsdb.path=%s" % (home / "data"),
             "--web.listen-address=127.0.0.1:%d" % self.port],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, cwd=home)

    def __enter__(self):
        wait_until(lambda: accepts(self.port), 60, "Prometheus listens")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)
        self.log.close()
        self.folder.cleanup()

    def query(self, expression):
        address = "http://127.0.0.1:%d/api/v1/query?%s" % (
            self.port, urllib.parse.urlencode({"query": expression}))
        try:
            with urllib.request.urlopen(address, timeout=10) as reply:
                return json.load(reply)["data"]["result"]
        except urllib.error.HTTPError as error:
            if error.code == 503:  # it still replays its log
                return []
            raise

    def wait_for(self, expression):
        return wait_until(lambda: self.query(expression), 60, expression)


class Scraping(unittest.TestCase):
    def setUp(self):
        self.gateway = self.enterContext(Gateway())

    def test_the_pushers_own_job_and_instance_are_kept(self):
        pushed = self.gateway.push("backup/instance/db1", "# TYPE size gauge\nsize{kind=\"full\"} 12.5\n"
                                   "# TYPE took histogram\ntook_bucket{le=\"1\"} 2\n"
                                   "took_bucket{le=\"+Inf\"} 3\ntook_sum 4.5\ntook_count 3\n")
        self.assertEqual(pushed.status, 200, pushed)
        with Prometheus(self.gateway.port) as prometheus:
            (size,) = prometheus.wait_for("size")
            self.assertEqual(size["metric"], {"__name__": "size", "instance": "db1", "job": "backup",
                                              "kind": "full"})
            self.assertEqual(size["value"][1], "12.5")
            (bucket,) = prometheus.wait_for('took_bucket{le="+Inf"}')
            self.assertEqual((bucket["metric"]["job"], bucket["value"][1]), ("backup", "3"))

    def test_a_group_without_instance_gets_none_from_prometheus(self):
        self.gateway.push("nightly", "rows 7\n")
        with Prometheus(self.gateway.port) as prometheus:
            (rows,) = prometheus.wait_for("rows")
            self.assertEqual(rows["metric"], {"__name__": "rows", "job": "nightly"})

    def test_own_metrics_keep_the_scrape_jobs_labels(self):
        self.gateway.push("nightly", "rows 7\n")
        with Prometheus(self.gateway.port) as prometheus:
            (up,) = prometheus.wait_for('up{job="pushgate"} == 1')
            self.assertEqual(up["metric"]["instance"], "127.0.0.1:%d" % self.gateway.port)
            (built,) = prometheus.wait_for("pushgateway_build_info")
            self.assertEqual(built["metric"]["job"], "pushgate")
            (pushed,) = prometheus.wait_for('push_time_seconds{job="nightly"}')
            self.assertGreater(float(pushed["value"][1]), 1.6e9)

    def test_a_deleted_group_goes_stale_at_once(self):
        self.gateway.push("nightly", "rows 7\n")
        with Prometheus(self.gateway.port) as prometheus:
            prometheus.wait_for("rows")
            self.gateway.request("DELETE", "/metrics/job/nightly")
            wait_until(lambda: not prometheus.query("rows"), 30, "rows is gone")


if __name__ == "__main__":
    unittest.main()

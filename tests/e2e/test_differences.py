# SPDX-License-Identifier: GPL-3.0-or-later
"""What we do on purpose otherwise than the reference; README.md has the list for users.
Bounds are tested in tests/hostile, exit statuses in test_life_cycle.py."""
import subprocess
import unittest

import run as wire
from gateway import Gateway, command

DELIMITED = {"Content-Type": "application/vnd.google.protobuf; "
             "proto=io.prometheus.client.MetricFamily; encoding=delimited"}


class NoPoisoning(unittest.TestCase):
    """What would make every scrape fail is refused and leaves no trace."""

    def setUp(self):
        self.gateway = self.enterContext(Gateway())

    def refused(self, gateway, path, body, **more):
        before = gateway.groups()
        reply = gateway.push(path, body, **more)
        self.assertEqual(reply.status, 400, reply)
        self.assertNotEqual(reply.body.strip(), b"")
        self.assertEqual(gateway.groups(), before)
        gateway.scrape()
        return reply

    def test_invalid_utf8_in_a_grouping_label(self):
        for path in ("x%C3", "j/host/%FF", "j/host@base64/_w", "j/surrogate/%ED%A0%80"):
            with self.subTest(path=path):
                self.refused(self.gateway, path, "m 1\n")

    def test_invalid_utf8_in_a_base64_job(self):
        reply = self.gateway.request("PUT", "/metrics/job@base64/_w", body=b"m 1\n")
        self.assertEqual(reply.status, 400)
        self.assertEqual(self.gateway.groups(), [])

    def test_a_group_with_an_empty_instance_beside_one_without(self):
        for first, second in [("a", "a/instance@base64/="), ("b/instance@base64/=", "b")]:
            with self.subTest(first=first):
                self.assertEqual(self.gateway.push(first, "one 1\n").status, 200)
                self.refused(self.gateway, second, "two 2\n")
                self.refused(self.gateway, second, "")

    def test_a_reserved_label_name_in_disguise(self):
        with Gateway("--push.enable-utf8-names") as gateway:
            self.refused(gateway, "j/U______x/1", "m 1\n")

    def test_a_failure_mark_that_would_clash_is_not_made(self):
        own = "# TYPE push_failure_time_seconds counter\npush_failure_time_seconds 1\n"
        self.assertEqual(self.gateway.push("a", "m 1\n").status, 200)
        self.assertEqual(self.gateway.push("a", own).status, 200)
        self.assertEqual(self.gateway.push("b", 'm{x="1"} 1 1000\n').status, 400)
        self.gateway.scrape()
        self.assertEqual(self.gateway.group_labels(), [{"job": "a"}])

    def test_a_mark_that_harms_nothing_is_made(self):
        self.assertEqual(self.gateway.push("b", "m 1 1000\n").status, 400)
        (group,) = self.gateway.groups()
        self.assertEqual(group["labels"], {"job": "b"})
        self.assertFalse(group["last_push_successful"])


class NoTruncatedScrapes(unittest.TestCase):
    """Protobuf families that cannot be written as text are refused."""

    def test_families_that_end_a_scrape_early(self):
        sample = {"label": [["a", "b"]], "gauge": {"value": 1}}
        for name, family in [
                ("empty name", {"name": "", "type": "GAUGE", "metric": [sample]}),
                ("unknown type", {"name": "m", "type": 17, "metric": [sample]}),
                ("histogram without payload", {"name": "m", "type": "HISTOGRAM", "metric": [sample]}),
                ("gauge histogram without payload",
                 {"name": "m", "type": "GAUGE_HISTOGRAM", "metric": [sample]})]:
            with self.subTest(name), Gateway() as gateway:
                gateway.push("before", "zzz 1\n")
                body = wire.proto_delimited([family])
                reply = gateway.push("j", body, headers=DELIMITED)
                self.assertEqual(reply.status, 400, reply)
                self.assertIn('zzz{instance="",job="before"} 1', gateway.scrape())


class OwnIdentity(unittest.TestCase):
    def test_version_names_the_program(self):
        done = subprocess.run([*command(), "--version"], capture_output=True, text=True, timeout=30,
                              check=False)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout + done.stderr, r"^pushgate\w*,? version \d+\.\d+")

    def test_scrape_has_our_metrics_and_none_of_go(self):
        with Gateway() as gateway:
            text = gateway.scrape()
            self.assertRegex(text, r"(?m)^pushgateway_build_info\{.*version=\"[^\"]+\".*\} 1$")
            self.assertNotRegex(text, r"goversion=|goos=|goarch=")
            self.assertNotRegex(text, r"(?m)^(# \w+ )?(go|promhttp)_")
            self.assertRegex(text, r"(?m)^# TYPE process_resident_memory_bytes gauge$")

    def test_profiles_are_not_offered(self):
        with Gateway() as gateway:
            for path in ("/debug/pprof/", "/debug/pprof/cmdline", "/debug/pprof/heap"):
                self.assertEqual(gateway.get(path).status, 404)


class OtherSites(unittest.TestCase):
    """A page of another site can neither wipe nor quit; scripts and our own page can."""

    FOREIGN = [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
               {"Origin": "http://evil.example"}, {"Origin": "null"},
               {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:%(port)d"}]
    OWN = [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"},
           {"Origin": "http://127.0.0.1:%(port)d"}]

    def headers(self, template, gateway):
        return {name: value % {"port": gateway.port} for name, value in template.items()}

    def test_wipe(self):
        with Gateway("--web.enable-admin-api") as gateway:
            for template in self.FOREIGN:
                with self.subTest(template):
                    gateway.push("j", "m 1\n")
                    reply = gateway.request("PUT", "/api/v1/admin/wipe",
                                            headers=self.headers(template, gateway))
                    self.assertEqual(reply.status, 403)
                    self.assertEqual(gateway.group_labels(), [{"job": "j"}])
            for template in self.OWN:
                with self.subTest(template):
                    gateway.push("j", "m 1\n")
                    reply = gateway.request("PUT", "/api/v1/admin/wipe",
                                            headers=self.headers(template, gateway))
                    self.assertEqual(reply.status, 202)
                    self.assertEqual(gateway.group_labels(), [])

    def test_quit(self):
        with Gateway("--web.enable-lifecycle") as gateway:
            for template in self.FOREIGN:
                with self.subTest(template):
                    reply = gateway.request("PUT", "/-/quit", headers=self.headers(template, gateway))
                    self.assertEqual(reply.status, 403)
                    self.assertEqual(gateway.get("/-/healthy").status, 200)

    def test_pushes_and_deletes_stay_open(self):
        with Gateway() as gateway:
            headers = {"Sec-Fetch-Site": "cross-site", "Origin": "http://evil.example"}
            self.assertEqual(gateway.push("j", "m 1\n", headers=headers).status, 200)
            deleted = gateway.request("DELETE", "/metrics/job/j", headers=headers)
            self.assertEqual(deleted.status, 202)


class Order(unittest.TestCase):
    def test_groups_by_key_and_samples_within(self):
        with Gateway() as gateway:
            gateway.push("b", 'm{z="1"} 1\nm 2\n')
            gateway.push("a/zone/x", "m 3\n")
            gateway.push("a", 'm{b="2"} 4\nm{a="9"} 5\nm{b="1"} 6\n')
            lines = [line for line in gateway.scrape().splitlines() if line.startswith("m{")]
        self.assertEqual(lines, [
            'm{b="1",instance="",job="a"} 6',
            'm{b="2",instance="",job="a"} 4',
            'm{a="9",instance="",job="a"} 5',
            'm{instance="",job="a",zone="x"} 3',
            'm{instance="",job="b"} 2',
            'm{instance="",job="b",z="1"} 1'])

    def test_equal_content_gives_equal_bytes(self):
        bodies = {"a": "m 1\n", "b": 'm{x="1"} 1\nm{x="2"} 2\n', "c/d/e": "n 3\n"}
        texts = []
        for jobs in (list(bodies), list(reversed(bodies))):
            with Gateway() as gateway:
                for job in jobs:
                    gateway.push(job, bodies[job])
                texts.append([line for line in gateway.scrape().splitlines()
                              if 'job="' in line and not line.startswith("push_")])
        self.assertEqual(texts[0], texts[1])


if __name__ == "__main__":
    unittest.main()

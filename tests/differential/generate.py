# SPDX-License-Identifier: GPL-3.0-or-later
"""Random histories of requests, in the form of the conformance suite's steps. Small pools of names
and values on purpose: what differs between two gateways is found where pushes meet."""
import base64
import random

NAMES = ["m", "m_total", "m_sum", "m_count", "m_bucket", "h", "h_sum", "s", "s_count", "x:y", "_", "m.x",
         "é", "1m", "push_time_seconds", "push_failure_time_seconds", "up", "pushgateway_http_requests_total"]
LABELS = ["a", "b", "le", "quantile", "job", "instance", "__x", "__name__", "a.b", "1a", "é", "_"]
TEXTS = ["", "x", "y", "0.5", "+Inf", "Inf", "1", "1.0", "NaN", "j", "é", "a b", "\\\\", "\\n", "\\\"", "\\q", "{", "\t"]
NUMBERS = ["0", "1", "-0", "2.5", "1e3", "1E-3", "NaN", "nan", "+Inf", "-Inf", "inf", "Infinity", "1e400", "0x1p3", "1_0",
           "0b1", "-1", ".5", "5.", "1e", "--1", "9007199254740993", "1.7976931348623157e308", "4.9e-324", "x", ""]
STAMPS = ["", "", "", "", " 1", " -1", " 1234567890123", " 1.5", " x", " 99999999999999999999", "  7 "]
TYPES = ["counter", "gauge", "summary", "histogram", "untyped", "Counter", "gaugehistogram", "x", ""]
NOISE = list("{}\"\\,= \t\r\n#:._0aZ\x00é")
ACCEPTS = [None, "text/plain", "application/openmetrics-text", "text/plain;version=0.0.4;escaping=allow-utf-8",
           "text/plain;version=1.0.0;escaping=dots", "text/plain;version=1.0.0;escaping=values", "*/*;q=0.1",
           "text/plain;version=1.0.0;escaping=underscores"]
PROTO_TYPE = "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited"
PROTO_ACCEPTS = [PROTO_TYPE, PROTO_TYPE + "; escaping=allow-utf-8", PROTO_TYPE + "; escaping=values"]
FLAG_SETS = [[], ["--push.enable-utf8-names"], ["--push.disable-consistency-check"],
             ["--push.enable-utf8-names", "--push.disable-consistency-check"]]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, pool):
        """The front of a pool is more likely, so that requests meet."""
        return pool[int(len(pool) * self.random.random() ** 1.7)]

    def history(self):
        """{"flags": …, "steps": […]}; each change is followed by readings."""
        steps = []
        for _ in range(self.random.randint(2, 7)):
            steps.append(self.change())
            steps += self.readings()
        return {"flags": self.random.choice(FLAG_SETS), "steps": steps}

    # ------------------------------------------------------------------------------- requests

    def change(self):
        if self.chance(0.15):
            return {"method": "DELETE", "path": self.path(), "check": {"body": "squash"}}
        step = {"method": self.random.choice(["PUT", "POST"]), "path": self.path(), "check": {"body": "squash"}}
        if self.chance(0.3):
            body, step["headers"] = {"proto": self.families()}, {"Content-Type": PROTO_TYPE}
            if self.chance(0.1):
                body = {"cut": [body, self.random.randint(0, 60)]}
        else:
            body = self.text()
        if self.chance(0.05):
            body = {"gzip": body}
            step.setdefault("headers", {})["Content-Encoding"] = "gzip"
        step["body"] = body
        return step

    def readings(self):
        accept = self.random.choice(ACCEPTS)
        yield {"path": "/metrics", "check": {"body": "exposition", "values": "text"},
               **({"headers": {"Accept": accept}} if accept else {})}
        if self.chance(0.3):
            yield {"path": "/api/v1/metrics", "check": {"body": "json"}}
        if self.chance(0.2):
            yield {"path": "/metrics", "check": {"body": "exposition_proto"},
                   "headers": {"Accept": self.random.choice(PROTO_ACCEPTS)}}

    def path(self):
        parts = ["/metrics", self.pair("job", ["j", "k", "é", "", "a/b", "..", "."])]
        parts += [self.pair(self.pick(LABELS), TEXTS[:8] + ["a/b", "=", "a,b"]) for _ in range(self.pick([0, 0, 1, 2, 3]))]
        return "/".join(parts) + ("/" if self.chance(0.03) else "") + ("/x" if self.chance(0.02) else "")

    def pair(self, name, values):
        value = self.pick(values)
        name = name if self.chance(0.97) else "U__" + "".join("_%X_" % ord(c) if not c.isalnum() else c for c in name)
        if self.chance(0.25) or "/" in value:
            encoded = base64.urlsafe_b64encode(value.encode()).decode()
            return name + "@base64/" + (encoded.rstrip("=") if self.chance(0.5) else encoded or "=")
        return name + "/" + "".join("%%%02X" % b if b <= 32 or b > 126 or chr(b) in '%"\\{#?^`|<>' else chr(b)
                                    for b in value.encode())

    # ----------------------------------------------------------------------------------- text

    def text(self):
        lines = []
        for _ in range(self.random.randint(0, 8)):
            lines.append(self.family_lines() if self.chance(0.2) else self.line())
        text = "\n".join(lines) + ("\n" if self.chance(0.95) else "")
        for _ in range(self.random.randint(1, 3) if self.chance(0.15) else 0):
            at = self.random.randint(0, len(text))
            text = text[:at] + self.random.choice(NOISE) + text[at + self.random.randint(0, 2):]
        return text

    def line(self):
        name = self.pick(NAMES)
        kind = self.random.random()
        if kind < 0.15:
            return "# TYPE %s %s" % (name, self.pick(TYPES))
        if kind < 0.25:
            return "# HELP %s %s" % (name, self.pick(TEXTS))
        if kind < 0.3:
            return self.random.choice(["", "#", "# x", " ", "\t# HELP", "# TYPE", "# EOF"])
        return self.sample(name)

    def sample(self, name):
        labels = ["%s=\"%s\"" % (self.quoted(self.pick(LABELS)), self.pick(TEXTS)) for _ in range(self.pick([0, 1, 1, 2, 3]))]
        if self.chance(0.1):
            return "{%s} %s%s" % (",".join(["\"%s\"" % name] + labels), self.pick(NUMBERS), self.pick(STAMPS))
        braces = "{%s%s}" % (",".join(labels), "," if self.chance(0.05) else "") if labels or self.chance(0.1) else ""
        return "%s%s%s%s" % (name, braces, " " + self.pick(NUMBERS), self.random.choice(STAMPS))

    def quoted(self, name):
        return "\"%s\"" % name if self.chance(0.05) else name

    def family_lines(self):
        name, label = self.pick(["m", "h", "s"]), self.random.choice(["", "a=\"x\","])
        if self.chance(0.5):
            lines = ["# TYPE %s histogram" % name]
            lines += ["%s_bucket{%sle=\"%s\"} %d" % (name, label, le, n) for le, n in [("1", 1), ("2.5", 3), ("+Inf", 4)]]
        else:
            lines = ["# TYPE %s summary" % name]
            lines += ["%s{%squantile=\"%s\"} %s" % (name, label, q, v) for q, v in [("0.5", "1"), ("0.9", "NaN")]]
        braces = "{%s}" % label if label else ""
        lines += ["%s_sum%s 7.5" % (name, braces), "%s_count%s 4" % (name, braces)]
        if self.chance(0.3):
            self.random.shuffle(lines)
        return "\n".join(line for line in lines if self.chance(0.93))

    # ------------------------------------------------------------------------------- protobuf

    def families(self):
        return [self.family() for _ in range(self.random.randint(0, 3))]

    def family(self):
        kind = self.random.choice(["COUNTER", "GAUGE", "SUMMARY", "UNTYPED", "HISTOGRAM", "GAUGE_HISTOGRAM"])
        family = {"name": self.pick(NAMES), "type": kind, "metric": [self.metric(kind) for _ in range(self.pick([1, 1, 2, 3]))]}
        if self.chance(0.5):
            family["help"] = self.pick(TEXTS)
        return family

    def metric(self, kind):
        payload = {"COUNTER": "counter", "GAUGE": "gauge", "SUMMARY": "summary", "UNTYPED": "untyped"}.get(kind, "histogram")
        metric = {"label": [[self.pick(LABELS), self.pick(TEXTS)] for _ in range(self.pick([0, 1, 1, 2, 3]))]}
        value = self.random.choice([0.0, 1.0, -2.5, float("nan"), float("inf"), 1e21, 1e-7])
        if payload == "histogram":
            metric[payload] = self.histogram()
        elif payload == "summary":
            metric[payload] = {"sample_count": self.random.randint(0, 9), "sample_sum": value,
                               "quantile": [{"quantile": q, "value": value} for q in self.random.sample([0.1, 0.5, 0.99], self.pick([1, 2, 0]))]}
        else:
            metric[payload] = {"value": value}
            if payload == "counter" and self.chance(0.3):
                metric[payload]["exemplar"] = {"label": [["t", "1"]], "value": 2.0}
        if self.chance(0.08):
            metric["timestamp_ms"] = self.random.choice([0, 1, -5, 1234567890123])
        return metric

    def histogram(self):
        histogram = {"sample_count": 4, "sample_sum": 7.5}
        if self.chance(0.7):
            bounds = self.random.sample([0.5, 1.0, 2.5, float("inf")], self.random.randint(0, 4))
            histogram["bucket"] = [{"cumulative_count": i + 1, "upper_bound": b} for i, b in enumerate(sorted(bounds))]
        if self.chance(0.4):
            histogram.update(schema=self.random.choice([0, 3, -4]), zero_threshold=0.001, zero_count=1,
                             positive_span=[{"offset": self.random.choice([0, -2, 5]), "length": 2}], positive_delta=[1, 1])
        return histogram

# SPDX-License-Identifier: GPL-3.0-or-later
"""Pushes that together hold all that a gateway can store, for tests of what is kept on disk."""
from run import proto_delimited

PROTOBUF = ("application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; "
            "encoding=delimited")
TEXT = """\
# HELP counted How often, with a \\\\ and a line\\nfeed.
# TYPE counted counter
counted{kind="a"} 1
counted{kind="b"} 1e+21
# TYPE level gauge
level NaN
level{sign="+"} +Inf
level{sign="-"} -Inf
level{sign="0"} -0
# HELP took
# TYPE took histogram
took_bucket{le="0.1"} 1
took_bucket{le="+Inf"} 2
took_sum 3.25
took_count 2
# TYPE asked summary
asked{quantile="0.5"} 1.5
asked{quantile="0.99"} NaN
asked_sum 2
asked_count 3
plain 0.1
"""
NATIVE = {"sample_count": 15, "sample_sum": 30.5, "schema": 1, "zero_threshold": 0.001,
          "zero_count": 2,
          "positive_span": [{"offset": 0, "length": 3}, {"offset": 2, "length": 1}],
          "positive_delta": [2, 1, -1, 2], "negative_span": [{"offset": 1, "length": 2}],
          "negative_delta": [1, 1]}
NATIVE_FLOAT = {"sample_count_float": 15.5, "sample_sum": 30.5, "schema": 0,
                "zero_threshold": 0.001, "zero_count_float": 2.5,
                "positive_span": [{"offset": -2, "length": 3}], "positive_count": [2, 1.5, 4],
                "negative_span": [{"offset": 0, "length": 1}], "negative_count": [5.5]}
EXEMPLAR = {"label": [["trace", "t1"]], "value": 0.4,
            "timestamp": {"seconds": 1700000000, "nanos": 5}}
CLASSIC = {"created_timestamp": {"seconds": 1700000000}, "sample_count": 4, "sample_sum": 2.5,
           "bucket": [{"cumulative_count": 1, "upper_bound": 0.5, "exemplar": EXEMPLAR},
                      {"cumulative_count": 4, "upper_bound": 2}]}
FAMILIES = [
    {"name": "native", "help": "", "type": "HISTOGRAM",
     "metric": [{"label": [["zone", "a"]], "histogram": NATIVE}, {"histogram": NATIVE_FLOAT}]},
    {"name": "spread", "type": "GAUGE_HISTOGRAM", "metric": [{"histogram": CLASSIC}]},
    {"name": "shown", "type": "COUNTER", "unit": "bytes",
     "metric": [{"counter": {"value": 3, "exemplar": EXEMPLAR,
                             "created_timestamp": {"seconds": 1700000000, "nanos": 7}}}]},
    {"name": "untold", "metric": [{"counter": {"value": 7}}]},
]


def push(gateway, path, body, content_type=None, method="PUT", expected=200):
    headers = {"Content-Type": content_type} if content_type else {}
    reply = gateway.push(path, body, method=method, headers=headers)
    assert reply.status == expected, reply


def push_everything(gateway):
    """Fills a gateway that was started with --push.enable-utf8-names."""
    push(gateway, "text/instance/db%3A1", TEXT)
    push(gateway, "protobuf", proto_delimited(FAMILIES), PROTOBUF)
    push(gateway, "utf8/U__a_2e_b/%C3%A9", '{"my.m","l.l"="\u00fc"} 1\n')
    push(gateway, "path/dir@base64/YS9i/empty@base64/=", "m 1\n")
    push(gateway, "nothing", "")
    push(gateway, "fails", "m 1\n")
    push(gateway, "fails", "m 1\nm 2\n", expected=400)
    push(gateway, "only_failed", "m 1\nm 2\n", expected=400)
    push(gateway, "merged", "first 1\n")
    push(gateway, "merged", "second 2\n", method="POST")


def push_contradictions(gateway):
    """For a gateway started with --push.disable-consistency-check: its scrapes fail afterwards."""
    push(gateway, "a", "# TYPE both counter\nboth 1\n", expected=202)
    push(gateway, "b", "# TYPE both gauge\nboth 1\n", expected=202)
    push(gateway, "doubled", "m 1\nm 1\n", expected=202)
